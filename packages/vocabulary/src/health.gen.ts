// Generated from packages/vocabulary/words/health.yaml by `npm run gen`: do not edit.

/** What of the path from station to decision is looked at, as `health` tells it. */
export const healthParts = ["stored", "mended", "rejected", "files", "telegraf-in", "telegraf-out", "broker-queue", "broker-save", "disk", "keeper", "sealed"] as const;
export type HealthPart = (typeof healthParts)[number];

/** as people read it. */
export const healthPartName = {
  "stored": "From record to stored",
  "mended": "Stored late",
  "rejected": "Rejected inputs",
  "files": "Files of cyclers",
  "telegraf-in": "Telegraf takes",
  "telegraf-out": "Telegraf stores",
  "broker-queue": "Broker’s queue",
  "broker-save": "Broker saves",
  "disk": "Disk",
  "keeper": "Keeper",
  "sealed": "Seals",
} as const satisfies Record<HealthPart, string | number>;

/** as people read it in German. */
export const healthPartGerman = {
  "stored": "Von der Meldung bis gespeichert",
  "mended": "Spät gespeichert",
  "rejected": "Abgewiesene Meldungen",
  "files": "Dateien der Zykler",
  "telegraf-in": "Telegraf nimmt an",
  "telegraf-out": "Telegraf speichert",
  "broker-queue": "Warteschlange des Brokers",
  "broker-save": "Broker sichert",
  "disk": "Datenträger",
  "keeper": "Keeper",
  "sealed": "Siegel",
} as const satisfies Record<HealthPart, string | number>;

/** What each means. */
export const healthPartMeans = {
  "stored": "how late records of a station were stored",
  "mended": "what was measured before the time range and stored in it",
  "rejected": "inputs that could not be stored",
  "files": "files that were read and those that could not be",
  "telegraf-in": "what its inputs gathered",
  "telegraf-out": "what its outputs stored, gave up, and have waiting",
  "broker-queue": "messages that wait for Telegraf",
  "broker-save": "how old the file is in which the broker keeps what waits",
  "disk": "free space of broker and database",
  "keeper": "when each of its tasks last did all that it should, and what it has not seen",
  "sealed": "the newest day that was sealed",
} as const satisfies Record<HealthPart, string | number>;

/** How a part of the path fares. */
export const healthStates = ["wrong", "not-seen", "well"] as const;
export type HealthState = (typeof healthStates)[number];

/** as people read it. */
export const healthStateName = {
  "wrong": "Wrong",
  "not-seen": "Not seen",
  "well": "Well",
} as const satisfies Record<HealthState, string | number>;

/** as people read it in German. */
export const healthStateGerman = {
  "wrong": "Gestört",
  "not-seen": "Nicht zu sehen",
  "well": "Gut",
} as const satisfies Record<HealthState, string | number>;

/** What each means. */
export const healthStateMeans = {
  "wrong": "something was lost or is late",
  "not-seen": "nothing tells how it fares, which is not well",
  "well": "it was seen to be as it should",
} as const satisfies Record<HealthState, string | number>;

// Generated from packages/vocabulary/words/databases.yaml by `npm run gen`: do not edit.

/** Databases of InfluxDB; on 2.x buckets. */
export const databases = ["visits", "index", "record", "curve", "rejected"] as const;
export type Database = (typeof databases)[number];

/** how long rows are kept. */
export const databaseRetentionDays = {
  "visits": 400,
  "index": 400,
  "record": 5480,
  "curve": 90,
  "rejected": 90,
} as const satisfies Record<Database, string | number>;

/** how much time one file of the server spans. */
export const databaseShardDays = {
  "visits": 7,
  "index": 91,
  "record": 364,
  "curve": 1,
  "rejected": 7,
} as const satisfies Record<Database, string | number>;

/** what lies there. */
export const databaseHolds = {
  "visits": "stations, environment, state of equipment",
  "index": "where each item was seen",
  "record": "control plan, limits, events, genealogy",
  "curve": "cycler samples",
  "rejected": "inputs that could not be stored",
} as const satisfies Record<Database, string | number>;

/** Measurements beside the stations; no station may bear such a name. */
export const measurements = ["arrival", "item_index", "genealogy", "environment", "equipment_state", "event", "sealed", "rejected", "curve", "characteristic", "station", "setting", "control_limit", "keeper"] as const;
export type Measurement = (typeof measurements)[number];

/** Of the measurements: rows of the control plan, in the order in which people look for them. */
export const planMeasurements = ["characteristic", "station", "setting", "control_limit"] as const;
export type PlanMeasurement = (typeof planMeasurements)[number];

/** Of the measurements: their rows name no site. */
export const sitelessMeasurements = ["item_index", "sealed", "characteristic", "station", "setting", "control_limit", "keeper"] as const;
export type SitelessMeasurement = (typeof sitelessMeasurements)[number];

// Generated from packages/vocabulary/words/signals.yaml by `npm run gen`: do not edit.

/** What is wrong, as `signals` finds it. */
export const signalKinds = ["out-of-spec", "out-of-control", "unmeasured", "implausible", "station-nok", "unknown-verdict", "skipped", "conflicting", "silent", "clock", "ingest", "unread", "pointer", "rejected", "missing", "late"] as const;
export type SignalKind = (typeof signalKinds)[number];

/** Of the signal kinds: the data source finds them. */
export const foundSignals = ["out-of-spec", "out-of-control", "unmeasured", "implausible", "station-nok", "unknown-verdict", "skipped", "conflicting", "silent", "clock", "ingest", "unread", "pointer", "rejected"] as const;
export type FoundSignal = (typeof foundSignals)[number];

/** Of the signal kinds: they name a cell, which their alert holds. */
export const holdingSignals = ["out-of-spec", "unmeasured", "implausible", "station-nok", "unknown-verdict", "skipped", "conflicting", "missing", "late"] as const;
export type HoldingSignal = (typeof holdingSignals)[number];

/** Of the signal kinds: a station's page lists them. */
export const stationSignals = ["out-of-spec", "out-of-control", "unmeasured", "implausible", "station-nok", "unknown-verdict", "skipped", "conflicting", "silent", "clock"] as const;
export type StationSignal = (typeof stationSignals)[number];

/** as people read it. */
export const signalKindName = {
  "out-of-spec": "Out of spec",
  "out-of-control": "Out of control",
  "unmeasured": "Not measured",
  "implausible": "Implausible value",
  "station-nok": "Station said not OK",
  "unknown-verdict": "Verdict not understood",
  "skipped": "Skipped",
  "conflicting": "Conflicting records",
  "silent": "Silent",
  "clock": "Clock differs",
  "ingest": "Data path in danger",
  "unread": "Not evaluated",
  "pointer": "Index misleads",
  "rejected": "Rejected input",
  "missing": "Missing",
  "late": "Late",
} as const satisfies Record<SignalKind, string | number>;

/** What each means. */
export const signalKindMeans = {
  "out-of-spec": "a value outside its spec limits",
  "out-of-control": "a process outside its control limits",
  "unmeasured": "a special characteristic is missing",
  "implausible": "a value no gauge can give",
  "station-nok": "not OK without a value",
  "unknown-verdict": "a verdict in other words",
  "skipped": "an item passed a station by",
  "conflicting": "one visit was told twice",
  "silent": "nothing comes from a station",
  "clock": "times of a machine are not the server's",
  "ingest": "inputs may be lost",
  "unread": "signals could not be looked for",
  "pointer": "a pointer names another row",
  "rejected": "an input could not be stored",
  "missing": "an item did not arrive in time",
  "late": "an item arrived after its time",
} as const satisfies Record<SignalKind, string | number>;

/** Which signals are asked for. */
export const signalStates = ["fresh", "open", "unanswered"] as const;
export type SignalState = (typeof signalStates)[number];

/** What each means. */
export const signalStateMeans = {
  "fresh": "stored in the range",
  "open": "no event has answered",
  "unanswered": "nobody has answered but Cellthread's own hold",
} as const satisfies Record<SignalState, string | number>;

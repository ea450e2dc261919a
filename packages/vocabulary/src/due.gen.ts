// Generated from packages/vocabulary/words/due.yaml by `npm run gen`: do not edit.

/** The shift of its site's calendar that any query may ask about in place of its time range. */
export const shiftChoices = ["current", "last"] as const;
export type ShiftChoice = (typeof shiftChoices)[number];

/** as people read it. */
export const shiftChoiceName = {
  "current": "This shift",
  "last": "Last shift",
} as const satisfies Record<ShiftChoice, string | number>;

/** as people read it in German. */
export const shiftChoiceGerman = {
  "current": "Diese Schicht",
  "last": "Letzte Schicht",
} as const satisfies Record<ShiftChoice, string | number>;

/** What each means. */
export const shiftChoiceMeans = {
  "current": "the one that runs, until now",
  "last": "the one before it",
} as const satisfies Record<ShiftChoice, string | number>;

/** What is due at a machine or of the plan, as `due` tells it. */
export const dueKinds = ["master-check", "calibration", "limits"] as const;
export type DueKind = (typeof dueKinds)[number];

/** as people read it. */
export const dueKindName = {
  "master-check": "Measure the master",
  "calibration": "Calibrate",
  "limits": "Review limits",
} as const satisfies Record<DueKind, string | number>;

/** as people read it in German. */
export const dueKindGerman = {
  "master-check": "Meisterteil messen",
  "calibration": "Kalibrieren",
  "limits": "Grenzen prüfen",
} as const satisfies Record<DueKind, string | number>;

/** What each means. */
export const dueKindMeans = {
  "master-check": "the interval of master checks of a gauge ends",
  "calibration": "the interval of calibrations of a gauge ends",
  "limits": "control limits are provisional and nobody approved them",
} as const satisfies Record<DueKind, string | number>;

/** How urgent what is due is. */
export const dueStates = ["overdue", "due", "open"] as const;
export type DueState = (typeof dueStates)[number];

/** as people read it. */
export const dueStateName = {
  "overdue": "Overdue",
  "due": "Due",
  "open": "Open",
} as const satisfies Record<DueState, string | number>;

/** as people read it in German. */
export const dueStateGerman = {
  "overdue": "Überfällig",
  "due": "Fällig",
  "open": "Offen",
} as const satisfies Record<DueState, string | number>;

/** What each means. */
export const dueStateMeans = {
  "overdue": "its time has passed",
  "due": "its time comes within what was asked",
  "open": "it has no time",
} as const satisfies Record<DueState, string | number>;

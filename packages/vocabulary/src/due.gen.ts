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
export const dueKinds = ["master-check", "calibration", "limits", "hold", "passed-rework", "rework", "inspect", "proposed-decision", "proposed-change"] as const;
export type DueKind = (typeof dueKinds)[number];

/** as people read it. */
export const dueKindName = {
  "master-check": "Measure the master",
  "calibration": "Calibrate",
  "limits": "Review limits",
  "hold": "Decide about what is held",
  "passed-rework": "Decide after rework",
  "rework": "Rework",
  "inspect": "Inspect",
  "proposed-decision": "MES decides",
  "proposed-change": "Approve change",
} as const satisfies Record<DueKind, string | number>;

/** as people read it in German. */
export const dueKindGerman = {
  "master-check": "Meisterteil messen",
  "calibration": "Kalibrieren",
  "limits": "Grenzen prüfen",
  "hold": "Über Gesperrtes entscheiden",
  "passed-rework": "Nach Nacharbeit entscheiden",
  "rework": "Nacharbeiten",
  "inspect": "Prüfen",
  "proposed-decision": "MES entscheidet",
  "proposed-change": "Änderung freigeben",
} as const satisfies Record<DueKind, string | number>;

/** What each means. */
export const dueKindMeans = {
  "master-check": "the interval of master checks of a gauge ends",
  "calibration": "the interval of calibrations of a gauge ends",
  "limits": "control limits are provisional and nobody approved them",
  "hold": "it is held and nobody decided about it",
  "passed-rework": "it passed its rework and is still held",
  "rework": "it was sent to rework and not seen since",
  "inspect": "it is to be inspected and nobody decided since",
  "proposed-decision": "what somebody proposed to decide was not decided by the MES",
  "proposed-change": "a proposed change of limits or of the plan lacks an approval",
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

/** What waits for somebody, and is due once it waited for so long (`answer_within` of the plan). */
export const waits = ["hold", "passed-rework", "rework", "inspect", "proposed-decision", "proposed-change"] as const;
export type Wait = (typeof waits)[number];

/** hours in which somebody answers where the plan does not say. */
export const waitWithinH = {
  "hold": 24,
  "passed-rework": 8,
  "rework": 24,
  "inspect": 24,
  "proposed-decision": 4,
  "proposed-change": 24,
} as const satisfies Record<Wait, string | number>;

/** What each means. */
export const waitMeans = {
  "hold": "a hold",
  "passed-rework": "an item that passed its rework, for its release",
  "rework": "an item that was sent to rework, for whoever does it",
  "inspect": "an item that is to be inspected, for a decision",
  "proposed-decision": "a proposed decision about an item, for the MES",
  "proposed-change": "a proposed change of limits or of the plan, for its approval",
} as const satisfies Record<Wait, string | number>;

// Generated from packages/vocabulary/words/visits.yaml by `npm run gen`: do not edit.

/** What a station said of a visit. */
export const verdicts = ["ok", "nok", "retest", "skipped"] as const;
export type Verdict = (typeof verdicts)[number];

/** What each means. */
export const verdictMeans = {
  "ok": "passed",
  "nok": "failed",
  "retest": "to be measured again",
  "skipped": "not worked on",
} as const satisfies Record<Verdict, string | number>;

/** What a record was made for; yield, charts and capability use production. */
export const runTypes = ["production", "master", "setup", "trial", "sample", "first-piece", "study"] as const;
export type RunType = (typeof runTypes)[number];

/** What each means. */
export const runTypeMeans = {
  "production": "the default",
  "master": "a master part",
  "setup": "a part to set a machine up",
  "trial": "an experiment",
  "sample": "a sample for the laboratory",
  "first-piece": "the first part after a changeover",
  "study": "a study of a measurement system",
} as const satisfies Record<RunType, string | number>;

/** Which visits of a cell at a station count. */
export const visitChoices = ["first", "last", "all"] as const;
export type VisitChoice = (typeof visitChoices)[number];

/** What each means. */
export const visitChoiceMeans = {
  "first": "before any rework or retest",
  "last": "what the cell left the station with",
  "all": "every pass, a row each",
} as const satisfies Record<VisitChoice, string | number>;

/** Which visits decide whether an item passed a station, after retests. */
export const retestDecisions = ["last", "all", "median"] as const;
export type RetestDecision = (typeof retestDecisions)[number];

/** What each means. */
export const retestDecisionMeans = {
  "last": "the last that was judged",
  "all": "every one that was judged",
  "median": "more than half of those judged",
} as const satisfies Record<RetestDecision, string | number>;

/** What has an identifier of its own. */
export const itemTypes = ["item", "cell", "batch", "lot", "roll", "tray", "module", "pack"] as const;
export type ItemType = (typeof itemTypes)[number];

/** Columns of a visit, beside its values and lots. */
export const visitColumns = ["cell_id", "item_id", "visit", "verdict", "run_type", "site", "line", "equipment", "product", "position", "slot", "operator", "shift", "recipe", "recipe_version", "work_order", "carrier", "started_ms", "superseded", "lane", "from_m", "to_m", "grade", "reason", "history", "source_ms", "received_ms", "product_reported", "site_reported", "line_reported", "equipment_reported", "verdict_reported"] as const;
export type VisitColumn = (typeof visitColumns)[number];

/** Of the visit columns: tags. */
export const visitTags = ["site", "line", "equipment", "product"] as const;
export type VisitTag = (typeof visitTags)[number];

/** Of the visit columns: fields of text. */
export const visitTexts = ["cell_id", "item_id", "verdict", "run_type", "position", "slot", "operator", "shift", "recipe", "recipe_version", "work_order", "carrier", "lane", "grade", "reason", "product_reported", "site_reported", "line_reported", "equipment_reported", "verdict_reported"] as const;
export type VisitText = (typeof visitTexts)[number];

/** Of the visit columns: fields of whole numbers. */
export const visitIntegers = ["visit", "started_ms", "source_ms", "received_ms"] as const;
export type VisitInteger = (typeof visitIntegers)[number];

/** Of the visit columns: fields of numbers. */
export const visitFloats = ["from_m", "to_m"] as const;
export type VisitFloat = (typeof visitFloats)[number];

/** Of the visit columns: fields of yes and no. */
export const visitBooleans = ["history"] as const;
export type VisitBoolean = (typeof visitBooleans)[number];

/** Of the visit columns: the frame `visits` has them. */
export const shownVisitColumns = ["visit", "verdict", "run_type", "site", "line", "equipment", "product", "position", "slot", "operator", "shift", "recipe", "recipe_version", "work_order", "carrier", "started_ms", "superseded"] as const;
export type ShownVisitColumn = (typeof shownVisitColumns)[number];

/** Frames of an answer of `visits`: the first, and what it may bring beside. */
export const visitFrames = ["visits", "limits", "point-signals"] as const;
export type VisitFrame = (typeof visitFrames)[number];

/** Columns of the frame `limits`, a row for each stretch in which limits stood. */
export const limitColumns = ["characteristic", "product", "stratum", "from", "to", "lsl", "target", "usl", "model", "centre", "sigma_within", "sigma_between", "sigma_plotted", "subgroup_n", "window", "revision", "status"] as const;
export type LimitColumn = (typeof limitColumns)[number];

/** Of the limit columns: numbers. */
export const limitNumbers = ["lsl", "target", "usl", "centre", "sigma_within", "sigma_between", "sigma_plotted", "subgroup_n", "window"] as const;
export type LimitNumber = (typeof limitNumbers)[number];

/** Columns of the frame `point-signals`, a row for each rule that a value or point met. */
export const pointSignalColumns = ["time", "cell_id", "visit", "characteristic", "stratum", "rule", "detail"] as const;
export type PointSignalColumn = (typeof pointSignalColumns)[number];

/** Keys of a stratum, in the order of its text, so that one stratum has one spelling. */
export const stratumKeys = ["site", "line", "zone", "equipment", "position", "lane", "slot", "carrier", "item_id", "recipe", "recipe_version", "work_order", "shift", "operator", "product", "run_type"] as const;
export type StratumKey = (typeof stratumKeys)[number];

// Generated from packages/vocabulary/words/traveler.yaml by `npm run gen`: do not edit.

/** Frames of a traveler. */
export const travelerParts = ["header", "operations", "characteristics", "genealogy", "environment", "events"] as const;
export type TravelerPart = (typeof travelerParts)[number];

/** Columns of the traveler's `header`. */
export const headerColumns = ["cell_id", "product", "site", "line", "first_seen", "last_seen", "station", "verdict", "disposition", "visits", "out_of_spec", "rework"] as const;
export type HeaderColumn = (typeof headerColumns)[number];

/** Columns of the traveler's `operations`. */
export const operationColumns = ["time", "started", "order", "station", "visit", "verdict", "run_type", "site", "line", "equipment", "position", "operator", "shift", "recipe", "recipe_version", "work_order", "carrier", "superseded"] as const;
export type OperationColumn = (typeof operationColumns)[number];

/** Columns of the traveler's `characteristics`. */
export const characteristicColumns = ["time", "station", "visit", "characteristic", "name", "value", "unit", "lsl", "target", "usl", "verdict", "centre", "sigma", "z", "peer_percentile", "reading", "lcl", "ucl", "text", "control_limits"] as const;
export type CharacteristicColumn = (typeof characteristicColumns)[number];

/** Columns of the traveler's `genealogy`. */
export const genealogyColumns = ["time", "relation", "child_id", "child_type", "parent_id", "parent_type", "depth", "quantity", "unit", "lane", "from_m", "to_m"] as const;
export type GenealogyColumn = (typeof genealogyColumns)[number];

/** Columns of the traveler's `environment`. */
export const environmentColumns = ["time", "station", "visit", "zone", "sensor", "quantity", "value", "unit", "age_s"] as const;
export type EnvironmentColumn = (typeof environmentColumns)[number];

/** Columns of the traveler's `events`. */
export const eventColumns = ["time", "kind", "target_type", "target_id", "hold_id", "station", "equipment", "text", "author", "disposition", "severity", "reference"] as const;
export type EventColumn = (typeof eventColumns)[number];

// Generated from packages/vocabulary/words/yields.yaml by `npm run gen`: do not edit.

/** Numbers of a yield, in the order of its frame. */
export const yieldColumns = ["order", "visits", "cells", "first_pass", "final", "out_of_spec", "nok", "retest", "last_seen_ms", "unproven"] as const;
export type YieldColumn = (typeof yieldColumns)[number];

/** what the number counts. */
export const yieldColumnDescription = {
  "order": "Place of the station in the route",
  "visits": "Visits in production",
  "cells": "Cells, or stretches of rolls, at their first visit",
  "first_pass": "Share of first visits that passed, of those judged",
  "final": "Share of cells that passed in the end, as retests decide",
  "out_of_spec": "Cells with a value outside its spec limits at the first visit",
  "nok": "First visits that were nok",
  "retest": "First visits that asked for a retest",
  "last_seen_ms": "Source time of the last visit, Unix ms",
  "unproven": "First visits that the station passed without a plausible value of a special characteristic: not passed",
} as const satisfies Record<YieldColumn, string | number>;

// Generated from packages/vocabulary/words/yields.yaml by `npm run gen`: do not edit.

/** Numbers of a yield, in the order of its frame. */
export const yieldColumns = ["order", "visits", "cells", "first_pass", "final", "out_of_spec", "nok", "retest", "last_seen_ms", "unproven"] as const;
export type YieldColumn = (typeof yieldColumns)[number];

/** What each means. */
export const yieldColumnMeans = {
  "order": "place of the station in the route",
  "visits": "visits in production",
  "cells": "cells, or stretches of rolls, at their first visit",
  "first_pass": "share of first visits that passed, of those judged",
  "final": "share of cells that passed in the end, as retests decide",
  "out_of_spec": "cells with a value outside its spec limits at the first visit",
  "nok": "first visits that were nok",
  "retest": "first visits that asked for a retest",
  "last_seen_ms": "source time of the last visit",
  "unproven": "first visits passed without a value of a special characteristic",
} as const satisfies Record<YieldColumn, string | number>;

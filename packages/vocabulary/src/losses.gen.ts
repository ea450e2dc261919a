// Generated from packages/vocabulary/words/losses.yaml by `npm run gen`: do not edit.

/** What episodes are summed by; without one each is a row. */
export const lossGroups = ["cause", "station", "equipment", "shift", "line", "day", "all", "week"] as const;
export type LossGroup = (typeof lossGroups)[number];

/** What each means. */
export const lossGroupMeans = {
  "cause": "what people named as the cause, of the list of the plan",
  "station": "where it was found",
  "equipment": "the machine",
  "shift": "the shift in which it began",
  "line": "a line of a site",
  "day": "the production day on which it began, of the site",
  "all": "one row of all together",
  "week": "seven production days from Monday on",
} as const satisfies Record<LossGroup, string | number>;

/** What episodes are chosen by. */
export const lossLabels = ["site", "line", "station", "equipment", "position", "product", "characteristic", "lot", "shift", "kind", "rule", "cause"] as const;
export type LossLabel = (typeof lossLabels)[number];

/** Columns of what episodes cost, in the order of the frame. Of several episodes numbers are sums and times medians; what is not known is missing. */
export const lossColumns = ["cause", "station", "equipment", "position", "from", "to", "first_bad_s", "signal_s", "person_s", "action_s", "proof_s", "cells", "caught", "slipped", "scrapped", "reworked", "station_hours", "cost", "out_of_spec", "end_of_line_hours", "end_of_line_cost", "episodes", "site", "line", "product", "characteristic", "lot", "shift", "kind", "rule", "action", "proof", "cell_id", "view_from", "view_to", "sentence"] as const;
export type LossColumn = (typeof lossColumns)[number];

/** what it says. */
export const lossColumnDescription = {
  "cause": "What people named as the cause",
  "station": "Of several episodes: where it is the same of all of them, as all texts",
  "equipment": "Machine; missing where it is of more than one",
  "position": "Nozzle, channel, nest or lane",
  "from": "When what was wrong began; of a day or week when that began",
  "to": "When it was over; missing while it goes on",
  "first_bad_s": "Seconds from its beginning to the first cell out of spec",
  "signal_s": "Seconds from its beginning to when it could be told",
  "person_s": "Seconds from its beginning to the first that a person said of it",
  "action_s": "Seconds from its beginning to the first thing that was done about it",
  "proof_s": "Seconds from its beginning to the proof whether that worked",
  "cells": "Cells measured while it lasted where it was",
  "caught": "Of those out of spec stopped before they passed the next gate",
  "slipped": "Of those out of spec past the next gate before anything stopped them",
  "scrapped": "Of those out of spec scrapped",
  "reworked": "Of those out of spec worked on again where they were found",
  "station_hours": "Hours of stations that went into what was scrapped and reworked, cell by cell",
  "cost": "What that cost, where the plan has cost_added",
  "out_of_spec": "Cells out of spec, or not OK where verdicts departed",
  "end_of_line_hours": "Estimate: hours of stations, had all out of spec been scrapped at end of line",
  "end_of_line_cost": "Estimate: what that would have cost",
  "episodes": "Episodes",
  "site": "Site",
  "line": "Line",
  "product": "Product",
  "characteristic": "What was wrong; missing where it is the verdict",
  "lot": "What it departed with, where it departed with a lot",
  "shift": "The shift in which it began",
  "kind": "out-of-control or out-of-spec",
  "rule": "What departed, of out-of-control: level, spread, share, apart",
  "action": "What was done about it first",
  "proof": "What became of that",
  "cell_id": "The first cell out of spec",
  "view_from": "From when on a chart shows it with what was before",
  "view_to": "Until when a chart shows it with what came after",
  "sentence": "All of it in words",
} as const satisfies Record<LossColumn, string | number>;

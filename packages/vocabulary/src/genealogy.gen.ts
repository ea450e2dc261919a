// Generated from packages/vocabulary/words/genealogy.yaml by `npm run gen`: do not edit.

/** How a child belongs to a parent, in the order in which a traveler shows them. */
export const relations = ["consumes", "cut_from", "carried_by", "contains"] as const;
export type Relation = (typeof relations)[number];

/** as people read it. */
export const relationName = {
  "consumes": "made with",
  "cut_from": "cut from",
  "carried_by": "carried by",
  "contains": "built into",
} as const satisfies Record<Relation, string | number>;

/** What each means. */
export const relationMeans = {
  "consumes": "a batch, roll or machine took the lot",
  "cut_from": "slit roll from mother roll, cell from slit roll",
  "carried_by": "cell by tray",
  "contains": "cell in module, module in pack",
} as const satisfies Record<Relation, string | number>;

// Generated from packages/vocabulary/words/queries.yaml by `npm run gen`: do not edit.

/** What the data source can be asked, in the order of its editor; the names never change. */
export const queryTypes = ["visits", "cells", "traveler", "signals", "events", "yield", "losses", "audit", "health", "shifts", "due"] as const;
export type QueryType = (typeof queryTypes)[number];

/** Of the query types: alert rules can read the answer. */
export const alertableQueries = ["signals", "yield"] as const;
export type AlertableQuerie = (typeof alertableQueries)[number];

/** How a filter compares. */
export const filterOperators = ["=", "!=", "=|", "!=|", "=~", "!~", "<", "<=", ">", ">="] as const;
export type FilterOperator = (typeof filterOperators)[number];

/** as people read it. */
export const filterOperatorName = {
  "=": "is",
  "!=": "is not",
  "=|": "is one of",
  "!=|": "is none of",
  "=~": "matches",
  "!~": "does not match",
  "<": "is below",
  "<=": "is at most",
  ">": "is above",
  ">=": "is at least",
} as const satisfies Record<FilterOperator, string | number>;

/** Which events are asked for; without one, whatever happened. */
export const eventStates = ["open", "queued"] as const;
export type EventState = (typeof eventStates)[number];

/** What each means. */
export const eventStateMeans = {
  "open": "holds that hold now",
  "queued": "what sent items to be inspected or reworked that nobody decided about since",
} as const satisfies Record<EventState, string | number>;

/** What a query of visits may bring beside its rows. */
export const visitIncludes = ["limits", "signals"] as const;
export type VisitInclude = (typeof visitIncludes)[number];

/** What a query of events may bring beside its columns. */
export const eventIncludes = ["whereabouts"] as const;
export type EventInclude = (typeof eventIncludes)[number];

/** What each means. */
export const eventIncludeMeans = {
  "whereabouts": "of open holds, where the item was seen last",
} as const satisfies Record<EventInclude, string | number>;

/** What is known of where something held is. */
export const whereabouts = ["seen", "not-known", "not-looked-up", "several"] as const;
export type Whereabout = (typeof whereabouts)[number];

/** What each means. */
export const whereaboutMeans = {
  "seen": "a record saw it, the last of them",
  "not-known": "no record tells",
  "not-looked-up": "more items are held than are looked up, and it was held before those",
  "several": "the hold is on no single item: a lot, a tray, a machine, a station",
} as const satisfies Record<Whereabout, string | number>;

/** Columns of `events` with `include: [whereabouts]`, beside all others. */
export const whereaboutsColumns = ["whereabouts", "last_seen", "last_station", "last_equipment", "last_position", "carrier", "inspected", "decided_against", "held_visits", "sample_good", "sample_bad", "from_m", "to_m"] as const;
export type WhereaboutsColumn = (typeof whereaboutsColumns)[number];

/** What a query of signals may bring beside its labels, for people. */
export const signalIncludes = ["reaction", "disposition", "evidence"] as const;
export type SignalInclude = (typeof signalIncludes)[number];

/** What variables can list. */
export const lookups = ["sites", "lines", "stations", "equipment", "positions", "characteristics", "products", "lots", "filter-keys", "filter-values", "causes", "actions"] as const;
export type Lookup = (typeof lookups)[number];

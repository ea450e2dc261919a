// Code generated from packages/vocabulary/words/queries.yaml by npm run gen. DO NOT EDIT.

package vocabulary

const (
	QueryVisits   = "visits"
	QueryCells    = "cells"
	QueryTraveler = "traveler"
	QuerySignals  = "signals"
	QueryEvents   = "events"
	QueryYield    = "yield"
	QueryLosses   = "losses"
	QueryAudit    = "audit"
	QueryHealth   = "health"
	QueryShifts   = "shifts"
	QueryDue      = "due"
)

// QueryTypes: What the data source can be asked, in the order of its editor; the names never change.
var QueryTypes = []string{
	"visits",
	"cells",
	"traveler",
	"signals",
	"events",
	"yield",
	"losses",
	"audit",
	"health",
	"shifts",
	"due",
}

// AlertableQueries: alert rules can read the answer.
var AlertableQueries = []string{"signals", "yield"}

// FilterOperators: How a filter compares.
var FilterOperators = []string{"=", "!=", "=|", "!=|", "=~", "!~", "<", "<=", ">", ">="}

// FilterOperatorName: as people read it.
var FilterOperatorName = map[string]string{
	"=":   "is",
	"!=":  "is not",
	"=|":  "is one of",
	"!=|": "is none of",
	"=~":  "matches",
	"!~":  "does not match",
	"<":   "is below",
	"<=":  "is at most",
	">":   "is above",
	">=":  "is at least",
}

const (
	// EventStateOpen: holds that hold now.
	EventStateOpen = "open"
	// EventStateQueued: what sent items to be inspected or reworked that nobody decided about since.
	EventStateQueued = "queued"
)

// EventStates: Which events are asked for; without one, whatever happened.
var EventStates = []string{"open", "queued"}

const (
	IncludeLimits  = "limits"
	IncludeSignals = "signals"
)

// VisitIncludes: What a query of visits may bring beside its rows.
var VisitIncludes = []string{"limits", "signals"}

const (
	// IncludeWhereabouts: of open holds, where the item was seen last.
	IncludeWhereabouts = "whereabouts"
)

// EventIncludes: What a query of events may bring beside its columns.
var EventIncludes = []string{"whereabouts"}

const (
	// WhereaboutsSeen: a record saw it, the last of them.
	WhereaboutsSeen = "seen"
	// WhereaboutsNotKnown: no record tells.
	WhereaboutsNotKnown = "not-known"
	// WhereaboutsNotLookedUp: more items are held than are looked up, and it was held before those.
	WhereaboutsNotLookedUp = "not-looked-up"
	// WhereaboutsSeveral: the hold is on no single item: a lot, a tray, a machine, a station.
	WhereaboutsSeveral = "several"
)

// Whereabouts: What is known of where something held is.
var Whereabouts = []string{"seen", "not-known", "not-looked-up", "several"}

// WhereaboutsColumns: Columns of `events` with `include: [whereabouts]`, beside all others.
var WhereaboutsColumns = []string{
	"whereabouts",
	"last_seen",
	"last_station",
	"last_equipment",
	"last_position",
	"carrier",
	"inspected",
	"decided_against",
	"held_visits",
	"sample_good",
	"sample_bad",
	"from_m",
	"to_m",
}

const (
	IncludeReaction    = "reaction"
	IncludeDisposition = "disposition"
	IncludeEvidence    = "evidence"
)

// SignalIncludes: What a query of signals may bring beside its labels, for people.
var SignalIncludes = []string{"reaction", "disposition", "evidence"}

// Lookups: What variables can list.
var Lookups = []string{
	"sites",
	"lines",
	"stations",
	"equipment",
	"positions",
	"characteristics",
	"products",
	"lots",
	"filter-keys",
	"filter-values",
	"causes",
	"actions",
}

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
)

// EventStates: Which events are asked for; without one, whatever happened.
var EventStates = []string{"open"}

const (
	IncludeLimits  = "limits"
	IncludeSignals = "signals"
)

// VisitIncludes: What a query of visits may bring beside its rows.
var VisitIncludes = []string{"limits", "signals"}

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

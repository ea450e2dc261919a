// Code generated from packages/vocabulary/words/yields.yaml by npm run gen. DO NOT EDIT.

package vocabulary

const (
	YieldOrder      = "order"
	YieldVisits     = "visits"
	YieldCells      = "cells"
	YieldFirstPass  = "first_pass"
	YieldFinal      = "final"
	YieldOutOfSpec  = "out_of_spec"
	YieldNOK        = "nok"
	YieldRetest     = "retest"
	YieldLastSeenMs = "last_seen_ms"
	YieldUnproven   = "unproven"
)

// YieldColumns: Numbers of a yield, in the order of its frame.
var YieldColumns = []string{
	"order",
	"visits",
	"cells",
	"first_pass",
	"final",
	"out_of_spec",
	"nok",
	"retest",
	"last_seen_ms",
	"unproven",
}

// YieldColumnDescription: what the number counts.
var YieldColumnDescription = map[string]string{
	"order":        "Place of the station in the route",
	"visits":       "Visits in production",
	"cells":        "Cells, or stretches of rolls, at their first visit",
	"first_pass":   "Share of first visits that passed, of those judged",
	"final":        "Share of cells that passed in the end, as retests decide",
	"out_of_spec":  "Cells with a value outside its spec limits at the first visit",
	"nok":          "First visits that were nok",
	"retest":       "First visits that asked for a retest",
	"last_seen_ms": "Source time of the last visit, Unix ms",
	"unproven":     "First visits that the station passed without a plausible value of a special characteristic: not passed",
}

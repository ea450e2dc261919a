// Code generated from packages/vocabulary/words/yields.yaml by npm run gen. DO NOT EDIT.

package vocabulary

const (
	// YieldOrder: place of the station in the route.
	YieldOrder = "order"
	// YieldVisits: visits in production.
	YieldVisits = "visits"
	// YieldCells: cells, or stretches of rolls, at their first visit.
	YieldCells = "cells"
	// YieldFirstPass: share of first visits that passed, of those judged.
	YieldFirstPass = "first_pass"
	// YieldFinal: share of cells that passed in the end, as retests decide.
	YieldFinal = "final"
	// YieldOutOfSpec: cells with a value outside its spec limits at the first visit.
	YieldOutOfSpec = "out_of_spec"
	// YieldNOK: first visits that were nok.
	YieldNOK = "nok"
	// YieldRetest: first visits that asked for a retest.
	YieldRetest = "retest"
	// YieldLastSeenMs: source time of the last visit.
	YieldLastSeenMs = "last_seen_ms"
	// YieldUnproven: first visits passed without a value of a special characteristic.
	YieldUnproven = "unproven"
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

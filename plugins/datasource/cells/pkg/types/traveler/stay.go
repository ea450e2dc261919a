package traveler

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// stay is one record of the item at a station.
type stay struct {
	station string
	rows    *table.Table // of the station
	row     int
	// sourceMs is the end of the visit, startedMs its begin (the end where it is not known).
	sourceMs, startedMs int64
	number              int64
	order               *int64 // of the station in the route; nil outside the plan
	superseded          bool   // by another record, or struck by a void
	found               []control.Finding
	rank                int    // how bad it is, where passes bear one number
	contested           bool   // other passes bear its number, and nobody has answered which of them counts
	replaced            int64  // how many differing records of the same pass it replaced
	idField             string // that holds the item's ID at the station
}

func (s *stay) text(name string) string { return table.TextOr(s.rows.Column(name), s.row, "") }

func (s *stay) production() bool {
	return visit.RunTypeOf(s.rows.Column("run_type"), s.row) == vocabulary.RunTypeProduction
}

// scope is what the plan is asked for on behalf of the visit.
func (s *stay) scope() plan.Scope {
	attributes := map[string]string{}
	for _, key := range vocabulary.StratumKeys {
		if v := s.text(key); v != "" {
			attributes[key] = v
		}
	}
	return plan.Scope{Product: s.text("product"), Attributes: attributes}
}

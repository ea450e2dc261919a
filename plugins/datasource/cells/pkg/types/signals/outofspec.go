package signals

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// outOfSpecKind: a cell's value lies outside its spec limits.
var outOfSpecKind = ofCells(vocabulary.SignalOutOfSpec, func(v *cellVisits, row int) []control.Finding {
	return v.of(row, vocabulary.SignalOutOfSpec)
}).asking(asksOutOfSpec)

// visitsOf are the filters that rows of a station's visits can pass or fail; kind, rule and the like are labels only.
func visitsOf(fs source.Filters, station string) source.Filters {
	var out source.Filters
	for _, f := range fs.For(station) {
		switch f.Key {
		case "station", "characteristic", "kind", "rule", "route", "disposition", "severity", "lot", "pass":
		default:
			out = append(out, f)
		}
	}
	return out
}

// asksOutOfSpec: what the plan contains is held, and what is a matter of safety people are told as well, whatever is contained.
func asksOutOfSpec(p *plan.Plan, station *plan.Row, ns int64) (places []map[string]string) {
	for _, row := range specifiedAt(p, station.Station, ns) {
		if contained := row.Text("containment"); contained != notContained {
			places = append(places, placeOf(vocabulary.SignalOutOfSpec, row, contained))
		}
		if row.Text("severity") == control.Safety {
			places = append(places, placeOf(vocabulary.SignalOutOfSpec, row, notContained))
		}
	}
	return places
}

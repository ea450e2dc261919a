package gate

import (
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
)

// way is what lies before a gate.
type way struct {
	// asked tells that a station asks; before is the station that has to have reported, "" where the item begins there.
	asked  bool
	before string
	// astray: items like this one do not come to the gate.
	astray bool
}

// stationAt is the row of a station at a moment; nil where the plan does not know it, or at other sites only.
func stationAt(p *plan.Plan, ns int64, station string) *plan.Row {
	stations := p.StationsAt(ns)
	if at := slices.IndexFunc(stations, func(row *plan.Row) bool { return row.Station == station }); at >= 0 {
		return stations[at]
	}
	return nil
}

// wayTo is the way of an item of a type to a gate by the plan of a moment: the nearest station before it that reports such items. An item
// that is first reported at the gate, as cells are behind rolls, begins there; one that others are made of, as cells before modules, comes
// from the last that reports it. Of an item of which nobody knows the type whatever comes before has to have reported it.
func wayTo(p *plan.Plan, ns int64, gate *plan.Row, itemType string) way {
	begins := itemOf(gate) == itemType
	seen := map[string]bool{gate.Station: true}
	for row := p.StationRow(gate.Text("from_station"), ns); row != nil && !seen[row.Station]; row = p.StationRow(row.Text("from_station"), ns) {
		seen[row.Station] = true
		switch {
		case p.Elsewhere.Stations[row.Station]:
		case itemType == "" || itemOf(row) == itemType:
			return way{asked: true, before: row.Station}
		case begins:
			return way{asked: true}
		}
	}
	return way{asked: true, astray: !begins && itemType != ""}
}

// itemOf is what bears the ID at a station: those of trays report the cells in them.
func itemOf(row *plan.Row) string {
	if item := plan.StationItem(row); item != "" && item != "tray" {
		return item
	}
	return "cell"
}

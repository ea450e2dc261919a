package plan

import (
	"cmp"
	"slices"
)

// StationsAt are the stations in force at a moment, in the order of the route; before the plan began, those it began with.
func (p *Plan) StationsAt(ns int64) []*Row {
	return slices.DeleteFunc(InForce(p.Stations, "", max(ns, p.Begin)), func(row *Row) bool { return p.Elsewhere.Stations[row.Station] })
}

// CharacteristicsAt are the characteristics of a station in force at a moment, or with which the plan began; general rows
// only, in the plan's order.
func (p *Plan) CharacteristicsAt(station string, ns int64) []*Row {
	return InForce(p.Characteristics, station, max(ns, p.Begin))
}

// InForce are the rows of a station in force at a moment, of every product; of all stations where none is named.
func InForce(book *Book, station string, ns int64) []*Row {
	var rows []*Row
	for _, key := range book.Keys() {
		if station != "" && key[0] != station {
			continue
		}
		if row := book.At(key[0], key[1], Scope{Product: Any}, ns); row != nil {
			rows = append(rows, row)
		}
	}
	slices.SortStableFunc(rows, func(a, b *Row) int {
		return cmp.Compare(a.NumberOr("order", 0), b.NumberOr("order", 0))
	})
	return rows
}

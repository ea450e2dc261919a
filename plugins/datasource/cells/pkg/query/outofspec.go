package query

// outOfSpecKind: a cell's value lies outside its spec limits.
var outOfSpecKind = ofCells(findingOutOfSpec, func(v *cellVisits, row int) []finding { return v.of(row, findingOutOfSpec) })

// visitsOf are the filters that rows of a station's visits can pass or fail; kind, rule and the like are labels only.
func (fs Filters) visitsOf(station string) Filters {
	var out Filters
	for _, f := range fs.For(station) {
		switch f.Key {
		case "station", "characteristic", "kind", "rule", "route", "disposition", "pass":
		default:
			out = append(out, f)
		}
	}
	return out
}

package yield

// rolled multiplies the shares of all stations, group by group: the part of what is started that passes everywhere.
// Stations that judged nothing do not take part; where none did there is no row.
func rolled(groups []*yieldGroup) []*yieldGroup {
	byKey := map[string]*yieldGroup{}
	for _, g := range groups {
		first, final := g.ofJudged(), ratio(g.finallyOK, g.judged)
		if first == nil && final == nil {
			continue
		}
		r := byKey[g.key()]
		if r == nil {
			r = &yieldGroup{yieldPlace: g.yieldPlace, multipliesStations: true}
			r.station = station{name: anyStation}
			byKey[g.key()] = r
		}
		r.firstPass, r.final = times(r.firstPass, first), times(r.final, final)
	}
	count := &yieldCount{groups: byKey}
	return count.sorted()
}

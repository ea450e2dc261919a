package query

// stationNOKKind: the station failed a cell whose values are all where they should be; only it knows why.
var stationNOKKind = ofCells("station-nok", func(v *cellVisits, row int) []finding {
	if v.text("verdict", row) != verdictNOK || len(v.found[row]) > 0 {
		return nil
	}
	return []finding{{Rule: "verdict", Size: 1}}
})

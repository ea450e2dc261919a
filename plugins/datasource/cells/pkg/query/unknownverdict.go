package query

// unknownVerdictKind: the station gave a verdict in words that nobody understands, so that the cell has none.
var unknownVerdictKind = ofCells("unknown-verdict", func(v *cellVisits, row int) []finding {
	if v.text("verdict", row) != "" || v.text("verdict_reported", row) == "" {
		return nil
	}
	return []finding{{Rule: "not-understood", Size: 1}}
})

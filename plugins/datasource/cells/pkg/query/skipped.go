package query

const ruleSkippedVerdict = "verdict"

// skippedKind: a station says that it left a cell out.
var skippedKind = ofCells("skipped", func(v *cellVisits, row int) []finding {
	if v.text("verdict", row) != verdictSkipped {
		return nil
	}
	return []finding{{Rule: ruleSkippedVerdict, Size: 1}}
})

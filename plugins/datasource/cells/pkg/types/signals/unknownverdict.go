package signals

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// unknownVerdictKind: the station gave a verdict in words that nobody understands, so that the cell has none.
var unknownVerdictKind = ofCells(vocabulary.SignalUnknownVerdict, func(v *cellVisits, row int) []control.Finding {
	if v.text("verdict", row) != "" || v.text("verdict_reported", row) == "" {
		return nil
	}
	return []control.Finding{{Rule: vocabulary.SignalRuleNotUnderstood, Size: 1}}
})

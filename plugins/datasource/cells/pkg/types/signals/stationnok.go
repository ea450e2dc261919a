package signals

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// stationNOKKind: the station failed a cell whose values are all where they should be; only it knows why.
var stationNOKKind = ofCells(vocabulary.SignalStationNOK, func(v *cellVisits, row int) []control.Finding {
	if v.text("verdict", row) != vocabulary.VerdictNOK || len(v.found[row]) > 0 {
		return nil
	}
	return []control.Finding{{Rule: vocabulary.SignalRuleVerdict, Size: 1}}
})

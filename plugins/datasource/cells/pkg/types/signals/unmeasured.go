package signals

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// unmeasuredKind: a judged visit brought no value of a special characteristic that is to be measured on every cell.
var unmeasuredKind = ofCells(vocabulary.SignalUnmeasured, func(v *cellVisits, row int) []control.Finding { return v.of(row, vocabulary.SignalUnmeasured) })

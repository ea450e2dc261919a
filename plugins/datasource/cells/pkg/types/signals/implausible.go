package signals

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// implausibleKind: the value of a special characteristic cannot be true: a sentinel, an over-range.
var implausibleKind = ofCells(vocabulary.SignalImplausible, func(v *cellVisits, row int) []control.Finding { return v.of(row, vocabulary.SignalImplausible) })

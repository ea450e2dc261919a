package signals

import "github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"

// implausibleKind: the value of a special characteristic cannot be true: a sentinel, an over-range.
var implausibleKind = ofCells(control.FindingImplausible, func(v *cellVisits, row int) []control.Finding { return v.of(row, control.FindingImplausible) })

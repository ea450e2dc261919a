package signals

import "github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"

// unmeasuredKind: a judged visit brought no value of a special characteristic that is to be measured on every cell.
var unmeasuredKind = ofCells(control.FindingUnmeasured, func(v *cellVisits, row int) []control.Finding { return v.of(row, control.FindingUnmeasured) })

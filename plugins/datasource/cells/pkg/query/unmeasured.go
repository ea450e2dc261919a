package query

// unmeasuredKind: a judged visit brought no value of a special characteristic that is to be measured on every cell.
var unmeasuredKind = ofCells(findingUnmeasured, func(v *cellVisits, row int) []finding { return v.of(row, findingUnmeasured) })

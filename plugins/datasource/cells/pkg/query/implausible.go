package query

// implausibleKind: the value of a special characteristic cannot be true: a sentinel, an over-range.
var implausibleKind = ofCells(findingImplausible, func(v *cellVisits, row int) []finding { return v.of(row, findingImplausible) })

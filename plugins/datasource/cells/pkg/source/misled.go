package source

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// RowsByTime are the rows of measurements at their exact times.
type RowsByTime map[string]map[int64][]int

// ByTime finds the rows of measurements by their exact time.
func ByTime(tables map[string]*table.Table) RowsByTime {
	out := RowsByTime{}
	for name, rows := range tables {
		out[name] = map[int64][]int{}
		at := rows.Column("time")
		for row := range rows.Len() {
			ns, _ := at.Int(row)
			out[name][ns] = append(out[name][ns], row)
		}
	}
	return out
}

// Misleads tells how a pointer misleads among the rows that were read for it; "" when it does not. names tells whether a row
// names the pointer's item.
func (r RowsByTime) Misleads(p Pointer, rows *table.Table, names func(row int) bool) string {
	rule := vocabulary.SignalRuleNoRecord
	for _, row := range r[p.Measurement][p.At] {
		if !p.leadsTo(rows, row) {
			continue
		}
		if names(row) {
			return ""
		}
		rule = vocabulary.SignalRuleAnotherItem
	}
	return rule
}

// leadsTo tells whether a row at the pointer's time lies in its series.
func (p Pointer) leadsTo(rows *table.Table, row int) bool {
	for _, of := range [][2]string{{"site", p.Site}, {"line", p.Line}, {"equipment", p.Equipment}, {"product", p.Product}} {
		if column := rows.Column(of[0]); of[1] != "" && column != nil && table.TextOr(column, row, "") != of[1] {
			return false
		}
	}
	return true
}

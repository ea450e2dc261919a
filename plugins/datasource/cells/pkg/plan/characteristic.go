package plan

import (
	"slices"
)

// MeasuredAt are the characteristics of a station that its records bring as numbers, in force at a moment.
func (p *Plan) MeasuredAt(station string, ns int64) []*Row {
	return slices.DeleteFunc(p.CharacteristicsAt(station, ns), func(row *Row) bool {
		return row.Text("source") == "environment" || row.Text("type") == "text"
	})
}

// NamesOf are the names of characteristics, in their order.
func NamesOf(rows []*Row) []string {
	var names []string
	for _, row := range rows {
		names = append(names, row.Characteristic)
	}
	return names
}

package plan

import (
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
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

// CharacteristicSpec is the column of a characteristic: named by its id, with the plan's unit, decimals and name.
func (p *Plan) CharacteristicSpec(station, id string, ns int64) table.Spec {
	spec := table.Spec{Name: id, Kind: table.Float}
	if row := p.Characteristics.At(station, id, Scope{Product: Any}, ns); row != nil {
		spec.Unit, spec.Decimals, spec.Description = row.Text("unit"), DecimalsOf(row), row.Text("name")
	}
	return spec
}

// DecimalsOf is the number of decimals a characteristic is shown with; nil when the plan states none.
func DecimalsOf(row *Row) *uint16 {
	if n, ok := row.Int("decimals"); ok && n >= 0 && n <= 20 {
		decimals := uint16(n)
		return &decimals
	}
	return nil
}

package plan

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// Setting is the text of a setting in force at a moment; "" when there is none.
func (p *Plan) Setting(name string, ns int64) string {
	return SettingAt(p.Settings, name, ns)
}

// Buckets are all bucket counts that the item index was ever written with.
func (p *Plan) Buckets() []uint32 {
	var out []uint32
	for _, stretch := range p.Settings.Timeline("buckets", "", Scope{}, 0) {
		n, err := strconv.ParseUint(stretch.Row.Text("value"), 10, 32)
		if err == nil && n > 0 && !slices.Contains(out, uint32(n)) {
			out = append(out, uint32(n))
		}
	}
	return out
}

// StationsAt are the stations in force at a moment, in the order of the route; before the plan began, those it began with.
func (p *Plan) StationsAt(ns int64) []*Row {
	return slices.DeleteFunc(InForce(p.Stations, "", max(ns, p.Begin)), func(row *Row) bool { return p.Elsewhere.Stations[row.Station] })
}

// CharacteristicsAt are the characteristics of a station in force at a moment, or with which the plan began; general rows
// only, in the plan's order.
func (p *Plan) CharacteristicsAt(station string, ns int64) []*Row {
	return InForce(p.Characteristics, station, max(ns, p.Begin))
}

// InForce are the rows of a station in force at a moment, of every product; of all stations where none is named.
func InForce(book *Book, station string, ns int64) []*Row {
	var rows []*Row
	for _, key := range book.Keys() {
		if station != "" && key[0] != station {
			continue
		}
		if row := book.At(key[0], key[1], Scope{Product: Any}, ns); row != nil {
			rows = append(rows, row)
		}
	}
	slices.SortStableFunc(rows, func(a, b *Row) int {
		return cmp.Compare(a.NumberOr("order", 0), b.NumberOr("order", 0))
	})
	return rows
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

// Stands tells whether equipment stands at a station.
func (p *Plan) Stands(station *Row, equipment string) bool {
	return slices.Contains(listOf(station.Text("equipment")), equipment)
}

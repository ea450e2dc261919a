package visits

import (
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
)

// FieldsOf lists the lots of the station and the characteristics asked for; without a choice those it stored. One that was
// never stored, or stored as something else than the plan has, is told.
func (q *Query) FieldsOf(run *source.Run, p *plan.Plan, fields []source.FieldKey) (lots, characteristics []string) {
	ns := run.Range.To.UnixNano()
	isValue := func(key source.FieldKey) bool {
		return source.IsCharacteristic(key) || (key.Type == "string" && valueType(p, q.Station, key.Name, ns) == plan.TypeText)
	}
	for _, key := range fields {
		switch {
		case visit.IsLot(key.Name):
			lots = append(lots, key.Name)
		case isValue(key) && len(q.Characteristics) == 0:
			characteristics = append(characteristics, key.Name)
		}
	}
	for _, name := range q.Characteristics {
		if slices.Contains(characteristics, name) {
			continue
		}
		characteristics = append(characteristics, name)
		stored := slices.ContainsFunc(fields, func(k source.FieldKey) bool { return k.Name == name })
		if !stored && len(fields) > 0 {
			run.Warn("Station %s never stored a characteristic %s; check the name against the control plan.", q.Station, name)
		}
	}
	run.TellUnreadable(p, q.Station, ns, fields, q.Characteristics)
	return lots, slices.Compact(characteristics)
}

// valueType is what the plan says the values of a characteristic are.
func valueType(p *plan.Plan, station, characteristic string, ns int64) plan.ValueType {
	return p.Characteristics.At(station, characteristic, plan.Scope{Product: plan.Any}, ns).ValueType()
}

// valueColumn is the column of a characteristic in the frame: numbers, or texts where the plan has texts.
func valueColumn(r *source.Run, p *plan.Plan, station, characteristic string, rows *table.Table) *table.Column {
	ns := r.Range.To.UnixNano()
	spec := p.CharacteristicSpec(station, characteristic, ns)
	spec.Kind = valueType(p, station, characteristic, ns).Kind()
	if c := rows.Column(characteristic); c != nil && c.Kind == spec.Kind {
		return table.Renamed(c, spec)
	}
	return table.NewMissing(spec, rows.Len())
}

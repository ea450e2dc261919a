package query

import (
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// fieldsOf lists the lots of the station and the characteristics asked for; without a choice those it stored. One that was
// never stored, or stored as something else than the plan has, is told.
func (q *visitsQuery) fieldsOf(run *Run, p *Plan, fields []influx.FieldKey) (lots, characteristics []string) {
	ns := run.Range.To.UnixNano()
	isValue := func(key influx.FieldKey) bool {
		return isCharacteristic(key) || (key.Type == "string" && p.valueType(q.Station, key.Name, ns) == plan.TypeText)
	}
	for _, key := range fields {
		switch {
		case isLot(key.Name):
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
		stored := slices.ContainsFunc(fields, func(k influx.FieldKey) bool { return k.Name == name })
		if !stored && len(fields) > 0 {
			run.Warn("Station %s never stored a characteristic %s; check the name against the control plan.", q.Station, name)
		}
	}
	run.tellUnreadable(p, q.Station, ns, fields, q.Characteristics)
	return lots, slices.Compact(characteristics)
}

// tellUnreadable names the planned numbers of a station that were stored as something else; asked are the only ones that
// matter, none: all.
func (r *Run) tellUnreadable(p *Plan, station string, ns int64, fields []influx.FieldKey, asked []string) {
	_, others := measurable(p.measuredAt(station, ns), fields)
	for _, u := range others {
		if len(asked) == 0 || slices.Contains(asked, u.Characteristic) {
			r.Warn("Station %s: %s %s. It is not shown as a value.", station, u.Characteristic, u.Reason)
		}
	}
}

// valueType is what the plan says the values of a characteristic are.
func (p *Plan) valueType(station, characteristic string, ns int64) plan.ValueType {
	return p.Characteristics.At(station, characteristic, plan.Scope{Product: plan.Any}, ns).ValueType()
}

// valueColumn is the column of a characteristic in the frame: numbers, or texts where the plan has texts.
func (r *Run) valueColumn(p *Plan, station, characteristic string, rows *table.Table) *table.Column {
	ns := r.Range.To.UnixNano()
	spec := p.characteristicSpec(station, characteristic, ns)
	spec.Kind = p.valueType(station, characteristic, ns).Kind()
	if c := rows.Column(characteristic); c != nil && c.Kind == spec.Kind {
		return renamed(c, spec)
	}
	return table.NewMissing(spec, rows.Len())
}

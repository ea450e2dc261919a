package source

import (
	"cmp"
	"context"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Machine is one of a site.
type Machine struct{ Site, Equipment string }

// MachineEvent is one that happened to a machine or a position of it; to all of a station where Equipment is "".
type MachineEvent struct {
	Machine
	Station, Position string
	// OfItem: it happened to an item there.
	OfItem bool
	AtNs   int64
}

// NewestEvents is when something of a kind last happened to machines, in ns.
func (r *Run) NewestEvents(ctx context.Context, kind string, over Span) (map[Machine]int64, error) {
	events, err := r.MachineEvents(ctx, []string{kind}, over)
	if err != nil || len(events) == 0 {
		return nil, err
	}
	at := map[Machine]int64{}
	for _, e := range events {
		at[e.Machine] = max(at[e.Machine], e.AtNs)
	}
	return at, nil
}

// MachineEvents are those of some kinds.
func (r *Run) MachineEvents(ctx context.Context, kinds []string, over Span) (out []MachineEvent, err error) {
	fields, err := r.Fields(ctx, r.Databases.Record, vocabulary.MeasurementEvent)
	if DatabaseMissing(err) || err == nil && len(fields) == 0 {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	named := slices.DeleteFunc(slices.Clone(fields), func(k FieldKey) bool { return !slices.Contains(placeOfEvent, k.Name) })
	if len(named) == 0 {
		return nil, nil
	}
	results, err := r.Read(ctx, r.Databases.Record, Statement{
		From: vocabulary.MeasurementEvent, Columns: RecordColumns([]string{"site"}, named), Range: over,
		Where: []Condition{{Column: Tag("kind"), Operator: "=", Values: AnyValues(kinds)}},
	})
	if err != nil {
		return nil, err
	}
	for _, series := range results[0].Series {
		text := func(name string, row int) string { return table.TextOr(series.Rows.Column(name), row, "") }
		when := series.Rows.Column("time")
		for row := range series.Rows.Len() {
			ns, _ := when.Int(row)
			e := MachineEvent{Machine{text("site", row), text("equipment", row)}, text("station", row), text("position", row), false, ns}
			switch target := text("target_id", row); text("target_type", row) {
			case "station":
				e.Station = cmp.Or(e.Station, target)
			case "", "equipment":
				e.Equipment = cmp.Or(e.Equipment, target)
			default:
				e.Equipment, e.OfItem = cmp.Or(e.Equipment, target), true
			}
			out = append(out, e)
		}
	}
	return out, nil
}

// placeOfEvent are the fields of an event that say where it happened.
var placeOfEvent = []string{"equipment", "target_type", "target_id", "station", "position"}

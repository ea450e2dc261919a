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
	AtNs              int64
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
			of := Machine{text("site", row), cmp.Or(text("equipment", row), text("target_id", row))}
			out = append(out, MachineEvent{of, text("station", row), text("position", row), ns})
		}
	}
	return out, nil
}

// placeOfEvent are the fields of an event that say where it happened.
var placeOfEvent = []string{"equipment", "target_id", "station", "position"}

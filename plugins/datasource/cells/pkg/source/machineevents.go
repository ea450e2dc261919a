package source

import (
	"context"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Machine is one of a site.
type Machine struct{ Site, Equipment string }

// NewestEvents is when something of a kind last happened to machines, in ns.
func (r *Run) NewestEvents(ctx context.Context, kind string, over Span) (map[Machine]int64, error) {
	events, err := r.MachineEvents(ctx, []string{kind}, over)
	if err != nil || len(events) == 0 {
		return nil, err
	}
	at := map[Machine]int64{}
	for _, e := range events {
		of := Machine{e.Site, e.Equipment}
		at[of] = max(at[of], e.AtNs)
	}
	return at, nil
}

// MachineEvents are those of some kinds.
func (r *Run) MachineEvents(ctx context.Context, kinds []string, over Span) (out []control.MachineEvent, err error) {
	fields, err := r.Fields(ctx, r.Databases.Record, vocabulary.MeasurementEvent)
	if DatabaseMissing(err) || err == nil && len(fields) == 0 {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	named := slices.DeleteFunc(slices.Clone(fields), func(k FieldKey) bool { return !slices.Contains(control.PlaceOfEvent, k.Name) })
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
		when := series.Rows.Column("time")
		for row := range series.Rows.Len() {
			ns, _ := when.Int(row)
			out = append(out, control.MachineEventOf(ns, func(name string) string { return table.TextOr(series.Rows.Column(name), row, "") }))
		}
	}
	return out, nil
}

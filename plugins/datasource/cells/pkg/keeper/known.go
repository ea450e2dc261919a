package keeper

import (
	"context"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/holds"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// known are the holds that were placed since a moment, by whoever did.
type known struct {
	placed holds.SeenEvents
	// from and to bound what was read.
	from, to time.Time
}

// read adds the holds that were placed from a moment on: all of them the first time and where it lies before those that were read,
// otherwise what came since.
func (k *known) read(ctx context.Context, run *source.Run, from time.Time) error {
	now := run.Now()
	if k.placed == nil || from.Before(k.from) {
		k.placed, k.from, k.to = holds.SeenEvents{}, from, from
	}
	fields, err := run.Fields(ctx, run.Databases.Record, vocabulary.MeasurementEvent)
	if err != nil || len(fields) == 0 {
		return err
	}
	statement := source.Statement{
		From:  vocabulary.MeasurementEvent,
		Range: source.Span{From: k.to.Add(-overlap).UnixNano(), To: now.Add(time.Minute).UnixNano()},
		Where: []source.Condition{{Column: source.Tag("kind"), Operator: "=", Values: []any{vocabulary.EventHold}}},
	}
	for _, field := range fields {
		switch field.Name {
		case "event_id", "former_id", "pass_ms":
			statement.Columns = append(statement.Columns, source.Field(field.Name, source.KindOf(field)))
		}
	}
	results, err := run.Read(ctx, run.Databases.Record, statement)
	if err != nil {
		return err
	}
	for _, series := range results[0].Series {
		at, id, former, pass := series.Rows.Column("time"), series.Rows.Column("event_id"), series.Rows.Column("former_id"), series.Rows.Column("pass_ms")
		for row := range series.Rows.Len() {
			ns, _ := at.Int(row)
			k.placed.Repeats(table.TextOr(id, row, ""), table.TextOr(former, row, ""), ns/1e9*1e3, table.IntOr(pass, row, 0))
		}
	}
	k.to = now
	return nil
}

// forget drops holds that were placed before a moment.
func (k *known) forget(before time.Time) {
	for id, ms := range k.placed {
		if ms < before.UnixMilli() {
			delete(k.placed, id)
		}
	}
	if k.from.Before(before) {
		k.from = before
	}
}

package source

import (
	"context"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Commands are the events of commands to lines, and those that acknowledge one, whose own times lie in two ranges: who or what they are
// about, where, their number and when they were stored; nothing else of them.
func (r *Run) Commands(ctx context.Context, commands, acknowledgements Span) ([]record.Event, error) {
	of := func(kind string, over Span, fields ...string) influx.Statement {
		columns := []influx.Column{influx.Field("received_ms", table.Int), influx.Tag("site"), influx.Tag("kind")}
		for _, name := range append(fields, "event_id", "reference") {
			columns = append(columns, influx.Field(name, table.Text))
		}
		return influx.Statement{
			From: vocabulary.MeasurementEvent, Columns: columns, Range: over,
			Where: []influx.Condition{{Column: influx.Tag("kind"), Operator: "=", Values: []any{kind}}},
		}
	}
	results, err := r.Read(ctx, r.Databases.Record,
		of(vocabulary.EventCommand, commands, "target_type", "target_id", "item_id", "station", "equipment", "disposition"),
		of(vocabulary.EventCommandAck, acknowledgements, "target_id", "item_id", "equipment"))
	if err != nil {
		return nil, err
	}
	return eventsOf(results), nil
}

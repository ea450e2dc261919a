package source

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// dayNS is the time in which rows are read at once that are looked for by when they were stored.
const dayNS = int64(24 * time.Hour)

// EventRows are the rows of events in a range of their own times, whole as they are stored. Rows that are too many at once are an error.
func (r *Run) EventRows(ctx context.Context, over Span) ([]record.Row, error) {
	return r.eventRows(ctx, rowStatement(over))
}

// EventRowsOfDays are those of a range, read in halves where they are too many at once, down to a day.
func (r *Run) EventRowsOfDays(ctx context.Context, over Span) ([]record.Row, error) {
	aside := r.Aside(r.Range)
	rows, err := aside.EventRows(ctx, over)
	if !aside.Log.WasCut() || over.To-over.From <= dayNS {
		r.Tell(aside)
		return rows, err
	}
	middle := over.From + (over.To-over.From)/2
	rows, err = r.EventRowsOfDays(ctx, Span{From: over.From, To: middle})
	if err != nil {
		return nil, err
	}
	more, err := r.EventRowsOfDays(ctx, Span{From: middle, To: over.To})
	return append(rows, more...), err
}

// EventRowsAt are those at some times of theirs, ns.
func (r *Run) EventRowsAt(ctx context.Context, times []int64) ([]record.Row, error) {
	var statements []influx.Statement
	for _, ns := range times {
		statements = append(statements, rowStatement(Span{From: ns, To: ns + 1}))
	}
	return r.eventRows(ctx, statements...)
}

// EventRowsStored are those of a range that say that they were stored in another (Unix ms): few among many, so that they are looked for by
// that field alone before they are read.
func (r *Run) EventRowsStored(ctx context.Context, over, stored Span) ([]record.Row, error) {
	received := influx.Field("received_ms", table.Int)
	where := []influx.Condition{
		{Column: received, Operator: ">=", Values: []any{stored.From}},
		{Column: received, Operator: "<", Values: []any{stored.To}},
	}
	results, err := r.Read(ctx, r.Databases.Record, influx.Statement{
		From: vocabulary.MeasurementEvent, Range: over, Where: where, Columns: []influx.Column{received},
	})
	if err != nil {
		return nil, err
	}
	if results[0].Cut {
		return nil, r.tooManyEvents()
	}
	var statements []influx.Statement
	days := map[int64]bool{}
	for _, series := range results[0].Series {
		for row := range series.Rows.Len() {
			ns, _ := series.Rows.Column("time").Int(row)
			day := ns - ns%dayNS
			if days[day] {
				continue
			}
			days[day] = true
			statement := rowStatement(Span{From: max(day, over.From), To: min(day+dayNS, over.To)})
			statement.Where = where
			statements = append(statements, statement)
		}
	}
	return r.eventRows(ctx, statements...)
}

func rowStatement(over Span) influx.Statement {
	statement := influx.Statement{From: vocabulary.MeasurementEvent, Range: over}
	for name, kind := range record.Fields() {
		statement.Columns = append(statement.Columns, influx.Field(name, kind))
	}
	slices.SortFunc(statement.Columns, func(a, b influx.Column) int { return cmp.Compare(a.Name, b.Name) })
	for _, tag := range record.RowTags() {
		statement.Columns = append(statement.Columns, influx.Tag(tag))
	}
	return statement
}

func (r *Run) eventRows(ctx context.Context, statements ...influx.Statement) ([]record.Row, error) {
	results, err := r.Read(ctx, r.Databases.Record, statements...)
	if err != nil {
		return nil, err
	}
	var out []record.Row
	for _, result := range results {
		if result.Cut {
			return nil, r.tooManyEvents()
		}
		for _, series := range result.Series {
			rows := withTags(series)
			for row := range rows.Len() {
				out = append(out, record.RowOf(rows, row))
			}
		}
	}
	return out, nil
}

func (r *Run) tooManyEvents() error {
	return Mistake("more than %d events lie in the time that is read at once", r.Budget.Rows)
}

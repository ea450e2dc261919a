// Package audit reads what was sealed and what is stored, for those who seal it and those who compare.
package audit

import (
	"context"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/seals"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Seals are all that are stored, one a day, in the order of their days.
func Seals(ctx context.Context, run *source.Run) ([]seals.Seal, error) {
	stored, err := run.EventsStored(ctx, source.WholeRecord(run.Now()), 0, []string{vocabulary.EventSeal})
	return seals.Of(stored), err
}

// Lists are what seals of a range of days list, ends included.
func Lists(ctx context.Context, run *source.Run, all []seals.Seal, from, to seals.Day) (map[seals.Day][]seals.Entry, error) {
	var columns []source.Column
	for _, name := range seals.ListFields() {
		columns = append(columns, source.Field(name, table.Text))
	}
	var statements []source.Statement
	var days []seals.Day
	for _, seal := range all {
		root := seal.Root()
		if seal.Day < from || seal.Day > to || root == "" {
			continue
		}
		begin, end := seal.Day.Bounds()
		days = append(days, seal.Day)
		statements = append(statements, source.Statement{
			From: vocabulary.MeasurementSealed, Columns: columns, Range: source.Span{From: begin.UnixNano(), To: end.UnixNano()},
			Where: []source.Condition{{Column: source.Tag(seals.SealTag), Operator: "=", Values: []any{seals.ListTag(root)}}},
		})
	}
	results, err := run.Read(ctx, run.Databases.Record, statements...)
	if err != nil {
		return nil, err
	}
	if err := run.Log.Whole(run.Budget.Rows); err != nil {
		return nil, err
	}
	out := map[seals.Day][]seals.Entry{}
	for i, result := range results {
		for _, series := range result.Series {
			for row := range series.Rows.Len() {
				out[days[i]] = append(out[days[i]], seals.EntryOf(series.Rows, row))
			}
		}
	}
	return out, nil
}

// Rows are the events that may have been stored on days of a range, ends included, whatever time they tell of.
func Rows(ctx context.Context, run *source.Run, from, to seals.Day) ([]record.Row, error) {
	begin, _ := from.Bounds()
	_, end := to.Bounds()
	whole := source.WholeRecord(run.Now())
	near := source.Span{From: begin.AddDate(0, 0, -1).UnixNano(), To: end.AddDate(0, 0, 1).UnixNano()}
	stored := source.Span{From: begin.UnixMilli(), To: end.UnixMilli()}
	var out []record.Row
	for _, far := range []source.Span{{From: whole.From, To: near.From}, {From: near.To, To: whole.To}} {
		if far.From >= far.To {
			continue
		}
		rows, err := run.EventRowsStored(ctx, far, stored)
		if err != nil {
			return nil, err
		}
		out = append(out, rows...)
	}
	// What lies near is read whatever it says: a row may not say when it was stored.
	rows, err := run.EventRowsOfDays(ctx, near)
	return append(out, rows...), err
}

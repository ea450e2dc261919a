package signals

import (
	"context"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/holds"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

func (s *search) readAnswers(ctx context.Context) error {
	fields, err := s.Fields(ctx, s.Databases.Record, vocabulary.MeasurementEvent)
	if source.DatabaseMissing(err) || err == nil && len(fields) == 0 {
		return nil
	}
	if err != nil {
		return err
	}
	statement := source.Statement{
		From:  vocabulary.MeasurementEvent,
		Range: source.Span{From: s.Range.From.UnixNano(), To: max(s.Range.To.UnixNano(), s.Now().UnixNano()) + 1},
		Where: []source.Condition{{Column: source.Tag("kind"), Operator: "=", Values: source.AnyValues(vocabulary.AnsweringEvents)}},
	}
	for _, name := range []string{"item_id", "station", "characteristic", "source"} {
		if slices.ContainsFunc(fields, func(k source.FieldKey) bool { return k.Name == name }) {
			statement.Columns = append(statement.Columns, source.Field(name, table.Text))
		}
	}
	if len(statement.Columns) == 0 {
		return nil
	}
	statement.Columns = append(statement.Columns, source.Field("received_ms", table.Int), source.Tag("kind"))
	results, err := s.Read(ctx, s.Databases.Record, statement)
	if err != nil {
		return err
	}
	s.answers = holds.Answers{}
	for _, series := range results[0].Series {
		at, item := series.Rows.Column("time"), series.Rows.Column("item_id")
		station, characteristic := series.Rows.Column("station"), series.Rows.Column("characteristic")
		for row := range series.Rows.Len() {
			ns, _ := at.Int(row)
			by := table.TextOr(series.Rows.Column("source"), row, "")
			kind, stored := table.TextOr(series.Rows.Column("kind"), row, ""), table.IntOr(series.Rows.Column("received_ms"), row, ns/1e6)
			if s.query.State == vocabulary.StateUnanswered && by == vocabulary.SourceCellthread || !record.Counts(s.plan, kind, by, stored) {
				continue
			}
			id := table.TextOr(item, row, "")
			s.answers[id] = append(s.answers[id], holds.Answer{
				Ms: ns / 1e6, Station: table.TextOr(station, row, ""), Characteristic: table.TextOr(characteristic, row, ""),
			})
		}
	}
	return nil
}

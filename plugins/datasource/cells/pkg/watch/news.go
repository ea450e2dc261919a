package watch

import (
	"context"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// heardAgainNs is how much of what was heard is asked for again: rows stored at one time appear at several.
const heardAgainNs = int64(5e9)

// hear asks which minutes something was stored of since it was asked last; their steps are counted again. It is a hint: what
// is told of may not be stored yet.
func (s *station) hear(ctx context.Context, run *source.Run) error {
	fields, err := run.Fields(ctx, run.Databases.Visits, vocabulary.MeasurementArrival)
	if err != nil || len(fields) == 0 {
		return err
	}
	now := run.Now()
	if s.newsNs == 0 {
		s.newsNs = now.Add(-auditEvery).UnixNano()
	}
	results, err := run.Read(ctx, run.Databases.Visits, source.Statement{
		From: vocabulary.MeasurementArrival, Columns: []source.Column{source.Arrived(), source.Past()},
		Where: []source.Condition{{Column: source.Tag("station"), Operator: "=", Values: []any{s.name}}},
		Range: source.Span{From: s.newsNs - heardAgainNs, To: now.Add(auditEvery).UnixNano()},
	})
	if err != nil {
		return err
	}
	for _, series := range results[0].Series {
		for _, minute := range source.ArrivedMinutes(series.Rows) {
			ms := minute * 60_000
			begin := ms - ms%s.book.LengthMs
			if r := s.steps[begin]; r != nil {
				r.settled, r.counted = false, now
			} else {
				s.heard[begin] = true
			}
		}
		if n := series.Rows.Len(); n > 0 {
			newest, _ := series.Rows.Column("time").Int(n - 1)
			s.newsNs = max(s.newsNs, newest)
		}
	}
	return nil
}

package signals

import (
	"context"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// arrivalOf is the visit of a row. What arrived later than records wait, or had not at the moment that is asked about, is taken by its own
// time.
func (s *search) arrivalOf(rows *table.Table, row int) arrivalAt {
	of := arrivalAt{row: row, ms: visit.SourceMs(rows.Column("source_ms"), rows.Column("time"), row), rows: rows}
	received := table.IntOr(rows.Column("received_ms"), row, 0)
	if lag := received - of.ms; received > 0 && received <= s.reach().To.UnixMilli() && lag <= longestWait.Milliseconds() {
		of.lagMs = lag
	}
	return of
}

// after tells whether something (Unix ms) is later than the visit.
func (a arrivalAt) after(ms int64) bool { return ms > a.ms+time.Second.Milliseconds() }

// arrivedIn is a range of time, and every minute of which records of a station arrived in it that may have waited: what waited in a gateway
// is due as much later.
func (s *search) arrivedIn(ctx context.Context, station string, over source.Range) ([]source.Range, error) {
	spans := []source.Range{over}
	fields, err := s.Fields(ctx, s.Databases.Visits, vocabulary.MeasurementArrival)
	if err != nil || len(fields) == 0 {
		return spans, err
	}
	minutes := source.Arrived()
	results, err := s.Read(ctx, s.Databases.Visits, source.Statement{
		From: vocabulary.MeasurementArrival, Columns: []source.Column{minutes}, Range: source.Span{From: over.From.UnixNano(), To: over.To.UnixNano()},
		Where: []source.Condition{
			{Column: source.Tag("station"), Operator: "=", Values: []any{station}},
			{Column: minutes, Operator: ">=", Values: []any{over.From.Add(-longestWait).Unix()/60 - 1}},
		},
	})
	if err != nil {
		return nil, err
	}
	for _, series := range results[0].Series {
		for _, minute := range source.ArrivedMinutes(series.Rows) {
			from := time.Unix(minute*60, 0)
			spans = append(spans, source.Range{From: from, To: from.Add(time.Minute)})
		}
	}
	return source.Merged(spans), nil
}

// leaveOutBehind leaves out cells of which a record of a station arrived after they had left, though by its clock, which is behind, it
// was measured before.
func (s *search) leaveOutBehind(ctx context.Context, station string, left map[string]arrivalAt, found map[string][]source.Pointer) error {
	var doubtful []source.Pointer
	for id, of := range left {
		for _, p := range found[id] {
			if p.Measurement == station && !of.after(p.At/1e6) && of.ms-p.At/1e6 < clockBehind.Milliseconds() {
				doubtful = append(doubtful, p)
			}
		}
	}
	fields, err := s.Fields(ctx, s.Databases.Visits, station)
	if err != nil || len(doubtful) == 0 {
		return err
	}
	tables, err := s.Exactly(ctx, s.Databases.Visits, doubtful, func(string) ([]source.Column, error) {
		return source.Readable([]string{"cell_id", "item_id", "received_ms"}, fields), nil
	})
	if err != nil || tables[station] == nil {
		return err
	}
	rows := source.WithItemID(tables[station])
	for row := range rows.Len() {
		id := source.RecordOf(rows, row).Item
		if of, is := left[id]; is && of.after(table.IntOr(rows.Column("received_ms"), row, 0)) {
			delete(left, id)
		}
	}
	return nil
}

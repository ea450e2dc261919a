package signals

import (
	"context"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// evaluationSpread is how much later than the end of its range an alert rule may be evaluated: Grafana asks up to the tick
// and spreads the rules over the interval until the next one.
const evaluationSpread = time.Minute

// reach is the search's range and, where it ended a moment ago, what came since: it would be news only at the next tick.
func (s *search) reach() source.Range {
	if now := s.Now(); !s.asOf && now.After(s.Range.To) && now.Sub(s.Range.To) <= evaluationSpread {
		return source.Range{From: s.Range.From, To: now}
	}
	return s.Range
}

func (s *search) prepare(ctx context.Context) error {
	if s.query.State != vocabulary.StateFresh {
		return s.readAnswers(ctx)
	}
	fields, err := s.Fields(ctx, s.Databases.Visits, vocabulary.MeasurementArrival)
	if err != nil || len(fields) == 0 {
		return err
	}
	reach := s.reach()
	arrived := source.Statement{
		From: vocabulary.MeasurementArrival, Columns: []source.Column{source.Tag("station"), source.Arrived()},
		Range: source.Span{From: reach.From.UnixNano(), To: reach.To.UnixNano()},
	}
	if len(s.query.Stations) > 0 {
		arrived.Where = []source.Condition{{Column: source.Tag("station"), Operator: "=", Values: source.AnyValues(s.query.Stations)}}
	}
	results, err := s.Read(ctx, s.Databases.Visits, arrived)
	if err != nil {
		return err
	}
	s.arrivals = arrivals{}
	for _, series := range results[0].Series {
		station := series.Rows.Column("station")
		for row, minute := range source.ArrivedMinutes(series.Rows) {
			name := table.TextOr(station, row, "")
			s.arrivals[name] = append(s.arrivals[name], minute)
		}
	}
	return nil
}

// ranges are the source times to read for a station: the search's range and every minute that arrived in it.
func (s *search) ranges(station string) []source.Range {
	spans := []source.Range{s.reach()}
	for _, m := range s.arrivals[station] {
		from := time.Unix(m*60, 0)
		spans = append(spans, source.Range{From: from, To: from.Add(time.Minute)})
	}
	return source.Merged(spans)
}

// arrivals are, by station, the source minutes of rows that were stored in the search's range: after a pause of the
// database, rows of long ago are news, unless they only tell what was.
type arrivals map[string][]int64

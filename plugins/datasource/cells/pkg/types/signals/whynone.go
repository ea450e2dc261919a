package signals

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// tell counts what was found, rejected inputs each and all others by their labels, or says why there is nothing.
func (s *search) tell(ctx context.Context, found []signal) error {
	if len(found) == 0 {
		return s.whyNone(ctx)
	}
	kept, cut := worstFirst(slices.Clone(found), s.query.labels())
	count := float64(cut)
	for _, signal := range kept {
		if signal.Labels["kind"] == rejectedKind.Name {
			count += signal.Value
		} else {
			count++
		}
	}
	s.Counted = &count
	return nil
}

// whyNone says of a search that found nothing whether anything was there to be judged: without visits "nothing is out of
// spec" would be true and mislead. It costs a statement a station, and only people ask for it.
func (s *search) whyNone(ctx context.Context) error {
	kinds, say := s.query.kinds(), s.speaker()
	stations := s.stations()
	if len(stations) == 0 {
		s.Because("station unknown", say.unplanned, strings.Join(s.query.Stations, ", "))
		return nil
	}
	statements, word, sentence := s.arrived(), "no input", say.noInput
	if slices.ContainsFunc(kinds, func(k signalKind) bool { return k.Station != nil && k.Name != silentKind.Name }) {
		statements, word, sentence = nil, "no visits", say.noVisits
		for _, station := range stations {
			statements = append(statements, s.anyVisit(station.Station)...)
		}
	} else if !slices.ContainsFunc(kinds, func(k signalKind) bool { return k.Name == rejectedKind.Name }) {
		return nil
	}
	results, err := s.Read(ctx, s.Databases.Visits, statements...)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(results, func(r source.Result) bool { return len(r.Series) > 0 }) {
		word, sentence = "", say.nothingOpen
		if s.query.State == vocabulary.StateFresh {
			sentence = cmp.Or(say.nothing(s.looked), say.nothingNew)
		}
	}
	s.Because(word, "%s", sentence)
	return nil
}

// anyVisit asks for one visit of a station among those that were looked at.
func (s *search) anyVisit(station string) []source.Statement {
	var out []source.Statement
	for _, span := range source.Cover(s.ranges(station), source.MaxRanges) {
		out = append(out, source.Statement{
			From: station, Columns: []source.Column{source.Field("visit", table.Int)}, Limit: 1,
			Range: source.Span{From: span.From.UnixNano(), To: span.To.UnixNano()},
			Where: visitsOf(s.query.filters, station).Conditions(vocabulary.VisitTags...),
		})
	}
	return out
}

// arrived asks whether anything at all was stored in the range.
func (s *search) arrived() []source.Statement {
	reach := s.reach()
	return []source.Statement{{
		From: vocabulary.MeasurementArrival, Columns: []source.Column{source.Arrived(), source.Past()}, Limit: 1,
		Range: source.Span{From: reach.From.UnixNano(), To: reach.To.UnixNano()},
		Where: s.query.filters.Conditions("site"),
	}}
}

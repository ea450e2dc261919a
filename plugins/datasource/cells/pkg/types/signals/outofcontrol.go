package signals

import (
	"context"
	"slices"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/watch"
)

// outOfControlKind: a monitor of the plan is in an episode. It is a process's signal, one a stream and characteristic that departs.
var outOfControlKind = signalKind{Name: vocabulary.SignalOutOfControl, Station: findOutOfControl, Asks: asksOutOfControl}

func findOutOfControl(ctx context.Context, s *search, station *plan.Row) ([]signal, error) {
	ns := s.Range.To.UnixNano()
	planned, err := s.judgeable(ctx, station.Station)
	if err != nil {
		return nil, err
	}
	names := plan.NamesOf(planned)
	for _, name := range names {
		for _, of := range control.WithoutLines(s.plan, station.Station, name, ns) {
			s.leave(station.Station, unjudged{Kind: vocabulary.SignalOutOfControl, Characteristic: name, Rule: vocabulary.UnreadModel, Detail: lineless(of)})
		}
	}
	seen, err := s.memory.watching().Look(ctx, s.Run, s.plan, station.Station)
	if err != nil {
		return nil, err
	}
	s.saw(seen)
	if seen.Left > 0 {
		s.leave(station.Station, unjudged{Kind: vocabulary.SignalOutOfControl, Rule: vocabulary.UnreadUnread, Passes: !seen.Stands, Detail: inFull(detailLearning, seen.Left)})
	}
	if seen.Owed > 0 {
		s.leave(station.Station, unjudged{Kind: vocabulary.SignalOutOfControl, Rule: vocabulary.UnreadUnread, Detail: inFull(detailOwed, seen.Owed)})
	}
	for _, of := range seen.Crowded {
		s.leave(station.Station, unjudged{Kind: vocabulary.SignalOutOfControl, Rule: vocabulary.UnreadStreams, Detail: crowded(of)})
	}
	episodes, err := s.withinSpec(ctx, station, seen.Episodes)
	if err != nil {
		return nil, err
	}
	var out []signal
	for _, e := range s.firstOfLots(ctx, station, episodes) {
		// Of what was measured hours before it came nothing begins to be told: nobody can act on it any more. What was told in time goes on.
		asked := slices.Contains(names, e.Key.Characteristic) || ofZone(e) && s.asked(e.Key.Characteristic) || e.Key.Characteristic == "" && len(s.query.Characteristics) == 0
		if asked && !s.noNews(e) {
			out = append(out, s.departing(e, ns))
		}
	}
	return out, s.suspectGauges(ctx, station, out)
}

// noNews tells that an alert rule tells nobody of an episode: all of it was measured hours before it came.
func (s *search) noNews(e watch.Episode) bool { return s.Alerting && !s.query.Replayed && e.Late }

// crowded says of which machine or line too many streams came, and what is not watched therefore.
func crowded(of summary.Crowd) detail {
	what := detailPositions
	if of.Lots {
		what = detailLots
	}
	return inFull(what, watch.MostStreams, strings.TrimSpace(of.Line+" "+of.Equipment))
}

// departing is the signal of an episode: its labels are those of the stream. What departs may change while one cause lasts, from its
// level to its spread, so that it is no label of an alert.
func (s *search) departing(e watch.Episode, ns int64) signal {
	labels := map[string]string{
		"site": e.Key.Site, "line": e.Key.Line, "station": e.Key.Station, "equipment": e.Key.Equipment, "position": e.Key.Position,
		"product": e.Key.Product, "characteristic": e.Key.Characteristic, "disposition": "none",
		"lot": e.Lot, "route": e.Route,
	}
	if !s.Alerting {
		labels["rule"] = ruleOf(e)
	}
	return signal{Value: e.Size, Labels: labels, Facts: factsOf(e), Told: &e.Told}
}

// ruleOf is what departs, as a rule.
func ruleOf(e watch.Episode) string {
	switch {
	case e.Against == monitor.Master:
		return vocabulary.SignalRuleGauge
	case e.Between != nil:
		return vocabulary.SignalRuleApart
	}
	return e.Departs
}

// asksOutOfControl: verdicts have monitors as well, without a characteristic.
func asksOutOfControl(p *plan.Plan, station *plan.Row, ns int64) []map[string]string {
	kind := vocabulary.SignalOutOfControl
	places := []map[string]string{{"characteristic": "", "route": vocabulary.SignalKindRoute[kind]}}
	for _, row := range p.CharacteristicsAt(station.Station, ns) {
		places = append(places, placeOf(kind, row, notContained))
	}
	return places
}

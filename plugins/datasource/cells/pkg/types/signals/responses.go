package signals

import (
	"cmp"
	"context"
	"errors"
	"math"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/watch"
)

// answeredKinds are the kinds of signals of processes: people answer them, and do something about them.
var answeredKinds = []signalKind{outOfControlKind, kOfNKind, noReadingKind, environmentKind, silentKind}

// isAnswered tells whether a kind of signals is one of them.
func isAnswered(kind string) bool {
	return slices.ContainsFunc(answeredKinds, func(k signalKind) bool { return k.Name == kind })
}

// respondedFor is how long what people did matters.
const respondedFor = 7 * 24 * time.Hour

// responses are what people did about signals until the end of the search, in order.
func (s *search) responses(ctx context.Context) ([]record.Event, error) {
	to := s.reach().To
	fields, err := s.Fields(ctx, s.Databases.Record, vocabulary.MeasurementEvent)
	if source.DatabaseMissing(err) || err == nil && len(fields) == 0 {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	events, err := s.EventsStored(ctx, source.Span{From: to.Add(-respondedFor).UnixNano(), To: to.UnixNano() + 1}, 0, responding)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(events, func(a, b record.Event) int { return cmp.Or(cmp.Compare(a.AtMs, b.AtMs), cmp.Compare(a.ID, b.ID)) })
	return events, nil
}

// keyOf is the stream of a signal of a process.
func keyOf(l map[string]string) summary.Key {
	return summary.Key{Characteristic: l["characteristic"], Stream: summary.Stream{Site: l["site"], Line: l["line"], Station: l["station"], Equipment: l["equipment"], Position: l["position"]}}
}

// withStandings says of signals of processes what people did about them, and adds what was done and is being proved, and what did not help and
// nobody has seen since: monitors begin anew with what is done, and would say nothing of it for a while.
func (s *search) withStandings(ctx context.Context, found []signal) ([]signal, error) {
	if !slices.ContainsFunc(proved, func(kind string) bool { return slices.Contains(s.query.Kinds, kind) }) {
		return found, nil
	}
	events, err := s.responses(ctx)
	if err != nil {
		return nil, err
	}
	for i, of := range found {
		if isAnswered(of.Labels["kind"]) {
			since := of.known().SinceMs
			if math.IsNaN(since) {
				since = float64(s.Range.From.UnixMilli())
			}
			found[i].Standing = standingOf(keyOf(of.Labels), int64(since), events)
		}
	}
	beside := func(of monitor.Told, key summary.Key, is standing) {
		at := slices.IndexFunc(found, func(f signal) bool { return f.Told != nil && keyOf(f.Labels) == keyOf(labelsOf(key)) })
		if at >= 0 {
			found[at].Standing = is
			return
		}
		one := signal{Value: 1, Labels: labelsOf(key), Facts: began(is.Done.AtMs * 1e6), Standing: is}
		one.Labels["disposition"], one.Labels["route"] = notContained, of.Route
		signalKind{Name: vocabulary.SignalOutOfControl}.complete(s.plan, one.Labels, s.Range.To.UnixNano())
		if plan.Allowed(s.query.Stations, key.Station) && matchLabels(s.query.filters, one.Labels) {
			found = append(found, one)
		}
	}
	for _, e := range events {
		key := keyOf(map[string]string{"site": e.Site, "station": e.Station, "equipment": e.Equipment, "position": e.Position, "characteristic": e.Characteristic})
		if m, known := s.plan.MachineFor(e.Site, e.Equipment, e.Station, e.AtMs*1e6); known {
			key.Line = m.Line
		}
		is := standingOf(key, e.FromMs, events)
		if e.Kind == vocabulary.EventProof && e.ItemID == "" && is.Word == vocabulary.StandingNotEffective && is.By.ID == e.ID && s.Now().Sub(time.UnixMilli(e.AtMs)) < proveAgainFor {
			beside(monitor.Told{}, key, is)
		}
	}
	return found, s.beingProved(ctx, events, beside)
}

// proveAgainFor is how long it is told that something did not help, where nothing is told of what departs itself.
const proveAgainFor = 24 * time.Hour

// beingProved gives what was done and is not judged yet.
func (s *search) beingProved(ctx context.Context, events []record.Event, give func(of monitor.Told, key summary.Key, is standing)) error {
	judge := s.memory.judge()
	for _, done := range events {
		if !IsJudged(done) || s.Now().Sub(time.UnixMilli(done.AtMs)) > ProvedAgain || len(s.query.Stations) > 0 && done.Station != "" && !plan.Allowed(s.query.Stations, done.Station) {
			continue
		}
		proofs, err := judge.Look(ctx, s.Aside(s.Range), done, events)
		if reading := new(watch.ReadingError); errors.As(err, &reading) {
			continue
		}
		if err != nil {
			return err
		}
		for _, one := range proofs {
			// What is over is stored within seconds by the keeper; where none runs it is still told as what it is.
			key := one.Key
			key.Product, key.Lot = "", ""
			if is := standingOf(key, done.AtMs, events); is.Done.ID == done.ID && is.Word == vocabulary.StandingActed {
				is.Cells, is.Wanted = one.Cells, one.Wanted
				give(one.Of, key, is)
			}
		}
	}
	judge.Forget(func(id string) bool {
		return slices.ContainsFunc(events, func(e record.Event) bool { return e.ID == id })
	})
	return nil
}

// judge is the one of this datasource, which shares what is watched.
func (m *memory) judge() *ToProve {
	m.judging.Do(func() { m.proving = &ToProve{with: m} })
	return m.proving
}

func labelsOf(key summary.Key) map[string]string {
	return map[string]string{
		"site": key.Site, "line": key.Line, "station": key.Station, "equipment": key.Equipment, "position": key.Position, "characteristic": key.Characteristic,
	}
}

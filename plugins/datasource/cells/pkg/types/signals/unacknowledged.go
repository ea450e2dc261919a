package signals

import (
	"context"
	"math"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// unacknowledgedKind: a signal of a process that nobody acknowledged for longer than the plan gives, told to the next route. Its rule is the
// kind of that signal; the value is for how many times as long nobody did. It is over when somebody does, or the signal is.
var unacknowledgedKind = signalKind{Name: vocabulary.SignalUnacknowledged, Plant: findUnacknowledged}

// escalateAfter is how long people have where no characteristic of the plan says so, by how bad it is.
var escalateAfter = map[string]time.Duration{"safety": 15 * time.Minute, "critical": 15 * time.Minute, "warning": 30 * time.Minute, "info": 2 * time.Hour}

func findUnacknowledged(ctx context.Context, s *search) ([]signal, error) {
	events, err := s.responses(ctx)
	if err != nil {
		return nil, err
	}
	var out []signal
	for _, kind := range answeredKinds {
		found, err := s.find(ctx, kind)
		if err != nil {
			return nil, err
		}
		for _, of := range found {
			kind.complete(s.plan, of.Labels, s.Range.To.UnixNano())
			if one, is := s.unacknowledged(of, standingOf(keyOf(of.Labels), int64(of.known().SinceMs), events)); is && of.Value > 0 {
				out = append(out, one)
			}
		}
	}
	return out, nil
}

// unacknowledged is the signal that another one was not acknowledged in time, and whether it is one: since it was told, or since it was said that
// what was done did not help; of what was there before the plan since that was pushed first.
func (s *search) unacknowledged(of signal, is standing) (signal, bool) {
	since := of.known().SinceMs
	if math.IsNaN(since) || !is.isOpen() {
		return signal{}, false
	}
	if of.Told != nil {
		since = max(since, float64(of.Told.Begins()))
	}
	if is.Word == vocabulary.StandingNotEffective {
		since = max(since, float64(is.By.AtMs))
	}
	since = max(since, float64(s.plan.Pushed/1e6)) // before that nobody was to be told of it
	after := s.escalatesAfter(of.Labels)
	lasts := time.Duration(float64(s.reach().To.UnixMilli())-since) * time.Millisecond
	if lasts <= after {
		return signal{}, false
	}
	out := signal{Value: float64(lasts) / float64(after), Labels: map[string]string{}, Facts: began(int64(since) * 1e6)}
	for _, name := range []string{"site", "line", "station", "equipment", "position", "product", "characteristic", "severity"} {
		out.Labels[name] = of.Labels[name]
	}
	out.Labels["rule"], out.Labels["disposition"], out.Labels["route"] = of.Labels["kind"], notContained, vocabulary.RouteNext[of.Labels["route"]]
	return out, true
}

// escalatesAfter is how long people have to acknowledge a signal.
func (s *search) escalatesAfter(l map[string]string) time.Duration {
	by, stated := escalateAfter[l["severity"]]
	if !stated {
		by = escalateAfter["warning"]
	}
	row := s.plan.Characteristics.At(l["station"], l["characteristic"], plan.Scope{Product: plan.Any}, max(s.Range.To.UnixNano(), s.plan.Begin))
	if row == nil {
		return by
	}
	return time.Duration(row.NumberOr("escalate_after_s", by.Seconds()) * float64(time.Second))
}

package watch

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// Departure is an episode that was told, from its beginning to its end. Moments are Unix ms.
type Departure struct {
	Key summary.Key
	// Departs is what did first, as of Evidence; Against what it was held against; Between as of Evidence.
	Departs, Against, Route string
	Between                 []summary.Stream
	// FromMs is when it began, ToldMs when it could be told at the earliest, LastMs the end of the last window that belongs to it.
	FromMs, ToldMs, LastMs int64
	// Over: it was, when that was looked at last.
	Over bool
}

// Through is what departed at a station in a stretch of the past.
type Through struct {
	// Departures are in the order of their beginnings.
	Departures []Departure
	// FromMs is from where on all is known (Unix ms): later than what was asked for while what is before is still being read.
	FromMs int64
}

// Through tells what departed at a station in a range, each episode once: as it was told at the end of the range, and before that at the end
// of each stretch that is judged at once. The newest is looked at first, as far as the query's share of time for reading goes; what was
// found is remembered, so that whoever asks again is told of more.
func (w *Watch) Through(ctx context.Context, run *source.Run, p *plan.Plan, name string, over source.Range) (Through, error) {
	out := Through{FromMs: over.To.UnixMilli()}
	if len(run.PlannedSites(p)) == 0 {
		return Through{FromMs: over.From.UnixMilli()}, nil // no stretch of any site's calendar is judged
	}
	var all []Departure
	s := w.walking.of(name)
	s.mu.Lock()
	defer s.mu.Unlock()
	for out.FromMs > over.From.UnixMilli() {
		if deadline, ok := ctx.Deadline(); ok && len(all) > 0 && time.Until(deadline) < time.Duration((1-readingShare)*float64(run.Budget.Time)) {
			break // what is found so far is still to be followed
		}
		part, err := w.partUntil(ctx, run, p, s, time.UnixMilli(out.FromMs))
		if err != nil {
			if reading := new(ReadingError); errors.As(err, &reading) {
				break
			}
			return out, err
		}
		all = append(all, part.departures...)
		if part.fromMs >= out.FromMs {
			break
		}
		out.FromMs = part.fromMs
		if part.left {
			break
		}
		s.leave(part.fromMs)
	}
	if out.FromMs <= over.From.UnixMilli() {
		s.begin(p, max(over.To.UnixNano(), p.Begin)) // what is read for the past alone is not kept
		out.FromMs = over.From.UnixMilli()
	}
	out.Departures = joined(all)
	return out, nil
}

// partUntil is what was told at a moment of the stretch that is judged then.
func (w *Watch) partUntil(ctx context.Context, run *source.Run, p *plan.Plan, s *station, until time.Time) (walked, error) {
	now := run.Now()
	key := walkedUntil{s.name, until.UnixMilli(), versionOf(p, s.name)}
	if known, is := w.walking.known(key, now); is {
		return known, nil
	}
	seen, err := w.lookAt(ctx, run, p, s, until)
	if err != nil {
		return walked{}, err
	}
	part := walked{fromMs: seen.StartMs, left: seen.Left > 0, at: now}
	for _, e := range slices.Concat(seen.Episodes, seen.Ended) {
		told := e.Against != monitor.Past && e.Against != monitor.Master
		if told && e.Doubtful {
			if told, err = w.wasTold(ctx, run, p, s, e); err != nil {
				return walked{}, err
			}
		}
		if told {
			part.departures = append(part.departures, departureOf(e, seen.Breaks))
		}
	}
	if !part.left && seen.Judged.IsZero() {
		w.walking.remember(key, part)
	}
	return part, nil
}

// lookAt looks at a station as of a moment: what is long past at the one that goes back.
func (w *Watch) lookAt(ctx context.Context, run *source.Run, p *plan.Plan, s *station, at time.Time) (Seen, error) {
	if run.Now().Sub(at) >= keptBack {
		return s.look(ctx, run, p, at)
	}
	aside := run.Aside(source.Range{From: run.Range.From, To: at})
	defer func() { run.Tell(aside) }()
	return w.Look(ctx, aside, p, s.name)
}

// wasTold tells whether an episode was told in its last window.
func (w *Watch) wasTold(ctx context.Context, run *source.Run, p *plan.Plan, s *station, e Episode) (bool, error) {
	key := walkedUntil{s.name, e.LastMs - 1, versionOf(p, s.name)}
	part, known := w.walking.known(key, run.Now())
	if !known {
		seen, err := w.lookAt(ctx, run, p, s, time.UnixMilli(key.untilMs))
		if err != nil {
			return false, err
		}
		part = walked{at: run.Now()}
		for _, o := range seen.Episodes {
			part.told = append(part.told, toldAs{keyOf(o), o.What})
		}
		w.walking.remember(key, part)
	}
	return slices.Contains(part.told, toldAs{keyOf(e), e.What}), nil
}

// departureOf is an episode as people count it: one that was ended by what was done to its place lasted until that, not until its last
// window was over.
func departureOf(e Episode, breaks control.Breaks) Departure {
	out := Departure{
		Key: keyOf(e), Departs: e.Departs, Against: e.Against, Route: e.Route, Between: e.Between,
		FromMs: e.SinceMs, ToldMs: e.Begins(), LastMs: e.LastMs, Over: e.Over,
	}
	if !e.Over {
		return out
	}
	for _, of := range breaks.Of(e.Against, []summary.Stream{e.Key.Stream}) {
		for _, ms := range of {
			if ms > out.ToldMs && ms < e.LastMs && e.LastMs-ms <= e.Pace.LengthMs {
				out.LastMs = ms
				break
			}
		}
	}
	return out
}

// keyOf is the stream of an episode, with the lot that it departs with.
func keyOf(e Episode) summary.Key {
	key := e.Key
	if e.Lot != "" {
		key.Lot = e.Lot
	}
	return key
}

// joined makes of what was told of one stream at the ends of adjacent stretches one episode where it goes on. What began in the later one
// is as it was told there; what went on is as it was told first.
func joined(all []Departure) (out []Departure) {
	slices.SortStableFunc(all, func(a, b Departure) int {
		return cmp.Or(cmp.Compare(a.FromMs, b.FromMs), cmp.Compare(a.ToldMs, b.ToldMs))
	})
	last := map[summary.Key]int{}
	for _, d := range all {
		if i, is := last[d.Key]; is && d.FromMs <= out[i].LastMs {
			one := &out[i]
			if d.LastMs > one.LastMs {
				one.LastMs, one.Over = d.LastMs, d.Over
			}
			one.ToldMs = min(one.ToldMs, d.ToldMs)
			continue
		}
		last[d.Key] = len(out)
		out = append(out, d)
	}
	return out
}

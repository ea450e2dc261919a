package watch

import (
	"reflect"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// mostUnsettled is how far back from the end of what is read followers stay, as long as the steps there may change.
const mostUnsettled = time.Hour

// mostBehind is how far back followers stay as soon as steps there changed again, and for how long at least.
const mostBehind = 3 * time.Hour

// fewestAnew is how often followers begin anew in so long before they stay farther back, and anewFor how far back for once more: as often
// as staying there costs what they judge again all the time.
const (
	fewestAnew = 3
	anewFor    = 6 * time.Hour
)

// followers have followed monitors up to a moment (Unix ms), before which no step changed since.
type followers struct {
	toMs int64
	all  map[of]follower
	// untilMs is the latest moment that was asked for.
	untilMs int64
	behind  behind
	// doing is what the monitors did that were followed last.
	doing []monitor.Doing
}

// behind is how far before the moment asked for steps changed again since one (Unix ms), and in a stretch before; and how often followers
// began anew since because some did farther back than they stay.
type behind struct {
	sinceMs, now, before int64
	anew                 int64
}

// of is what a monitor watches: no two of a station have all of it in common.
type of struct {
	what, against string
	first         summary.Key
}

func ofMonitor(m monitor.Monitor) of { return of{m.What, m.Against, m.Keys[0]} }

// follower is one of a monitor, and what it depends on beside the steps. Its monitor has keys only while it is gone on with: they are
// those of its streams, which are kept once for all characteristics.
type follower struct {
	*monitor.Follower
	streams        []summary.Stream
	characteristic string
	at             monitor.Stretch
	alarm          monitor.Alarm
}

// keys appends those of its streams to a list.
func (f follower) keys(list []summary.Key) []summary.Key {
	for _, stream := range f.streams {
		list = append(list, summary.Key{Stream: stream, Characteristic: f.characteristic})
	}
	return list
}

// groups are streams that are watched together, by their first.
type groups map[summary.Stream][][]summary.Stream

// of are the streams of keys, kept once.
func (g groups) of(keys []summary.Key) []summary.Stream {
	first := keys[0].Stream
	for _, group := range g[first] {
		if slices.EqualFunc(group, keys, func(s summary.Stream, k summary.Key) bool { return s == k.Stream }) {
			return group
		}
	}
	group := make([]summary.Stream, len(keys))
	for i, key := range keys {
		group[i] = key.Stream
	}
	g[first] = append(g[first], group)
	return group
}

// watched are the monitors of a station at a moment (Unix ms), given the streams that measured something from another one on.
func watched(p *plan.Plan, station string, counting *control.Counting, book *summary.Book, from, until int64) (out []follower) {
	ns, kept := max(until*1e6, p.Begin), groups{}
	for _, name := range counting.Watched() {
		for _, m := range control.Monitors(p, station, name, ns, book.KeysBetween(name, from, until)) {
			streams := kept.of(m.Keys)
			m.Keys = nil
			out = append(out, follower{&monitor.Follower{Monitor: m}, streams, name, monitor.Stretch{}, control.AlarmOf(p, m.Route, ns)})
		}
	}
	return out
}

// stretched gives monitors the stretch that those of their site look at, as far as it begins at a moment (Unix ms) or later.
func stretched(p *plan.Plan, all []follower, broken control.Breaks, from, until int64) []follower {
	stretches := map[string]monitor.Stretch{}
	for i := range all {
		site := all[i].streams[0].Site
		at, known := stretches[site]
		if !known {
			at, _ = control.StretchAt(p, site, until)
			at.FromMs, at.StartMs, at.ToMs = max(at.FromMs, from), max(at.StartMs, from), 0
			stretches[site] = at
		}
		at.Breaks = broken.Of(all[i].Against, all[i].streams)
		all[i].at = at
	}
	return all
}

// follow follows monitors until a moment and gives those that found something. Up to where steps are settled what it did is kept and
// gone on with the next time; what depends on something that changed begins anew.
func (f *followers) follow(book *summary.Book, monitors []follower, settled, until int64) (out []*monitor.Follower) {
	before := f.all
	settled = max(f.toMs, min(settled, until-max(f.behind.now, f.behind.before)))
	keep := until >= settled
	if keep {
		f.toMs, f.all, f.untilMs = settled, map[of]follower{}, max(f.untilMs, until)
		f.behind = f.behind.at(f.untilMs)
	}
	f.doing = f.doing[:0]
	var keys []summary.Key
	for _, m := range monitors {
		keys = m.keys(keys[:0])
		of := of{m.What, m.Against, keys[0]}
		known, is := before[of]
		if keep && is && known.same(m) {
			known.streams, known.Lots, known.Parts, known.Keys = m.streams, m.Lots, m.Parts, keys
		} else {
			known = m
			anew := m.Monitor
			anew.Keys = keys
			known.Follower = anew.Begin(m.at, book.LengthMs, m.alarm)
		}
		ahead := known.Follower
		if keep {
			known.On(book, settled)
			ahead = known.Ahead(book, until)
		} else {
			known.On(book, until)
		}
		f.doing = append(f.doing, ahead.Doing())
		if len(ahead.Episodes(book, until)) > 0 {
			found := *ahead
			found.Keys = slices.Clone(keys)
			out = append(out, &found)
		}
		if known.Keys = nil; keep {
			f.all[of] = known
		}
	}
	return out
}

// changed tells that steps from a moment on are others than they were.
func (f *followers) changed(fromMs int64) {
	if fromMs < f.toMs {
		f.toMs, f.all = 0, nil
	}
}

// again tells that the step of a moment is another than it was read. A machine that is some minutes behind changes steps all the time,
// always as far back: followers stay there then, and do not begin anew each time. They do so for one that is hours behind once it goes on
// for a while: what came late once is not waited for.
func (f *followers) again(ms int64) {
	behind, anew := f.untilMs-ms, ms < f.toMs
	f.changed(ms)
	if anew && behind > mostBehind.Milliseconds() {
		f.behind.anew++
	}
	if behind <= max(mostBehind.Milliseconds(), f.behind.before) || f.behind.anew >= max(fewestAnew, behind/anewFor.Milliseconds()) {
		f.behind.now = max(f.behind.now, behind)
	}
}

func (b behind) at(ms int64) behind {
	switch since := ms - b.sinceMs; {
	case since >= 2*mostBehind.Milliseconds():
		return behind{sinceMs: ms}
	case since >= mostBehind.Milliseconds():
		return behind{sinceMs: ms, before: b.now}
	}
	return b
}

func (f follower) same(o follower) bool {
	a, b := f.Monitor, o.Monitor
	// Lots come and are gone on with; none goes as long as the stretch begins where it did.
	if f.characteristic != o.characteristic || !slices.Equal(f.streams, o.streams) {
		return false
	}
	a.Lots, b.Lots, a.Parts, b.Parts = nil, nil, nil, nil
	return f.alarm == o.alarm && reflect.DeepEqual(f.at, o.at) && reflect.DeepEqual(a, b)
}

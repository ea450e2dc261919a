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

// followers have followed monitors up to a moment (Unix ms), before which no step changed since.
type followers struct {
	toMs int64
	all  map[of]follower
}

// of is what a monitor watches: no two of a station have all of it in common.
type of struct {
	what, against string
	first         summary.Key
}

// follower is one of a monitor, and what it depends on beside the steps.
type follower struct {
	*monitor.Follower
	at    monitor.Stretch
	alarm monitor.Alarm
}

// watched are the monitors of a station at a moment (Unix ms), given the streams that measured something from another one on.
func watched(p *plan.Plan, station string, counting *control.Counting, book *summary.Book, from, until int64) (out []follower) {
	ns := max(until*1e6, p.Begin)
	for _, name := range counting.Watched() {
		for _, m := range sharing(control.Monitors(p, station, name, ns, book.KeysBetween(name, from, until))) {
			out = append(out, follower{&monitor.Follower{Monitor: m}, monitor.Stretch{}, control.AlarmOf(p, m.Route, ns)})
		}
	}
	return out
}

// sharing are monitors of which the streams are kept once: sisters stand one after the other among those whose share is alike.
func sharing(all []monitor.Monitor) []monitor.Monitor {
	type place struct{ group, at int }
	places := map[summary.Key]place{}
	for i, m := range all {
		if m.What == monitor.Share {
			for at, key := range m.Keys {
				places[key] = place{i, at}
			}
		}
	}
	for i, m := range all {
		if m.What == monitor.Share || len(m.Keys) == 0 {
			continue
		}
		if p, known := places[m.Keys[0]]; known {
			group := all[p.group].Keys[p.at:]
			if len(group) >= len(m.Keys) && slices.Equal(group[:len(m.Keys)], m.Keys) {
				all[i].Keys = group[:len(m.Keys):len(m.Keys)]
			}
		}
	}
	return all
}

// stretched gives monitors the stretch that those of their site look at, as far as it begins at a moment (Unix ms) or later.
func stretched(p *plan.Plan, all []follower, from, until int64) []follower {
	stretches := map[string]monitor.Stretch{}
	for i := range all {
		site := all[i].Keys[0].Site
		at, known := stretches[site]
		if !known {
			at, _ = control.StretchAt(p, site, until)
			at.FromMs, at.StartMs, at.ToMs = max(at.FromMs, from), max(at.StartMs, from), 0
			stretches[site] = at
		}
		all[i].at = at
	}
	return all
}

// follow follows monitors until a moment and gives those that did. Up to where steps are settled what it did is kept and gone on
// with the next time; what depends on something that changed begins anew.
func (f *followers) follow(book *summary.Book, monitors []follower, settled, until int64) []*monitor.Follower {
	before := f.all
	settled = max(settled, f.toMs)
	keep := until >= settled
	if keep {
		f.toMs, f.all = settled, map[of]follower{}
	}
	var out []*monitor.Follower
	for _, m := range monitors {
		of := of{m.What, m.Against, m.Keys[0]}
		known, is := before[of]
		if !keep || !is || !known.same(m) {
			known = m
			known.Follower = m.Begin(m.at, book.LengthMs, m.alarm)
		}
		if !keep {
			known.On(book, until)
			out = append(out, known.Follower)
			continue
		}
		known.Lots = m.Lots
		known.On(book, settled)
		f.all[of] = known
		if settled < until {
			known.Follower = known.Ahead(book, until)
		}
		out = append(out, known.Follower)
	}
	return out
}

// changed tells that steps from a moment on are others than they were.
func (f *followers) changed(fromMs int64) {
	if fromMs < f.toMs {
		*f = followers{}
	}
}

func (f follower) same(o follower) bool {
	a, b := f.Monitor, o.Monitor
	// Lots come and are gone on with; none goes as long as the stretch begins where it did.
	if !slices.Equal(a.Keys, b.Keys) {
		return false
	}
	a.Keys, a.Lots, b.Keys, b.Lots = nil, nil, nil, nil
	return f.alarm == o.alarm && reflect.DeepEqual(f.at, o.at) && reflect.DeepEqual(a, b)
}

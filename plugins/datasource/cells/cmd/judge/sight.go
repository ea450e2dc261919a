package main

import (
	"math"
	"reflect"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// sight is an episode of a monitor, from when it was seen until it was over.
type sight struct {
	monitor.Told
	fromMs, endMs int64
	// book is what it was found in.
	book *summary.Book
	// rest is what its monitor finds at a moment beside parts that are told for it.
	rest func(of monitor.Told, parts []monitor.Told, ms int64) []monitor.Episode
}

// followed is how far a monitor was followed, production day by production day.
type followed struct {
	monitor.Monitor
	untilMs int64
	all     []*sight
	// open are those of each stream that are on, nil of the others.
	open []*sight
}

// copy goes on by itself.
func (f followed) copy() followed {
	open := make([]*sight, len(f.open))
	all := make([]*sight, len(f.all))
	for i, s := range f.all {
		own := *s
		all[i] = &own
		if at := slices.Index(f.open, s); at >= 0 {
			open[at] = &own
		}
	}
	f.all, f.open = all, open
	return f
}

// sights are those of all monitors of a place.
func (l *lines) sights(w *watched, station string, limits float64) (out []*sight) {
	broken := control.BreaksOf(station, w.events)
	for _, name := range w.Watched() {
		for _, m := range control.Monitors(l.plan, station, name, l.ns, w.book.KeysOf(name)) {
			out = append(out, l.follow(m, w, broken, limits)...)
		}
	}
	return out
}

// follow follows one monitor, as it would have been seen at the end of every window. Days that all runs have in common are
// followed once.
func (l *lines) follow(m monitor.Monitor, w *watched, broken control.Breaks, limits float64) []*sight {
	f := followed{Monitor: m, untilMs: l.FromMs, open: make([]*sight, m.Places())}
	usual := limits == 0
	if i := slices.IndexFunc(w.followed, func(known followed) bool { return reflect.DeepEqual(known.Monitor, m) }); i >= 0 && usual {
		f = w.followed[i].copy()
	}
	alarm := times(control.AlarmOf(l.plan, m.Route, l.ns), limits)
	streams := make([]summary.Stream, len(m.Keys))
	for i, key := range m.Keys {
		streams[i] = key.Stream
	}
	breaks := broken.Of(m.Against, streams)
	for f.untilMs < l.ToMs {
		l.followDay(&f, w.book, breaks, alarm)
		if l.alike == nil && f.untilMs <= l.AlikeMs && usual {
			w.followed = append(slices.DeleteFunc(w.followed, func(known followed) bool { return reflect.DeepEqual(known.Monitor, m) }), f.copy())
		}
	}
	for _, s := range f.all {
		s.book = w.book
		s.rest = func(of monitor.Told, parts []monitor.Told, ms int64) []monitor.Episode {
			at, _ := control.StretchAt(l.plan, of.Keys[0].Site, ms-1)
			at.Breaks = breaks
			return of.Begin(at, w.book.LengthMs, alarm).Without(w.book, of, parts, ms)
		}
	}
	return f.all
}

func (l *lines) followDay(f *followed, book *summary.Book, breaks [][]int64, alarm monitor.Alarm) {
	at, day := control.StretchAt(l.plan, f.Keys[0].Site, f.untilMs)
	today := day.From.UnixMilli()
	f.untilMs = day.To.UnixMilli()
	at.ToMs, at.Breaks = min(l.ToMs, f.untilMs), breaks
	f.Follow(book, at, alarm, func(window monitor.Window, all []monitor.Episode) {
		if window.ToMs <= today {
			return
		}
		on := make([]*monitor.Episode, len(f.open))
		for i, e := range all {
			if !e.Over && f.Signals(e) {
				on[e.Stream] = &all[i]
			}
		}
		for s, e := range on {
			// What was done there ended it where another one begins at once.
			if open := f.open[s]; open != nil && (e == nil || e.FirstMs == window.ToMs) {
				open.endMs, f.open[s] = window.ToMs, nil
			}
			if e != nil && f.open[s] == nil {
				f.open[s] = &sight{Told: control.ToldOf(l.plan, f.Monitor, *e, l.ns), fromMs: window.ToMs, endMs: math.MaxInt64}
				f.all = append(f.all, f.open[s])
			}
			if e != nil {
				f.open[s].Episode = *e
			}
		}
	})
}

// times are limits so many times as far.
func times(a monitor.Alarm, by float64) monitor.Alarm {
	if by == 0 {
		return a
	}
	a.Width, a.Shewhart = by*a.Width, by*a.Shewhart
	a.Tail = 2 * spc.NormalCDF(by*spc.NormalQuantile(a.Tail/2))
	return a
}

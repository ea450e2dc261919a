package monitor

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// lotWindows makes windows of each lot: one ends where nothing of the lot was measured for the length of a window, and of a lot that is in
// use for a day already at each cut. It holds all that was measured of the lot by then: where a lot goes on, its next window takes the
// place of the one before, which stands until then. What else still runs is not judged yet.
type lotWindows struct {
	// Steps that begin before untilMs are gathered.
	untilMs int64
	// cuts are those to come.
	cuts []int64
	lots map[string]lotWindow
}

// longUse is how long a lot is in use before it is judged though it goes on.
const longUse = 24 * time.Hour

// lotWindow is what was measured of a lot; ended: a window holds all of it.
type lotWindow struct {
	Window
	ended bool
}

// lotsFrom begins at a moment (Unix ms); cuts ascend.
func lotsFrom(from int64, cuts []int64) lotWindows {
	return lotWindows{untilMs: from, cuts: cuts, lots: map[string]lotWindow{}}
}

// on gathers what a monitor's streams measured up to a moment, and gives the windows that ended.
func (l *lotWindows) on(book *summary.Book, m Monitor, to int64) (ended []Window) {
	for _, lot := range m.Lots {
		cuts := l.cuts
		steps := stepsOfLot(book, m, lot, l.untilMs, to)
		w, known := l.lots[lot]
		if len(steps) == 0 && (!known || w.ended) {
			continue
		}
		if !known {
			w = lotWindow{Window{FromMs: steps[0].Begin, ToMs: math.MaxInt64, Lot: lot, Steps: make([]summary.Step, len(m.Keys))}, false}
		}
		// What a window holds is not changed once it ended.
		shared := true
		pass := func(until int64) {
			for ; len(cuts) > 0 && cuts[0] <= until; cuts = cuts[1:] {
				if !w.ended && cuts[0] < w.ToMs && cuts[0]-w.FromMs >= longUse.Milliseconds() {
					part := w.Window
					part.ToMs = cuts[0]
					ended, shared = append(ended, part), true
				}
			}
		}
		for _, step := range steps {
			pass(step.Begin)
			if !w.ended && step.Begin >= w.ToMs {
				ended, shared = append(ended, w.Window), true
			}
			if shared {
				w.Steps, shared = slices.Clone(w.Steps), false
			}
			w.ended = false
			w.Steps[step.stream] = w.Steps[step.stream].With(step.Step)
			w.ToMs = step.Begin + book.LengthMs + m.Pace.LengthMs
		}
		pass(to)
		if !w.ended && w.ToMs <= to {
			ended, w.ended = append(ended, w.Window), true
		}
		l.lots[lot] = w
	}
	l.untilMs = max(l.untilMs, to)
	for len(l.cuts) > 0 && l.cuts[0] <= to {
		l.cuts = l.cuts[1:]
	}
	slices.SortFunc(ended, func(a, b Window) int { return cmp.Or(cmp.Compare(a.ToMs, b.ToMs), cmp.Compare(a.Lot, b.Lot)) })
	return ended
}

// stepOfLot is one of a stream.
type stepOfLot struct {
	summary.Step
	stream int
}

// stepsOfLot are what a monitor's streams measured of a lot, in order.
func stepsOfLot(book *summary.Book, m Monitor, lot string, from, to int64) (out []stepOfLot) {
	for s, key := range m.Keys {
		key.Lot = lot
		for step := range book.Steps(key).Between(from, to).All() {
			out = append(out, stepOfLot{step, s})
		}
	}
	slices.SortStableFunc(out, func(a, b stepOfLot) int { return cmp.Compare(a.Begin, b.Begin) })
	return out
}

// clone goes on by itself; what windows hold is never changed.
func (l lotWindows) clone() lotWindows {
	l.lots = maps.Clone(l.lots)
	return l
}

// precedents are the windows that one is held against, of those before it: all, or of each other lot the newest.
func (w Window) precedents(before []Window) []Window {
	if w.Lot == "" {
		return before
	}
	newest := map[string]int{}
	for i, b := range before {
		newest[b.Lot] = i
	}
	var out []Window
	for i, b := range before {
		if b.Lot != w.Lot && newest[b.Lot] == i {
			out = append(out, b)
		}
	}
	return out
}

package monitor

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// lotWindows makes a window of each lot: from its first step on until nothing of it was measured for the length of a window. What still
// runs is not judged yet.
type lotWindows struct {
	// Steps that begin before untilMs are gathered.
	untilMs int64
	// running have not ended, over those that have.
	running map[string]Window
	over    map[string]bool
}

// lotsFrom begins at a moment (Unix ms).
func lotsFrom(from int64) lotWindows {
	return lotWindows{untilMs: from, running: map[string]Window{}, over: map[string]bool{}}
}

// on gathers what a monitor's streams measured up to a moment, and gives the windows that ended; again tells that one that had is
// measured again, so that it ends later and all is to be gathered anew.
func (l *lotWindows) on(book *summary.Book, m Monitor, to int64) (ended []Window, again bool) {
	for _, lot := range m.Lots {
		w, runs := l.running[lot]
		if !runs {
			w = Window{FromMs: math.MaxInt64, Lot: lot, Steps: make([]summary.Step, len(m.Keys))}
		}
		measured := false
		for s, key := range m.Keys {
			key.Lot = lot
			for step := range book.Steps(key).Between(l.untilMs, to).All() {
				measured = true
				w.Steps[s] = w.Steps[s].With(step)
				w.FromMs, w.ToMs = min(w.FromMs, step.Begin), max(w.ToMs, step.Begin+book.LengthMs+m.Pace.LengthMs)
			}
		}
		if measured && l.over[lot] {
			return nil, true
		}
		if measured || runs {
			l.running[lot] = w
		}
	}
	for lot, w := range l.running {
		if w.ToMs <= to {
			ended = append(ended, w)
			l.over[lot] = true
			delete(l.running, lot)
		}
	}
	l.untilMs = max(l.untilMs, to)
	slices.SortFunc(ended, func(a, b Window) int { return cmp.Or(cmp.Compare(a.ToMs, b.ToMs), cmp.Compare(a.Lot, b.Lot)) })
	return ended, false
}

func (l lotWindows) clone() lotWindows {
	running := make(map[string]Window, len(l.running))
	for lot, w := range l.running {
		w.Steps = slices.Clone(w.Steps)
		running[lot] = w
	}
	l.running, l.over = running, maps.Clone(l.over)
	return l
}

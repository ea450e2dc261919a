package monitor

import (
	"slices"
	"sync"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// Follower follows a monitor through a stretch that grows. What it gathered, learned, remembers and found is gone on with, and is
// what Follow finds of the whole stretch, as long as no step before changes.
type Follower struct {
	Monitor
	at        Stretch
	alarm     Alarm
	gathering gathering
	// lots are gathered in place of stretches of time, where it is against lots.
	lots     lotWindows
	followed followed
}

// Begin is a follower that has seen nothing yet; the end of the stretch does not matter.
func (m Monitor) Begin(at Stretch, stepMs int64, alarm Alarm) *Follower {
	return &Follower{
		m, at, alarm, gatheringOf(stepMs, m.Pace, at.FromMs, at.Cuts), lotsFrom(at.FromMs, at.Cuts), m.followed(at, alarm),
	}
}

// On goes on to a moment (Unix ms) at which a step of the book ends.
func (f *Follower) On(book *summary.Book, toMs int64) { f.judge(book, f.gather(book, toMs), toMs) }

// Ahead is the follower as it is at a later moment (Unix ms): itself, which does not go on, or where a window ends until then another.
func (f *Follower) Ahead(book *summary.Book, toMs int64) *Follower {
	out := *f
	out.gathering, out.lots = f.gathering.clone(), f.lots.clone()
	ended := out.gather(book, toMs)
	if len(ended) == 0 {
		return f
	}
	out.followed = f.followed.clone()
	out.judge(book, ended, toMs)
	return &out
}

// gather gives the windows that ended until a moment.
func (f *Follower) gather(book *summary.Book, toMs int64) []Window {
	if f.Against == Lot {
		return f.lots.on(book, f.Monitor, toMs)
	}
	return f.gathering.on(len(f.Keys), f.steps(book), toMs)
}

// judge judges windows that ended until a moment.
func (f *Follower) judge(book *summary.Book, ended []Window, toMs int64) {
	known := f.followed.seen
	f.followed.changed = f.changeovers(book)
	defer func() { f.followed.changed = nil }()
	// What ended before is gathered again where something is to be learned: seldom, and windows weigh more than steps.
	earlier := sync.OnceValue(func() []Window {
		if known == 0 {
			return nil
		}
		at := f.at
		at.ToMs = toMs
		return f.windows(book, at)[:known]
	})
	for i, w := range ended {
		f.followed.judge(w, f.followed.start >= 0 || w.started(f.at), func() []Window {
			return w.precedents(slices.Concat(earlier(), ended[:i]))
		})
	}
}

// Episodes are all found so far that were on after the start, as they are at a moment (Unix ms) up to which the book is read; before the
// start came, those that are on.
func (f *Follower) Episodes(book *summary.Book, untilMs int64) []Episode {
	if len(f.followed.all) == 0 {
		return nil
	}
	at := f.followed
	at.changed = f.changeovers(book)
	return at.told(untilMs)
}

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
	followed  followed
}

// Begin is a follower that has seen nothing yet; the end of the stretch does not matter.
func (m Monitor) Begin(at Stretch, stepMs int64, alarm Alarm) *Follower {
	return &Follower{m, at, alarm, gatheringOf(stepMs, m.Pace, at.FromMs, at.Cuts), followedOf(m.course(alarm), len(m.Keys))}
}

// On goes on to a moment (Unix ms) at which a step of the book ends. Lots are judged anew: one that is measured again ends later.
func (f *Follower) On(book *summary.Book, toMs int64) {
	if f.Against == Lot {
		f.at.ToMs = toMs
		f.followed.all = f.Follow(book, f.at, f.alarm, nil)
		return
	}
	known := f.followed.seen
	ended := f.gathering.on(f.steps(book), toMs)
	// What ended before is gathered again where something is to be learned: seldom, and windows weigh more than steps.
	earlier := sync.OnceValue(func() []Window {
		if known == 0 {
			return nil
		}
		f.at.ToMs = toMs
		return f.windows(book, f.at)[:known]
	})
	for i, w := range ended {
		if f.followed.start < 0 && w.FromMs < f.at.StartMs {
			f.followed.pass()
			continue
		}
		f.followed.judge(w, func() []Window { return slices.Concat(earlier(), ended[:i]) })
	}
}

// Episodes are all found so far.
func (f *Follower) Episodes() []Episode { return f.followed.all }

// Clone goes on by itself.
func (f *Follower) Clone() *Follower {
	out := *f
	out.gathering, out.followed = f.gathering.clone(), f.followed.clone()
	return &out
}

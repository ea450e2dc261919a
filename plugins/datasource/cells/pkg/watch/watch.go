// Package watch keeps summaries of what stations measured, and tells which streams depart from what is usual: every row is read
// once, and again where something was stored late.
package watch

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// keptBack is how far back a moment may lie to be judged by what is kept; what is older, or was counted by another plan, is read for
// the one who asks.
const keptBack = 24 * time.Hour

// MostStreams is how many streams of a machine positions tell apart, and how many lots do: senders write the texts of both.
const MostStreams = 10_000

// Watch is what is kept of one datasource.
type Watch struct {
	mu       sync.Mutex
	stations map[string]*station
	looks    looks
	walking  walking
}

// Seen is what was seen of a station.
type Seen struct {
	Episodes []Episode
	// Past are those that were causes and are over, Ended the same with their evidence; Breaks what was done to the station, its machines and their positions.
	Past   []monitor.Told
	Ended  []Episode
	Breaks control.Breaks
	// FromMs is where what was looked at begins, StartMs from where on it is judged, ToMs where its last closed step ends. Unix ms.
	FromMs, StartMs, ToMs int64
	// Left is how much time before that was not read yet, though monitors learn from it.
	Left time.Duration
	// Stands tells that reading it does not go on, or goes on for too long.
	Stands bool
	// Behind: some of what was stored late is not counted again yet, for want of time. Owed is for how long that has been so, where it is
	// no matter of moments; 0 where it is, or nothing is owed.
	Behind bool
	Owed   time.Duration
	// Crowded are machines and lines of which more streams came than are kept.
	Crowded []summary.Crowd
	// Monitors is how many there are; of those Judging judge what was measured last, and Learning do not know yet what is usual: the
	// others had too little to go by.
	Monitors, Judging, Learning int
	// FirstMs is where the first step from StartMs on begins in which something was measured, ToMs where none was.
	FirstMs int64
	// Judged is when it was judged where what is newer still is being judged; zero where it is what the question waited for.
	Judged time.Time
}

// ReadingError says that too little was read yet to judge, and whether reading does not go on, or goes on for too long.
type ReadingError struct {
	Station string
	Left    time.Duration
	Stands  bool
}

func (e *ReadingError) Error() string {
	return fmt.Sprintf("what station %s measured is still being read, newest first: %s of it are missing; ask again in a moment", e.Station, e.Left.Round(time.Minute))
}

// Look tells what departs at a station at the end of the run's range. What is to be read for that is read in the time that the
// context leaves, the newest first, and kept. Where that takes longer than a question about now has patience for, it is told what
// was judged last, of the step before at the oldest. Any other moment is told as it was.
func (w *Watch) Look(ctx context.Context, run *source.Run, p *plan.Plan, name string) (Seen, error) {
	now := run.Now()
	at := now
	if run.Range.To.Before(now) {
		at = run.Range.To
	}
	step := time.Duration(control.StepMs(p, name, max(at.UnixNano(), p.Begin))) * time.Millisecond
	if now.Sub(at) < step {
		return w.newest(ctx, run, p, w.of(name), at, step)
	}
	s := &station{name: name}
	if now.Sub(at) < keptBack && countsAlike(p, name, max(at.UnixNano(), p.Begin), max(now.UnixNano(), p.Begin)) {
		s = w.of(name)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.look(ctx, run, p, at)
}

func (w *Watch) of(name string) *station {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.stations == nil {
		w.stations = map[string]*station{}
	}
	if w.stations[name] == nil {
		w.stations[name] = &station{name: name, kept: true}
	}
	return w.stations[name]
}

// does notes what monitors do.
func (s *Seen) does(doing monitor.Doing) {
	s.Monitors++
	switch doing {
	case monitor.Judging:
		s.Judging++
	case monitor.Learning:
		s.Learning++
	}
}

// extent is from where to where the monitors of all sites look at a moment (Unix ms), and from where they judge.
func extent(run *source.Run, p *plan.Plan, atMs int64) (from, start int64) {
	from, start = atMs, atMs
	for _, site := range run.PlannedSites(p) {
		at, _ := control.StretchAt(p, site.ID, atMs)
		from, start = min(from, at.FromMs), min(start, at.StartMs)
	}
	return from, start
}

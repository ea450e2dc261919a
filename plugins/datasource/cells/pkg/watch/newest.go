package watch

import (
	"context"
	"sync"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// looks bounds how many stations are looked at beside questions.
type looks struct {
	once sync.Once
	gate chan struct{}
}

func (l *looks) enter() (leave func()) {
	l.once.Do(func() { l.gate = make(chan struct{}, source.ParallelStations) })
	l.gate <- struct{}{}
	return func() { <-l.gate }
}

// look is one at a station: whoever asks the same meanwhile shares it, and it goes on when they have no more patience.
type look struct {
	lookedFor
	run  *source.Run
	at   time.Time
	done chan struct{}
	seen Seen
	err  error
}

// lookedFor is what a look depends on: the end of the last closed step (Unix ms), what is planned, and whether a rule asks.
type lookedFor struct {
	untilMs  int64
	planned  version
	alerting bool
}

// looking is the look at a station that is under way, and the last that saw all; none after one that failed.
type looking struct {
	mu        sync.Mutex
	now, last *look
}

// newest tells what departs at a station now.
func (w *Watch) newest(ctx context.Context, run *source.Run, p *plan.Plan, s *station, at time.Time, step time.Duration) (Seen, error) {
	of := lookedFor{at.UnixMilli() - at.UnixMilli()%step.Milliseconds(), versionOf(p, s.name), run.Alerting}
	for patience := patienceOf(ctx, run); ; {
		l := w.underWay(ctx, run, p, s, at, of)
		select {
		case <-l.done:
			if l.lookedFor == of {
				run.Tell(l.run)
				return l.seen, l.err
			}
		case <-patience:
			if last := s.looking.lastOf(of, step); last != nil {
				seen := last.seen
				seen.Judged = last.at
				return seen, nil
			}
			patience = nil
		case <-ctx.Done():
			return Seen{}, context.Cause(ctx)
		}
	}
}

// patienceOf ends when a query has waited long enough for what is newer than there is; nil where it waits as long as it takes.
func patienceOf(ctx context.Context, run *source.Run) <-chan time.Time {
	deadline, ok := ctx.Deadline()
	if !ok || run.Budget.Patience == 0 {
		return nil
	}
	return time.After(time.Until(deadline.Add(run.Budget.Patience - run.Budget.Time)))
}

// lastOf is the last look that may stand for one: by the same plan, as of the step before at the oldest.
func (l *looking) lastOf(of lookedFor, step time.Duration) *look {
	l.mu.Lock()
	defer l.mu.Unlock()
	if last := l.last; last != nil && last.planned == of.planned && last.untilMs <= of.untilMs && last.untilMs >= of.untilMs-step.Milliseconds() {
		return last
	}
	return nil
}

// underWay is the look at a station that is under way; where there is none it begins.
func (w *Watch) underWay(ctx context.Context, run *source.Run, p *plan.Plan, s *station, at time.Time, of lookedFor) *look {
	s.looking.mu.Lock()
	defer s.looking.mu.Unlock()
	if s.looking.now != nil {
		return s.looking.now
	}
	l := &look{lookedFor: of, run: run.Aside(run.Range), at: run.Now(), done: make(chan struct{})}
	l.run.Alerting = of.alerting
	s.looking.now = l
	beside := context.WithoutCancel(ctx)
	go func() {
		defer w.looks.enter()()
		ctx, cancel := context.WithTimeout(beside, run.Budget.Time)
		defer cancel()
		l.err = source.Guard("looking at station "+s.name, func() (err error) {
			s.mu.Lock()
			defer s.mu.Unlock()
			l.seen, err = s.look(ctx, l.run, p, at)
			return err
		})
		s.looking.mu.Lock()
		defer s.looking.mu.Unlock()
		s.looking.now = nil
		switch {
		case l.err != nil:
			s.looking.last = nil
		case l.seen.Left == 0:
			s.looking.last = l
		}
		close(l.done)
	}()
	return l
}

package signals

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// backlogs remember since when visits have waited to be looked up, by what a rule looks at.
type backlogs struct {
	mu    sync.Mutex
	since map[evaluationKey]time.Time
}

// note takes how many visits wait after an evaluation, and gives how long some have waited after every one before it.
func (b *backlogs) note(key evaluationKey, waiting int, now time.Time) time.Duration {
	b.mu.Lock()
	defer b.mu.Unlock()
	if waiting == 0 {
		delete(b.since, key)
		return 0
	}
	if b.since == nil {
		b.since = map[evaluationKey]time.Time{}
	}
	if _, known := b.since[key]; !known {
		b.since[key] = now
	}
	return now.Sub(b.since[key])
}

// turn is what a kind of signals has to know of the new visits of a station, beside what is remembered of those before.
type turn struct {
	kind, station string
	in            *lookedBack
	// waits is the detail of those that wait.
	waits string
}

// lookUpInTurn looks up records, those first that leave the range first, as many as an evaluation may, and keeps which wait: told by a
// notice at once, as a signal once some of an alert rule have waited for half of its range, after all of which they would be lost.
func (s *search) lookUpInTurn(ctx context.Context, of turn, records []newRecord, lookUp func([]newRecord) error) error {
	slices.SortStableFunc(records, func(a, b newRecord) int { return cmp.Compare(a.at, b.at) })
	done, most := 0, lookedUpAtOnce
	switch {
	case s.Alerting:
		most = maxLookedUp
	case of.in.isBusy():
		most = 0
	}
	for some := range slices.Chunk(records[:min(len(records), most)], lookedUpAtOnce) {
		if done > 0 && !s.hasTime(ctx) {
			break
		}
		look := func() error { return lookUp(some) }
		if came, err := s.inTurn(ctx, of, look); err != nil {
			return err
		} else if !came {
			break
		}
		done += len(some)
	}
	waiting, passes := len(records)-done, true
	if s.Alerting {
		passes = of.in.waiting.note(s.key(of.kind, of.station), waiting, s.Now()) < s.Range.To.Sub(s.Range.From)/2
	}
	if waiting > 0 {
		s.leaveUntold(of.station, unjudged{Kind: of.kind, Rule: vocabulary.UnreadWaiting, Passes: passes, Detail: inFull(of.waits, waiting)})
		s.backlog(of, waiting)
	}
	return nil
}

// backlog keeps how many visits of a station wait, to be told in one sentence with those of the others.
func (s *search) backlog(of turn, waiting int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.backlogs == nil {
		s.backlogs = map[string]map[string]int{}
	}
	if s.backlogs[of.waits] == nil {
		s.backlogs[of.waits] = map[string]int{}
	}
	s.backlogs[of.waits][of.station] = waiting
}

// sayBacklogs tells of what is not looked up yet how many visits wait, and where.
func (s *search) sayBacklogs() {
	for _, what := range slices.Sorted(maps.Keys(s.backlogs)) {
		all, at := 0, []string{}
		for _, station := range slices.Sorted(maps.Keys(s.backlogs[what])) {
			n := s.backlogs[what][station]
			all += n
			at = append(at, fmt.Sprintf("%s %d", s.stationName(station), n))
		}
		s.Warn(s.words().backlogs[what], all, strings.Join(at, ", "))
	}
}

// inTurn looks up at once for people, and for an alert rule when its turn comes, where it comes in time.
func (s *search) inTurn(ctx context.Context, of turn, lookUp func() error) (came bool, err error) {
	if s.Alerting {
		return of.in.inTurn(ctx, s.hasTime, lookUp)
	}
	return true, lookUp()
}

// hasTime tells whether more than half of the query's time is left.
func (s *search) hasTime(ctx context.Context) bool {
	deadline, bounded := ctx.Deadline()
	return !bounded || time.Until(deadline) > s.Budget.Time/2
}

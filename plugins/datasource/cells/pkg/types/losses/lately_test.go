package losses

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// weekUntil is a question of a week that ends so long after a moment.
func weekUntil(after time.Duration) question {
	to := time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC).Add(after)
	return question{"of all", source.Range{From: to.Add(-7 * 24 * time.Hour), To: to}}
}

// searches counts the searches of a question, each of which finds something once it may leave.
type searches struct {
	n     atomic.Int32
	leave chan struct{}
	err   error
}

func (s *searches) find(context.Context) found {
	s.n.Add(1)
	<-s.leave
	return found{fromMs: 7, err: s.err}
}

func begun(l *lately, q question, s *searches) *finding {
	f, _ := l.of(q)
	go l.search(context.Background(), f, s.find)
	return f
}

func TestPanelsThatAskForNearlyTheSameShareOneSearch(t *testing.T) {
	var l lately
	s := &searches{leave: make(chan struct{})}
	begun(&l, weekUntil(0), s)
	var all sync.WaitGroup
	for i := range 5 {
		all.Go(func() {
			if of, err := l.episodes(t.Context(), weekUntil(time.Duration(i)*time.Second), s.find); err != nil || of.fromMs != 7 {
				t.Errorf("told was %v, %v", of, err)
			}
		})
	}
	close(s.leave)
	all.Wait()
	if _, err := l.episodes(t.Context(), weekUntil(30*time.Second), s.find); err != nil || s.n.Load() != 1 {
		t.Errorf("searched %d times for one week (%v)", s.n.Load(), err)
	}
	for i, other := range []question{weekUntil(24 * time.Hour), {"of filling", weekUntil(0).over}, {"of all", source.Range{From: weekUntil(-time.Hour).over.To, To: weekUntil(0).over.To}}} {
		if _, err := l.episodes(t.Context(), other, s.find); err != nil || s.n.Load() != int32(i+2) {
			t.Errorf("searched %d times, want once a question (%v)", s.n.Load(), err)
		}
	}
}

func TestASearchThatTookLongerThanItsAskerWaitedAnswersWhoAsksAgain(t *testing.T) {
	var l lately
	s := &searches{leave: make(chan struct{})}
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := l.episodes(gone, weekUntil(0), s.find); !errors.Is(err, context.Canceled) {
		t.Fatalf("who went away is told %v", err)
	}
	close(s.leave)
	if of, err := l.episodes(t.Context(), weekUntil(time.Minute), s.find); err != nil || of.fromMs != 7 || s.n.Load() > 2 {
		t.Errorf("who asks again is told %v, %v after %d searches", of, err, s.n.Load())
	}
}

func TestWhoWaitsForASearchThatFailedIsToldSoAndMaySearchAnew(t *testing.T) {
	var l lately
	s := &searches{leave: make(chan struct{}), err: errors.New("InfluxDB is away")}
	close(s.leave)
	if _, err := l.episodes(t.Context(), weekUntil(0), s.find); !errors.Is(err, s.err) {
		t.Errorf("told was %v", err)
	}
	if of, err := l.episodes(t.Context(), weekUntil(0), (&searches{leave: s.leave}).find); err != nil || of.fromMs != 7 {
		t.Errorf("asked again, told was %v, %v", of, err)
	}
}

func TestMoreQuestionsThanAreKeptAreRefusedWhileAllAreSearched(t *testing.T) {
	var l lately
	s := &searches{leave: make(chan struct{})}
	var last *finding
	for i := range mostKept {
		last = begun(&l, question{fmt.Sprint(i), weekUntil(0).over}, s)
	}
	if _, err := l.episodes(t.Context(), question{"one more", weekUntil(0).over}, s.find); err == nil || !strings.Contains(err.Error(), "ask again in a minute") {
		t.Errorf("one more is told %v", err)
	}
	close(s.leave)
	<-last.done
	if _, err := l.episodes(t.Context(), question{"one more", weekUntil(0).over}, s.find); err != nil {
		t.Errorf("when they are done, one more is told %v", err)
	}
}

func TestOfShortRangesAnotherTimeIsAnotherQuestion(t *testing.T) {
	to := weekUntil(0).over.To
	tenMinutes := func(until time.Time) question {
		return question{"of all", source.Range{From: until.Add(-10 * time.Minute), To: until}}
	}
	for _, done := range []bool{false, true} {
		f := &finding{question: tenMinutes(to), done: make(chan struct{}), at: time.Now()}
		if done {
			close(f.done)
		}
		if !f.answers(tenMinutes(to.Add(5*time.Second))) || f.answers(tenMinutes(to.Add(8*time.Second))) {
			t.Errorf("done %t: ten minutes are answered by those of 5 s before: %t, of 8 s: %t", done, f.answers(tenMinutes(to.Add(5*time.Second))), f.answers(tenMinutes(to.Add(8*time.Second))))
		}
	}
}

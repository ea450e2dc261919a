package watch

import (
	"context"
	"errors"
	"net/http"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// busy is a station that somebody looks at for as long as a test lasts, and which was last looked at as of so many steps before now.
type busy struct {
	*Watch
	plan    *plan.Plan
	station *station
	run     *source.Run
}

func busyStation(t *testing.T, stepsBefore int64) busy {
	p := plans(t)[0]
	name := p.StationsAt(1)[0].Station
	now, step := time.UnixMilli(origin+time.Minute.Milliseconds()), control.StepMs(p, name, 1)
	b := busy{&Watch{}, p, nil, &source.Run{Range: source.Range{From: now.Add(-time.Hour), To: now}}}
	b.run.Source = &source.Source{Now: func() time.Time { return now }, Budget: source.Budget{Time: 50 * time.Millisecond, Patience: time.Nanosecond}}
	b.run.Connect("http://127.0.0.1:1", http.DefaultClient, source.Auth{}, false)
	b.station = b.of(name)
	b.station.looking.last = &look{
		lookedFor: lookedFor{untilMs: origin - stepsBefore*step, planned: versionOf(p, name)}, at: now.Add(-time.Minute), seen: Seen{Monitors: 7},
	}
	b.station.mu.Lock()
	t.Cleanup(func() {
		l := b.station.looking.now
		b.station.mu.Unlock()
		if l != nil {
			<-l.done
		}
	})
	return b
}

func (b busy) look(t *testing.T) (Seen, error) {
	ctx, cancel := context.WithTimeout(t.Context(), b.run.Budget.Time)
	defer cancel()
	return b.Look(ctx, b.run, b.plan, b.station.name)
}

func TestAQuestionThatHasNoMorePatienceIsToldWhatWasJudgedLastAndThatItWas(t *testing.T) {
	for _, stepsBefore := range []int64{0, 1} {
		seen, err := busyStation(t, stepsBefore).look(t)
		if err != nil || seen.Monitors != 7 || !seen.Judged.Equal(time.UnixMilli(origin)) {
			t.Errorf("as of %d steps before: %+v, %v", stepsBefore, seen, err)
		}
	}
}

func TestNothingOlderThanAStepAndNothingByAnotherPlanStandsForNow(t *testing.T) {
	older := busyStation(t, 2)
	planned := busyStation(t, 0)
	planned.station.looking.last.planned.judging++
	unhurried := busyStation(t, 0)
	unhurried.run.Budget.Patience = 0
	for name, b := range map[string]busy{"two steps before": older, "by another plan": planned, "without a bound of patience": unhurried} {
		if seen, err := b.look(t); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%s: %+v, %v, want the end of the time for it", name, seen, err)
		}
	}
}

func TestQuestionsAtOnceShareOneLook(t *testing.T) {
	b := busyStation(t, 0)
	of := lookedFor{untilMs: origin, planned: versionOf(b.plan, b.station.name)}
	first := b.underWay(t.Context(), b.run, b.plan, b.station, b.run.Range.To, of)
	if second := b.underWay(t.Context(), b.run, b.plan, b.station, b.run.Range.To, of); second != first {
		t.Error("two questions begin two looks")
	}
}

func TestWhatWasJudgedBeforeALookThatFailedStandsForNothing(t *testing.T) {
	b := busyStation(t, 0)
	if _, err := b.look(t); err != nil {
		t.Fatal(err)
	}
	failing := b.station.looking.now
	b.station.mu.Unlock()
	<-failing.done
	b.station.mu.Lock()
	if seen, err := b.look(t); failing.err == nil || err == nil {
		t.Errorf("after %v it is told %+v, %v", failing.err, seen, err)
	}
}

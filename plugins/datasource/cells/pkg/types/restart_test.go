package types_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/slowtest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/watch"
)

// A plan of so many stations leaves each so little time that it reads once a question.
func TestWhatIsStillReadAfterAStartIsToldToWhoLooksAndToAlertRulesOnlyWhereItStands(t *testing.T) {
	slowtest.ManyCells(t)
	p := waveringLine(t, all)
	for i := range 5000 {
		p.station(2+i, fmt.Sprintf("later-%d", i), "cell", "hall", "", 0)
	}
	r := rulesOn(t, p)
	r.env.Budget.Time = 30 * time.Second
	evaluate := func(ctx context.Context, to time.Time) error {
		run := &source.Run{Range: source.Range{From: to.Add(-15 * time.Minute), To: to}, Alerting: true}
		_, err := r.env.Execute(ctx, run, "signals", []byte(`{"kinds":["out-of-control"],"stations":["filling"]}`))
		return err
	}
	unread := func(alerting bool) string {
		got, _, err := r.ask(alerting, `{"kinds":["unread"]}`)
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Sprint(got)
	}
	told := func(when, people, rules string) {
		t.Helper()
		if p, r := unread(false), unread(true); p != people || r != rules {
			t.Errorf("%s people are told %s, want %s, alert rules %s, want %s", when, p, people, r, rules)
		}
	}
	const stillRead = "[out-of-control/unread filling]"
	reading := new(watch.ReadingError)
	goesOn := func(ctx context.Context, to time.Time) {
		t.Helper()
		if err := evaluate(ctx, to); !errors.As(err, &reading) {
			t.Fatalf("%v; want that too little was read", err)
		}
	}
	goesOn(t.Context(), r.now)
	told("at first", stillRead, "[]")
	for reading.Left > control.Learned {
		goesOn(t.Context(), r.now)
	}
	told("when all was read but what is learned from", stillRead, "[]")
	r.now = r.now.Add(4 * time.Minute)
	// A question that has no time left to read, as of the step before, for which nobody looks beside.
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	goesOn(ctx, r.now.Add(-5*time.Minute))
	told("when nothing was read for four minutes", stillRead, "[unread filling]")
	goesOn(t.Context(), r.now)
	told("when it goes on", stillRead, "[]")
	err := error(reading)
	for i := 0; err != nil && i < 100; i++ {
		err = evaluate(t.Context(), r.now)
	}
	told("when all is read", "[]", "[]")
}

// What was counted a moment ago is to be counted once more, and there is no time.
func TestWhatIsNotCountedAgainForWantOfTimeIsUnreadAfterSomeMinutes(t *testing.T) {
	r := rulesOn(t, waveringLine(t, all))
	r.env.Budget.Time = 30 * time.Second
	evaluate := func(timeLeft time.Duration) {
		t.Helper()
		ctx, cancel := context.WithTimeout(t.Context(), timeLeft)
		defer cancel()
		to := r.now.Add(-5 * time.Minute)
		run := &source.Run{Range: source.Range{From: to.Add(-15 * time.Minute), To: to}, Alerting: true}
		_, err := r.env.Execute(ctx, run, "signals", []byte(`{"kinds":["out-of-control"],"stations":["filling"]}`))
		for reading := (*watch.ReadingError)(nil); timeLeft > r.env.Budget.Time/2 && errors.As(err, &reading); {
			_, err = r.env.Execute(ctx, run, "signals", []byte(`{"kinds":["out-of-control"],"stations":["filling"]}`))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	told := func(when, want string) {
		t.Helper()
		for _, alerting := range []bool{false, true} {
			got, _, err := r.ask(alerting, `{"kinds":["unread"]}`)
			if alerting {
				want = strings.ReplaceAll(want, "out-of-control/", "")
			}
			if err != nil || strings.Join(got, "; ") != want {
				t.Errorf("%s: asked by a rule: %v, got %q, %v, want %q", when, alerting, got, err, want)
			}
		}
	}
	evaluate(time.Minute)
	told("when all was read", "")
	evaluate(10 * time.Second)
	told("at once", "")
	r.now = r.now.Add(4 * time.Minute)
	evaluate(10 * time.Second)
	told("four minutes later", "out-of-control/unread filling")
	evaluate(time.Minute)
	told("when there is time", "")
}

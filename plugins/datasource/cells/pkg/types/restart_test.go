package types_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/watch"
)

// A plan of so many stations leaves each so little time that it reads once a question.
func TestWhatIsStillReadAfterAStartIsToldToWhoLooksAndToAlertRulesOnlyWhereItStands(t *testing.T) {
	manyCells(t)
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

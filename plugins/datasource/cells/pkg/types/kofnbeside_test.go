package types_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/slowtest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/watch"
)

const (
	departs = "out-of-control filling filler-02 nozzle-4"
	several = "k-of-n filling filler-02 nozzle-4 k-of-n"
)

// shifted is a filler whose fourth nozzle fills 2.5 σ too much from one moment on, and so much that it is out of spec from another one until
// it is mended.
func shifted(t *testing.T, departs, beyond, mended time.Time) *plant {
	p := nozzleLine(t, fields{"usl": 806.0}, func(nozzle int, when time.Time) (float64, bool) {
		switch {
		case nozzle != 4 || !when.Before(mended):
			return 0, true
		case !when.Before(beyond):
			return 9, true
		case !when.Before(departs):
			return 2.5, true
		}
		return 0, true
	})
	var nozzles []string
	for n := range 12 {
		nozzles = append(nozzles, fmt.Sprintf(`"nozzle-%d"`, n+1))
	}
	p.planned("setting,name=equipment:de1", fields{"value": `[{"id":"filler-02","line":"line-1","station":"filling","positions":[` + strings.Join(nozzles, ",") + `]}]`})
	return p
}

// toldOver are the alerts of processes, each with when it was one, every five minutes.
func toldOver(t *testing.T, env *query.Engine, from time.Time) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	for when := from; !when.After(noon); when = when.Add(5 * time.Minute) {
		for _, alert := range alerts(t, env, when, "out-of-control", "k-of-n") {
			out[alert] = append(out[alert], when.Format("15:04"))
		}
	}
	return out
}

func TestCellsOutOfSpecOfANozzleThatIsToldToDepartAreNoCauseOfTheirOwnNorAfterItIsMended(t *testing.T) {
	slowtest.ManyCells(t)
	p := shifted(t, at("03-10 05:00"), at("03-10 08:00"), at("03-10 10:00"))
	p.event("action", "equipment", "filler-02", "03-10 10:00", fields{"position": "nozzle-4"})
	told := toldOver(t, p.env(), at("03-10 07:30"))
	if times := told[departs]; len(times) == 0 || times[0] != "07:30" || times[len(times)-1] > "10:05" || told[several] != nil {
		t.Errorf("told are %v, want %s until it was mended at 10:00 and never its cells", told, departs)
	}
}

func TestCellsOutOfSpecThatWereToldFirstStayToldUntilTheyAreOverAndWhatDepartsIsToldBeside(t *testing.T) {
	slowtest.ManyCells(t)
	began := at("03-10 08:00")
	told := toldOver(t, shifted(t, began, began, at("03-10 10:00")).env(), at("03-10 07:45"))
	if len(told) != 2 || told[departs] == nil || told[several] == nil {
		t.Fatalf("told are %v, want %s and %s", told, several, departs)
	}
	if first := told[several][0]; first != "08:10" || told[departs][0] <= first {
		t.Errorf("cells are told at %s, what departs at %s; want the cells first, at 08:10", first, told[departs][0])
	}
	// A cell every three minutes: twenty take an hour.
	if last := told[several][len(told[several])-1]; last != "10:50" && last != "10:55" {
		t.Errorf("cells are told until %s, want until none of the last twenty was out of spec", last)
	}
	for alert, times := range told {
		began, _ := time.Parse("15:04", times[0])
		ended, _ := time.Parse("15:04", times[len(times)-1])
		if n := int(ended.Sub(began)/(5*time.Minute)) + 1; n != len(times) {
			t.Errorf("%s came and went: %v", alert, times)
		}
	}
}

func TestAnyServerAndAnyLaterQuestionTellsOfCellsOutOfSpecWhatWasToldThen(t *testing.T) {
	slowtest.ManyCells(t)
	began := at("03-10 08:00")
	for _, departed := range []time.Time{at("03-10 05:00"), began} {
		p := shifted(t, departed, began, at("03-10 10:00"))
		env := p.env()
		for _, when := range []time.Time{at("03-10 08:20"), at("03-10 10:30")} {
			later := alerts(t, env, when, "out-of-control", "k-of-n")
			fresh := p.env()
			fresh.Now = func() time.Time { return when }
			if got := alerts(t, fresh, when, "out-of-control", "k-of-n"); !slices.Equal(got, later) {
				t.Errorf("at %s a server that started then tells %q, one that is asked at noon %q", when.Format("15:04"), got, later)
			}
		}
	}
}

// A plan of so many stations leaves each so little time that it reads once a question.
func TestWhileMonitorsStillReadARuleOfCellsOutOfSpecKeepsWhatItToldAndPeopleSeeThem(t *testing.T) {
	p := waveringLine(t, all)
	for i := range 5000 {
		p.station(2+i, fmt.Sprintf("later-%d", i), "cell", "hall", "", 0)
	}
	for i := range 5 {
		p.visitAt("filling", "line-1", "filler-01", fmt.Sprint("HEAVY", i), noon.Add(-time.Duration(i+1)*time.Second), fields{"fill_mass": 810.0})
	}
	r := rulesOn(t, p)
	r.env.Budget.Time = 30 * time.Second
	evaluate := func(ctx context.Context, alerting bool, to time.Time) (int, error) {
		run := &source.Run{Range: source.Range{From: to.Add(-15 * time.Minute), To: to}, Alerting: alerting}
		frames, err := r.env.Execute(ctx, run, "signals", []byte(`{"kinds":["k-of-n"],"stations":["filling"]}`))
		if err != nil {
			return 0, err
		}
		return frames[0].Rows(), nil
	}
	reading := new(watch.ReadingError)
	if _, err := evaluate(t.Context(), true, r.now); !errors.As(err, &reading) {
		t.Fatalf("%v; want that too little was read", err)
	}
	if n, err := evaluate(t.Context(), false, r.now); n != 1 || err != nil {
		t.Errorf("people see %d, %v; want the machine", n, err)
	}
	r.now = r.now.Add(40 * time.Minute)
	// What is not read within half an hour hides nothing.
	if n, err := evaluate(t.Context(), true, r.now); n != 1 || err != nil {
		t.Errorf("after half an hour a rule is told of %d, %v; want the machine", n, err)
	}
}

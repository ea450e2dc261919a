package types_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// cellsOrCounts is what a rule of one kind gets as of a moment, over so long: cells, or machines and the number of their cells.
func cellsOrCounts(t *testing.T, env *query.Engine, kind string, to time.Time, over time.Duration) string {
	t.Helper()
	env.Now = func() time.Time { return to }
	run := &source.Run{Range: source.Range{From: to.Add(-over), To: to}, Alerting: true}
	frames, err := env.Execute(t.Context(), run, "signals", []byte(`{"kinds":["`+kind+`"],"stations":["filling"]}`))
	if err != nil {
		return "it fails"
	}
	var out []string
	value, _ := frames[0].FieldByName("value")
	cell, _ := frames[0].FieldByName("cell_id")
	equipment, _ := frames[0].FieldByName("equipment")
	for row := range frames[0].Rows() {
		if id := cell.At(row).(string); id != "" {
			out = append(out, strings.TrimPrefix(id, "filler-01--"))
		} else {
			out = append(out, fmt.Sprint(equipment.At(row), ": ", value.At(row)))
		}
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

const threeHours = 3 * time.Hour

// heavyCells has a cell a minute until noon, and then a cell a minute for half an hour, named by how many minutes before noon it came.
func heavyCells(t *testing.T) *query.Engine { return heavyLine(t).env() }

func heavyLine(t *testing.T) *plant {
	p := kOfNLine(t)
	p.fill("filler-01", "", 240, 1, 60, 150)
	for after := 1; after <= 30; after++ {
		mass := 800.0
		if after == 3 {
			mass = 810
		}
		p.visitAt("filling", "line-1", "filler-01", fmt.Sprint("filler-01--later", after), noon.Add(time.Duration(after)*time.Minute), fields{"fill_mass": mass})
	}
	return p
}

func TestARuleThatAsksForHoursFindsWhatCameWhileNobodyEvaluatedIt(t *testing.T) {
	env := heavyCells(t)
	if got := cellsOrCounts(t, env, "out-of-spec", noon, threeHours); got != "1 150 60" {
		t.Fatalf("at first: %s", got)
	}
	for _, after := range []time.Duration{20 * time.Minute, 21 * time.Minute} {
		got, anew := cellsOrCounts(t, env, "out-of-spec", noon.Add(after), threeHours), cellsOrCounts(t, newEngine(env), "out-of-spec", noon.Add(after), threeHours)
		if got != "1 150 60 later3" || got != anew {
			t.Errorf("%s later: %s, a server that starts then: %s", after, got, anew)
		}
	}
}

func TestARuleThatAsksForHoursReadsTheLastMinutesAgainAndAllOfThemNowAndThen(t *testing.T) {
	env := heavyCells(t)
	cellsOrCounts(t, env, "out-of-spec", noon, threeHours)
	all := env.Budget.Rows
	env.Budget.Rows = 40
	for after := time.Duration(1); after < 15; after++ {
		want := "1 150 60"
		if after >= 3 {
			want += " later3"
		}
		if got := cellsOrCounts(t, env, "out-of-spec", noon.Add(after*time.Minute+time.Second), threeHours); got != want {
			t.Errorf("%d minutes later, with room for forty rows: %s, want %s", after, got, want)
		}
	}
	env.Budget.Rows = all
	var last string
	for after := 15 * time.Minute; after <= 140*time.Minute; after += 4 * time.Minute {
		last = cellsOrCounts(t, env, "out-of-spec", noon.Add(after), threeHours)
	}
	if last != "1 later3" {
		t.Errorf("after more than three hours: %s", last)
	}
}

func TestARuleWhoseHoursAreTooMuchSeesWhatIsNewAtTheNextEvaluation(t *testing.T) {
	env := heavyCells(t)
	env.Budget.Rows = 40
	first, next := cellsOrCounts(t, env, "out-of-spec", noon, threeHours), cellsOrCounts(t, env, "out-of-spec", noon.Add(10*time.Second), threeHours)
	if first != "it fails" || next != "1" {
		t.Errorf("first: %s, then: %s", first, next)
	}
}

func TestWhatIsCountedAndCameWhileARuleCouldNotReadIsToldWhenItCan(t *testing.T) {
	p := kOfNLine(t)
	for _, ago := range []time.Duration{50, 28, 26} {
		p.visitAt("filling", "line-1", "filler-01", fmt.Sprint("SKIPPED", ago), noon.Add(-ago*time.Minute), fields{"verdict": "skipped"})
	}
	env := p.env()
	const quarter = 15 * time.Minute
	evaluate := func(minute time.Duration) string {
		return cellsOrCounts(t, env, "skipped", noon.Add(minute*time.Minute), quarter)
	}
	if got := evaluate(-31); got != "" {
		t.Fatalf("before: %s", got)
	}
	env.Connect(failingOn(t, ""), http.DefaultClient, source.Auth{}, false)
	for minute := time.Duration(-30); minute < 0; minute++ {
		if got := evaluate(minute); got != "it fails" {
			t.Fatalf("%d minutes: %s", minute, got)
		}
	}
	env.Connect(server.URL, http.DefaultClient, source.Auth{}, false)
	for minute := range 17 {
		want := "filler-01: 2"
		if minute >= 15 {
			want = ""
		}
		if got := evaluate(time.Duration(minute)); got != want {
			t.Errorf("%d minutes after it can read again: %q, want %q", minute, got, want)
		}
	}
	if got := cellsOrCounts(t, newEngine(env), "skipped", noon, quarter); got != "" {
		t.Errorf("a server that starts then: %s", got)
	}
}

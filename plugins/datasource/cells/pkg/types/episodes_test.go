package types_test

import (
	"fmt"
	"math/rand/v2"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/slowtest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types"
)

// waveringLine has a filler of twelve nozzles with a cell a nozzle every two minutes for three days; nozzle-4 wavers from 10:00 on.
func waveringLine(t *testing.T, skip func(cell int) bool) *plant {
	p := newPlant(t)
	p.station(1, "filling", "cell", "dry-room", "", 0)
	p.planned("setting,name=sites", fields{"value": `[{"id":"de1","name":"Plant"}]`})
	p.planned("setting,name=equipment:de1", fields{"value": `[{"id":"filler-02","name":"Filler 2","line":"line-1","station":"filling"}]`})
	p.characteristic(1, "filling", "fill_mass", "Fill mass", "suffix:g", 1, fields{"lsl": 796.0, "usl": 804.0, "monitor_against": "sisters", "route": "maintenance",
		"reaction_text": `{"en":"Clean the nozzle, fill three by hand.","de":"Düse reinigen, drei von Hand füllen."}`})
	random := rand.New(rand.NewPCG(4, 4))
	cell := 0
	for when := noon.Add(-72 * time.Hour); when.Before(noon); when = when.Add(2 * time.Minute) {
		for nozzle := 1; nozzle <= 12; nozzle++ {
			mass := 800 + 0.1*float64(nozzle%3) + 0.8*random.NormFloat64()
			if nozzle == 4 && !when.Before(at("03-10 10:00")) {
				mass = 800 + 2*random.NormFloat64()
			}
			if cell++; !skip(cell) {
				p.visitAt("filling", "line-1", "filler-02", fmt.Sprintf("C%d", cell), when.Add(time.Duration(nozzle)*time.Second), fields{
					"fill_mass": mass, "position": fmt.Sprintf("nozzle-%d", nozzle)})
			}
		}
	}
	return p
}

func all(int) bool { return false }

const episodes = `{"queryType":"signals","kinds":["out-of-control"]`

// valuesOf are the numbers that a query of episodes answers as of a moment, with the place and rule of each.
func valuesOf(t *testing.T, env *query.Engine, to time.Time, more string) []string {
	t.Helper()
	run := &source.Run{Range: source.Range{From: to.Add(-15 * time.Minute), To: to}}
	frames, err := env.Execute(t.Context(), run, "", []byte(episodes+more+"}"))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for row := range frames[0].Rows() {
		var words []string
		for _, name := range []string{"equipment", "position", "rule", "value"} {
			f, _ := frames[0].FieldByName(name)
			v, _ := f.ConcreteAt(row)
			words = append(words, fmt.Sprint(v))
		}
		out = append(out, strings.Join(words, " "))
	}
	return out
}

func TestANozzleThatWaversIsOneSignalWithItsEvidence(t *testing.T) {
	slowtest.ManyCells(t)
	p := waveringLine(t, all)
	p.event("hold", "cell", "C25923", "03-10 11:31", fields{"station": "filling", "equipment": "filler-02", "position": "nozzle-4"})
	p.event("hold", "cell", "C25924", "03-10 11:31", fields{"station": "filling", "equipment": "filler-02", "position": "nozzle-5"})
	env := p.env()
	for value, want := range map[string]string{"cells": "60", "out_of_spec": "3", "held": "1", "since": "7200"} {
		if got := valuesOf(t, env, noon, `,"value":"`+value+`"`); len(got) != 1 || got[0] != "filler-02 nozzle-4 spread "+want {
			t.Errorf("%s: %q, want nozzle-4 by its spread and %s", value, got, want)
		}
	}
	for language, want := range map[string]string{
		"en": "Filler 2 nozzle-4: Fill mass wavers, spread 2.4 × that of its 11 sisters, for 2 h 0 min; 60 cells, 3 out of spec, 1 held.",
		"de": "Filler 2 nozzle-4: Fill mass schwankt, Streuung 2,4 × die der 11 Schwestern",
	} {
		frame := ask(t, env, episodes+`,"include":["evidence"],"language":"`+language+`"}`)[0]
		f, _ := frame.FieldByName("sentence")
		if frame.Rows() != 1 || !strings.HasPrefix(f.At(0).(string), want) {
			t.Errorf("%s: %v rows, %q, want %q", language, frame.Rows(), f.At(0), want)
		}
	}
	for route, want := range map[string]int{"maintenance": 1, "quality": 0} {
		if got := valuesOf(t, env, noon, `,"stations":["filling"],"filters":[{"key":"route","operator":"=","value":"`+route+`"}]`); len(got) != want {
			t.Errorf("on the route %s: %q, want %d", route, got, want)
		}
	}
	_, err := env.Execute(t.Context(), &source.Run{Range: source.Range{From: noon.Add(-time.Hour), To: noon}, Alerting: true}, "", []byte(episodes+`,"include":["evidence"]}`))
	if err == nil || !strings.Contains(err.Error(), "alert rule") {
		t.Errorf("a rule gets evidence: %v", err)
	}
}

func TestAStationThatSaysNokTooOftenIsToldWithoutACharacteristic(t *testing.T) {
	slowtest.ManyCells(t)
	p := waveringLine(t, func(cell int) bool { return cell > 25_000 })
	for i := range 60 {
		p.visitAt("filling", "line-1", "filler-02", fmt.Sprintf("N%d", i), noon.Add(time.Duration(i-60)*time.Minute), fields{
			"fill_mass": 800.1, "position": fmt.Sprintf("nozzle-%d", 1+i%12), "verdict": []string{"nok", "ok"}[i/12%2]})
	}
	got := valuesOf(t, p.env(), noon, `,"filters":[{"key":"route","operator":"=","value":"maintenance"}]`)
	if len(got) != 1 || !strings.HasPrefix(got[0], "filler-02  share") {
		t.Errorf("got %q, want the share of filler-02", got)
	}
}

func TestAMomentInThePastIsAnsweredAsItWasThen(t *testing.T) {
	slowtest.ManyCells(t)
	env := waveringLine(t, all).env()
	now := noon
	env.Now = func() time.Time { return now }
	var then []string
	for now = at("03-10 10:00"); !now.After(noon); now = now.Add(10 * time.Minute) {
		then = append(then, strings.Join(valuesOf(t, env, now, ""), ";"))
	}
	if then[0] != "" || then[len(then)-1] == "" {
		t.Fatalf("told at 10:00: %q, at noon: %q", then[0], then[len(then)-1])
	}
	for _, now = range []time.Time{noon, noon.Add(60 * time.Hour)} {
		for i, want := range then {
			if got := strings.Join(valuesOf(t, env, at("03-10 10:00").Add(time.Duration(i)*10*time.Minute), ""), ";"); got != want {
				t.Errorf("asked at %s for %d min after ten: %q, then %q", now, 10*i, got, want)
			}
		}
	}
}

func TestWhatIsStoredLateIsCountedAsIfItHadComeInTime(t *testing.T) {
	late := func(cell int) bool { return cell > 25_000 && cell%5 == 0 || cell > 25_500 && cell < 25_560 }
	p := waveringLine(t, late)
	kept := p.env()
	now := noon
	kept.Now = func() time.Time { return now }
	before, mended := valuesOf(t, kept, noon, `,"value":"ratio"`), mendedSteps(t)
	// Arrivals are told of before the rows are there, once; of news as of what only tells what was.
	of := []string{"minute", "past"}
	heard := func() {
		for minute := noon.Add(-3*time.Hour).Unix() / 60; minute < noon.Unix()/60; minute++ {
			p.row("visits", fmt.Sprintf("arrival,site=de1,station=filling,slot=%d", minute%4096), fields{of[minute%2]: minute}, now.UnixNano())
		}
	}
	p.lines = map[string][]string{}
	heard()
	store(t, kept, p.lines["visits"])
	now = now.Add(5 * time.Second)
	if got := valuesOf(t, kept, noon, `,"value":"ratio"`); fmt.Sprint(got) != fmt.Sprint(before) {
		t.Errorf("nothing was stored yet, and %q became %q", before, got)
	}
	store(t, kept, waveringLine(t, func(cell int) bool { return !late(cell) }).lines["visits"])
	now = now.Add(30 * time.Second)
	want := valuesOf(t, newEngine(kept), noon, `,"value":"ratio"`)
	if got := valuesOf(t, kept, noon, `,"value":"ratio"`); fmt.Sprint(got) != fmt.Sprint(want) || fmt.Sprint(got) == fmt.Sprint(before) {
		t.Errorf("with what came late %q, from the start %q", got, want)
	}
	if got := mendedSteps(t) - mended; got != 0 {
		t.Errorf("an audit mended %v steps that arrivals had told of", got)
	}
}

// mendedSteps are what audits mended since the start.
func mendedSteps(t *testing.T) float64 {
	t.Helper()
	families, err := prometheus.DefaultGatherer.Gather()
	if err != nil {
		t.Fatal(err)
	}
	for _, family := range families {
		if family.GetName() == "cellthread_audit_mended_steps_total" {
			return family.GetMetric()[0].GetCounter().GetValue()
		}
	}
	t.Fatal("Grafana is not told what audits mended")
	return 0
}

func TestAnAuditMendsWhatNoArrivalToldOfAndSaysSo(t *testing.T) {
	slowtest.ManyCells(t)
	silent := func(cell int) bool { return cell > 25_500 && cell < 25_560 }
	kept := waveringLine(t, silent).env()
	now := noon.Add(7 * time.Hour)
	kept.Now = func() time.Time { return now }
	before, mended := valuesOf(t, kept, noon, `,"value":"cells"`), mendedSteps(t)
	store(t, kept, waveringLine(t, func(cell int) bool { return !silent(cell) }).lines["visits"])
	now = now.Add(90 * time.Second)
	if got := valuesOf(t, kept, noon, `,"value":"cells"`); fmt.Sprint(got) != fmt.Sprint(before) || mendedSteps(t) != mended {
		t.Errorf("nothing told of what came late, and a moment later %q is %q", before, got)
	}
	now = now.Add(time.Hour)
	want := valuesOf(t, newEngine(kept), noon, `,"value":"cells"`)
	if got := valuesOf(t, kept, noon, `,"value":"cells"`); fmt.Sprint(got) != fmt.Sprint(want) || fmt.Sprint(got) == fmt.Sprint(before) {
		t.Errorf("audited %q, from the start %q, before %q", got, want, before)
	}
	if got := mendedSteps(t) - mended; got < 1 || got > 3 {
		t.Errorf("%v steps are said to be mended, want that of ten minutes", got)
	}
}

func store(t *testing.T, env *query.Engine, lines []string) {
	t.Helper()
	if err := server.Write(env.Databases.Visits, strings.Join(lines, "\n")); err != nil {
		t.Fatal(err)
	}
}

// newEngine is a datasource on the same databases that remembers nothing.
func newEngine(like *query.Engine) *query.Engine {
	from := &source.Source{Databases: like.Databases, Budget: like.Budget, Now: like.Now}
	from.Connect(server.URL, http.DefaultClient, source.Auth{}, false)
	return query.NewEngine(from, types.Types())
}

func TestWhatIsToldWithoutPatienceIsWhatWasJudgedLastUntilWhatIsNewerIs(t *testing.T) {
	env := waveringLine(t, all).env()
	now := at("03-10 11:10")
	env.Now = func() time.Time { return now }
	before := valuesOf(t, env, now, `,"value":"cells"`)
	now = now.Add(5 * time.Minute)
	want := valuesOf(t, query.NewEngine(env.Source, types.Types()), now, `,"value":"cells"`)
	if slices.Equal(before, want) {
		t.Fatalf("%q five minutes later as well: nothing is shown", want)
	}
	env.Budget.Patience = time.Nanosecond
	for deadline := time.Now().Add(time.Minute); ; {
		got := valuesOf(t, env, now, `,"value":"cells"`)
		if slices.Equal(got, want) {
			break
		}
		if !slices.Equal(got, before) || time.Now().After(deadline) {
			t.Fatalf("got %q, before it was %q, and it becomes %q", got, before, want)
		}
	}
}

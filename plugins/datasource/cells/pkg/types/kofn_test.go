package types_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// kOfNLine has two fillers, of which the second has three nozzles, and a plan that tells people of 3 of the last 10.
func kOfNLine(t testing.TB) *plant {
	p := newPlant(t)
	p.planned("setting,name=sites", fields{"value": `[{"id":"de1","name":"Plant"}]`})
	p.planned("setting,name=equipment:de1", fields{"value": `[{"id":"filler-01","line":"line-1","station":"filling"},` +
		`{"id":"filler-02","line":"line-1","station":"filling","positions":["nozzle-1","nozzle-2","nozzle-3"]}]`})
	p.station(1, "filling", "cell", "", "", 0)
	p.characteristic(1, "filling", "fill_mass", "Electrolyte mass", "massg", 1, fields{
		"lsl": 796.0, "target": 800.0, "usl": 804.0, "plausible_hi": 2000.0, "route": "maintenance", "severity": "critical", "k_of_n_k": 3, "k_of_n_n": 10,
	})
	return p
}

// fill stores a cell a minute at a machine's place, the last one at noon; what is heavy is out of spec.
func (p *plant) fill(equipment, position string, cells int, heavy ...int) {
	for ago := range cells {
		mass := 800.0
		for _, i := range heavy {
			if i == ago {
				mass = 810.0
			}
		}
		f := fields{"fill_mass": mass}
		if position != "" {
			f["position"] = position
		}
		p.visitAt("filling", "line-1", equipment, fmt.Sprintf("%s-%s-%d", equipment, position, ago), noon.Add(-time.Duration(ago)*time.Minute-time.Second), f)
	}
}

// toldOf are the values of the signals of a kind that an alert rule gets at noon, over so long, by equipment, position,
// characteristic and rule. No two may have the same labels.
func toldOf(t *testing.T, p *plant, kind string, over time.Duration) map[string]float64 {
	t.Helper()
	run := &source.Run{Range: source.Range{From: noon.Add(-over), To: noon}, Alerting: true}
	frames, err := p.env().Execute(t.Context(), run, "signals", []byte(`{"kinds":["`+kind+`"]}`))
	if err != nil {
		t.Fatal(err)
	}
	value, _ := frames[0].FieldByName("value")
	out := map[string]float64{}
	for row := range value.Len() {
		var words []string
		for _, name := range []string{"equipment", "position", "characteristic", "rule"} {
			f, _ := frames[0].FieldByName(name)
			if word := f.At(row).(string); word != "" {
				words = append(words, word)
			}
		}
		key := strings.Join(words, " ")
		if _, twice := out[key]; twice {
			t.Errorf("two signals %s", key)
		}
		out[key] = value.At(row).(float64)
	}
	return out
}

func TestSeveralOfTheLastCellsOfAMachineOrOfAPositionOutOfSpecAreOneSignal(t *testing.T) {
	p := kOfNLine(t)
	p.fill("filler-01", "", 30, 0, 4, 9, 15, 16, 17)
	p.fill("filler-02", "nozzle-1", 30, 1, 2, 3, 4)
	p.fill("filler-02", "nozzle-2", 30, 18, 19)     // two, five of the machine
	p.fill("filler-02", "nozzle-3", 30, 15, 16, 17) // it is over
	got := toldOf(t, p, "k-of-n", time.Minute)
	if len(got) != 2 || got["filler-01 fill_mass k-of-n"] != 3 || got["filler-02 nozzle-1 fill_mass k-of-n"] != 4 {
		t.Errorf("got %v", got)
	}
}

func TestWhatIsNotClearlyBetterIsStillToldWithTheNumberOfNow(t *testing.T) {
	p := kOfNLine(t)
	p.fill("filler-01", "", 30, 9, 10, 11) // one of the last ten
	if got := toldOf(t, p, "k-of-n", time.Minute); got["filler-01 fill_mass k-of-n"] != 1 {
		t.Errorf("got %v", got)
	}
}

func TestAPositionThatWasToldStaysToldWhenMostOfThemAreAndTheMachineIsToldWithTheOthers(t *testing.T) {
	all := func(from, to int) (out []int) {
		for i := from; i <= to; i++ {
			out = append(out, i)
		}
		return out
	}
	p := kOfNLine(t)
	p.fill("filler-02", "nozzle-1", 60, all(20, 50)...) // told 48 min ago, over 10 min ago
	p.fill("filler-02", "nozzle-2", 60, all(0, 30)...)  // the second of three, told 28 min ago
	p.fill("filler-02", "nozzle-3", 60, all(0, 15)...)
	env := p.env()
	const machine, first = "k-of-n filling filler-02 k-of-n", "k-of-n filling filler-02 nozzle-1 k-of-n"
	alerted(t, "one nozzle", alerts(t, env, noon.Add(-40*time.Minute), "k-of-n"), first)
	alerted(t, "two of three", alerts(t, env, noon.Add(-25*time.Minute), "k-of-n"), machine, first)
	alerted(t, "the first one is over", alerts(t, env, noon, "k-of-n"), machine)

	alone := kOfNLine(t)
	alone.fill("filler-02", "nozzle-1", 60, all(20, 50)...)
	alone.fill("filler-02", "nozzle-2", 60, all(0, 30)...)
	alone.fill("filler-02", "nozzle-3", 60)
	alerted(t, "one of two is left", alerts(t, alone.env(), noon, "k-of-n"), machine)

	at := kOfNLine(t)
	for _, nozzle := range []string{"nozzle-1", "nozzle-2"} {
		at.fill("filler-02", nozzle, 60, all(0, 5)...)
	}
	at.fill("filler-02", "nozzle-3", 60)
	alerted(t, "two at once", alerts(t, at.env(), noon, "k-of-n"), machine)
}

func TestWhatAllPositionsHaveInCommonIsToldOfTheirMachineAloneThoughTheyHaveTheirTurns(t *testing.T) {
	p := inTurns(t, 150, func(ago, _ int) bool { return ago >= 60 })
	p.planned("characteristic,station=filling,characteristic=fill_mass,product=*,stratum=*", fields{"order": 1, "name": "Mass", "usl": 804.0, "k_of_n_k": 3, "k_of_n_n": 10})
	for ago := range 60 {
		when := noon.Add(-time.Duration(ago)*20*time.Second - time.Second)
		p.visitAt("filling", "line-1", "filler-03", fmt.Sprint("HEAVY-", ago), when.Add(time.Millisecond), fields{"position": fmt.Sprint("nozzle-", (149-ago)%12+1), "fill_mass": 810.0})
	}
	env := p.env()
	first := ""
	for when := noon.Add(-21 * time.Minute); !when.After(noon); when = when.Add(time.Minute) {
		if got := alerts(t, env, when, "k-of-n"); len(got) > 0 {
			alerted(t, when.Format("15:04"), got, "k-of-n filling filler-03 k-of-n")
			if first == "" {
				first = when.Format("15:04")
			}
		}
	}
	if first != "11:49" { // twice all nozzles in turn from 11:40 on, and one cell
		t.Errorf("it is told from %q on", first)
	}
}

func TestAnActionAtTheMachineEndsWhatIsToldOfItsLastCells(t *testing.T) {
	p := kOfNLine(t)
	p.fill("filler-01", "", 30, 8, 9, 10, 11)
	alerted(t, "before", alerts(t, p.env(), noon, "k-of-n"), "k-of-n filling filler-01 k-of-n")
	p.event("action", "equipment", "filler-01", "03-10 11:53", nil)
	alerted(t, "after", alerts(t, p.env(), noon, "k-of-n"))
}

func TestARetestAndWhatTheGaugeCannotSayAreNoneOfTheLastCells(t *testing.T) {
	p := kOfNLine(t)
	p.fill("filler-01", "", 10, 1, 8)
	again := func(item string, visit int, ago time.Duration, f fields) {
		f["visit"] = visit
		p.visitAt("filling", "line-1", "filler-01", item, noon.Add(-ago), f)
	}
	again("filler-01--1", 2, 20*time.Second, fields{"fill_mass": 810.0})                // out of spec again: one cell
	again("SENTINEL", 1, 30*time.Second, fields{"fill_mass": 9999.0})                   // no measurement
	again("SET-UP", 1, 40*time.Second, fields{"fill_mass": 810.0, "run_type": "setup"}) // no production
	again("TOLD", 1, 45*time.Second, fields{"fill_mass": 810.0, "history": true})       // only tells what was
	again("WAITS", 1, 50*time.Second, fields{"fill_mass": 810.0, "verdict": "retest"})  // not judged yet
	again("EARLIER", 2, 55*time.Second, fields{"fill_mass": 810.0})                     // was judged before
	if got := toldOf(t, p, "k-of-n", time.Minute); len(got) != 0 {
		t.Errorf("two cells are out of spec, got %v", got)
	}
	again("THIRD", 1, 5*time.Second, fields{"fill_mass": 810.0, "verdict": "nok"})
	if got := toldOf(t, p, "k-of-n", time.Minute); got["filler-01 fill_mass k-of-n"] != 3 {
		t.Errorf("the third is the last: got %v", got)
	}
}

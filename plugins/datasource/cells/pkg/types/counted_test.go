package types_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// causesOf are the values of what is wrong in the last quarter of an hour, as an alert rule or as people see it, by kind, rule, line
// and machine, behind each its cells.
func causesOf(t *testing.T, p *plant, kinds string, alerting bool) map[string][]string {
	t.Helper()
	run := &source.Run{Range: source.Range{From: noon.Add(-15 * time.Minute), To: noon}, Alerting: alerting}
	frames, err := p.env().Execute(t.Context(), run, "signals", []byte(`{"kinds":[`+kinds+`]}`))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]string{}
	for row := range frames[0].Rows() {
		text := func(name string) string {
			f, _ := frames[0].FieldByName(name)
			return f.At(row).(string)
		}
		value, _ := frames[0].FieldByName("value")
		cause := strings.TrimSpace(strings.Join([]string{text("kind"), text("rule"), text("line"), text("equipment")}, " "))
		out[cause] = append(out[cause], strings.TrimSpace(fmt.Sprint(text("cell_id"), " ", value.At(row))))
		slices.Sort(out[cause])
	}
	return out
}

func TestPeopleAreToldOfAMachineAndHowManyOfItsCellsNobodyCanCallGood(t *testing.T) {
	p := kOfNLine(t)
	verdict := func(equipment, cell, verdict string) {
		f := fields{"fill_mass": 800.0, "verdict": verdict}
		if verdict == "fine" {
			f["verdict"], f["verdict_reported"] = nil, verdict
		}
		p.visitAt("filling", "line-1", equipment, cell, noon.Add(-time.Minute), f)
	}
	for i := range 3 {
		verdict("filler-01", fmt.Sprint("NOK", i), "nok")
	}
	verdict("filler-02", "REJECT-1", "nok") // as many as a camera sorts out now and then
	verdict("filler-02", "REJECT-2", "nok")
	verdict("filler-01", "SKIPPED-1", "skipped")
	verdict("filler-01", "SKIPPED-2", "skipped")
	verdict("filler-02", "SKIPPED-3", "skipped")
	verdict("filler-02", "ODD", "fine")
	kinds := `"skipped","station-nok","unknown-verdict"`
	told := map[string][]string{
		"station-nok verdict line-1 filler-01": {"3"}, "skipped verdict line-1 filler-01": {"2"}, "skipped verdict line-1 filler-02": {"1"},
		"unknown-verdict not-understood line-1 filler-02": {"1"},
	}
	if got := causesOf(t, p, kinds, true); !maps.EqualFunc(got, told, slices.Equal) {
		t.Errorf("an alert rule gets %v, want %v", got, told)
	}
	seen := causesOf(t, p, kinds, false)
	if got := seen["station-nok verdict line-1 filler-02"]; !slices.Equal(got, []string{"REJECT-1 1", "REJECT-2 1"}) {
		t.Errorf("people see %v of filler-02, want its two cells", got)
	}
	if got := seen["skipped verdict line-1 filler-01"]; !slices.Equal(got, []string{"SKIPPED-1 1", "SKIPPED-2 1"}) {
		t.Errorf("people see %v of filler-01, want its two cells", got)
	}
}

func TestASoakThatIsTooShortIsOneCauseForPeopleHoweverManyCellsComeTooEarlyAndCellsAstrayAreOneOfTheLine(t *testing.T) {
	p := hurriedLine(t)
	p.planned("station,station=sealing", fields{"order": 2, "name": "Sealing", "item": "cell", "from_station": "filling", "min_hours": 1.0, "max_hours": 2.0})
	for i := range 40 {
		when := noon.Add(-time.Duration(10*i+1) * time.Second)
		p.visitAt("filling", "line-1", "filler-01", fmt.Sprint("HASTY", i), when.Add(-30*time.Minute), fields{})
		p.visitAt("sealing", "line-1", fmt.Sprint("sealer-0", 1+i%2), fmt.Sprint("HASTY", i), when, fields{})
		if i < 7 {
			p.visitAt("filling", "line-1", "filler-01", fmt.Sprint("GONE", i), when.Add(-130*time.Minute), fields{"position": fmt.Sprint("nozzle-", i)})
		}
	}
	want := map[string][]string{"late too-early line-1 sealer-01": {"20"}, "late too-early line-1 sealer-02": {"20"}, "missing no-arrival line-1": {"7"}}
	if got := causesOf(t, p, `"late","missing"`, true); !maps.EqualFunc(got, want, slices.Equal) {
		t.Errorf("an alert rule gets %v, want %v", got, want)
	}
	seen := causesOf(t, p, `"late","missing"`, false)
	if n, gone := len(seen["late too-early line-1 sealer-01"]), len(seen["missing no-arrival line-1"]); n != 20 || gone != 7 {
		t.Errorf("people see %d cells too early at sealer-01 and %d astray, want 20 and 7", n, gone)
	}
}

func TestWhoAsksForTheNumberOfCellsOutOfSpecGetsItByMachineCharacteristicAndRule(t *testing.T) {
	p := kOfNLine(t)
	for i, mass := range []float64{810, 810, 790, 800} {
		p.visitAt("filling", "line-1", "filler-01", fmt.Sprint("A", i), noon.Add(-time.Minute), fields{"fill_mass": mass})
	}
	p.visitAt("filling", "line-1", "filler-02", "B", noon.Add(-time.Minute), fields{"fill_mass": 810.0})
	for _, alerting := range []bool{true, false} {
		env, run := p.env(), &source.Run{Range: source.Range{From: noon.Add(-15 * time.Minute), To: noon}, Alerting: alerting}
		frames, err := env.Execute(t.Context(), run, "signals", []byte(`{"kinds":["out-of-spec"],"perMachine":true}`))
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]float64{}
		for row := range frames[0].Rows() {
			key := ""
			for _, name := range []string{"equipment", "position", "characteristic", "rule", "cell_id", "severity"} {
				if f, _ := frames[0].FieldByName(name); f != nil {
					key += f.At(row).(string)
				}
				key += " "
			}
			value, _ := frames[0].FieldByName("value")
			got[key] = value.At(row).(float64)
		}
		want := map[string]float64{
			"filler-01  fill_mass above-usl  critical ": 2, "filler-01  fill_mass below-lsl  critical ": 1, "filler-02  fill_mass above-usl  critical ": 1,
		}
		if !maps.Equal(got, want) {
			t.Errorf("alerting %v: got %v, want %v", alerting, got, want)
		}
	}
	_, err := p.env().Execute(t.Context(), &source.Run{}, "signals", []byte(`{"kinds":["out-of-spec","silent"],"perMachine":true}`))
	if err == nil || !strings.Contains(err.Error(), "silent is none") {
		t.Errorf("a kind that is of no cells: %v", err)
	}
}

package types_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// balance is one of 0.5 g that is to be checked every eight hours by a master part of 500 g.
func balance() fields {
	return fields{"gauge": "inline balance", "uncertainty": 0.5, "master_check_s": 8 * 3600.0, "masters": `{"MASTER-1":500}`}
}

// weighedLine has two fillers with approved limits at 800 g and a gauge.
func weighedLine(t testing.TB, gauge fields) *plant {
	p := newPlant(t)
	p.planned("station,station=filling", fields{"order": 1, "name": "Filling", "item": "cell", "equipment": "filler-01,filler-02"})
	p.planned("setting,name=sites", fields{"value": `[{"id":"de1","name":"Plant"}]`})
	p.planned("setting,name=equipment:de1", fields{"value": `[{"id":"filler-01","name":"Filler 1","line":"line-1","station":"filling"},{"id":"filler-02","line":"line-2","station":"filling"}]`})
	gauge["usl"], gauge["route"] = 900.0, "quality"
	p.characteristic(1, "filling", "fill_mass", "Mass", "massg", 1, gauge)
	p.planned("control_limit,station=filling,characteristic=fill_mass,product=*,stratum=*",
		fields{"model": "normal", "centre": 800.0, "sigma_within": 1.0, "subgroup_n": 5, "status": "approved"})
	return p
}

// weighs stores a cell every two minutes of the last hour at both fillers.
func (p *plant) weighs(first, second float64) {
	for i := range 30 {
		when := noon.Add(-time.Duration(60-2*i) * time.Minute)
		p.visitAt("filling", "line-1", "filler-01", fmt.Sprintf("A%d", i), when, fields{"fill_mass": first})
		p.visitAt("filling", "line-2", "filler-02", fmt.Sprintf("B%d", i), when, fields{"fill_mass": second})
	}
}

// mastersRead stores readings of a master part of filler-01, eight hours apart, the last one an hour and a half before noon.
func (p *plant) mastersRead(master string, readings ...float64) {
	for i, mass := range readings {
		when := noon.Add(-90*time.Minute - time.Duration(len(readings)-1-i)*8*time.Hour)
		p.visitAt("filling", "line-1", "filler-01", master, when, fields{"fill_mass": mass, "run_type": "master", "visit": i + 1})
	}
}

// saidOf are sentences and actions of what is out of control at noon.
func saidOf(t *testing.T, p *plant, language string) (said []string) {
	t.Helper()
	run := &source.Run{Range: source.Range{From: noon.Add(-time.Hour), To: noon}}
	frames, err := p.env().Execute(t.Context(), run, "signals", []byte(`{"kinds":["out-of-control"],"include":["evidence"],"language":"`+language+`"}`))
	if err != nil {
		t.Fatal(err)
	}
	sentence, _ := frames[0].FieldByName("sentence")
	for row := range frames[0].Rows() {
		said = append(said, sentence.At(row).(string))
	}
	return said
}

func said(t *testing.T, got []string, want ...string) {
	t.Helper()
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestAGaugeThatReadsItsMasterPartOffIsToldAsTheGaugeBeforeAnythingElse(t *testing.T) {
	p := weighedLine(t, balance())
	p.mastersRead("MASTER-1", 500.1, 499.8, 503.1)
	p.weighs(800, 800)
	said(t, saidOf(t, p, "en"), "Filler 1: Mass, the gauge (inline balance) reads master part MASTER-1 3.10 g too high (6.2 σ), for 1 h 30 min; 30 cells, 0 out of spec.")
	said(t, saidOf(t, p, "de"), "Filler 1: Mass, das Messmittel (inline balance) liest Meisterteil MASTER-1 3,10 g zu hoch (6,2 σ), seit 1 h 30 min; 30 Zellen, 0 außerhalb.")
	rows, _, err := askSignals(t, p.env(), time.Hour, `{"kinds":["out-of-control"]}`)
	if want := "site=de1 line=line-1 station=filling equipment=filler-01 characteristic=fill_mass kind=out-of-control rule=gauge route=maintenance"; err != nil || len(rows) != 1 || !strings.HasPrefix(rows[0], want) {
		t.Errorf("got %q %v, want one %s", rows, err, want)
	}
}

func TestWhatDepartsTogetherWithItsGaugeIsOneCauseToldAsWhatBeganFirst(t *testing.T) {
	for name, of := range map[string]struct {
		first    float64
		readings []float64
		rules    string
	}{
		"the gauge was off before the process departed": {803, []float64{500, 500, 503.1}, "gauge"},
		"the process departs to the other side":         {797, []float64{500, 500, 503.1}, "level gauge"},
	} {
		p := weighedLine(t, balance())
		p.mastersRead("MASTER-1", of.readings...)
		p.weighs(of.first, 800)
		var rules []string
		rows, _, _ := askSignals(t, p.env(), time.Hour, `{"kinds":["out-of-control"]}`)
		for _, row := range rows {
			_, rule, _ := strings.Cut(row, "rule=")
			rules = append(rules, strings.Fields(rule)[0])
		}
		if got := strings.Join(rules, " "); got != of.rules {
			t.Errorf("%s: got %s, want %s", name, got, of.rules)
		}
	}
}

func TestAProcessWhoseGaugeIsSomewhatOffOrUncheckedSaysSoFirst(t *testing.T) {
	p := weighedLine(t, balance())
	p.mastersRead("MASTER-1", 500, 500, 501.3)
	p.weighs(803, 803)
	const departs = "Mass is 3.00 g higher than its control limits say (3.0 σ), for 60 min; 30 cells, 0 out of spec."
	said(t, saidOf(t, p, "en"),
		"Check the gauge first: it reads master part MASTER-1 1.30 g too high (2.6 σ). Filler 1: "+departs, "filler-02: "+departs)
	for _, hour := range []int{11, 9, 7, 5, 3} {
		p.visitAt("filling", "line-2", "filler-02", fmt.Sprint("E", hour), noon.Add(-time.Duration(hour)*time.Hour), fields{"fill_mass": 800.0})
	}
	said(t, saidOf(t, p, "en"),
		"Check the gauge first: it reads master part MASTER-1 1.30 g too high (2.6 σ). Filler 1: "+departs,
		"Check the gauge first: its master check is overdue (1.4 × its interval). filler-02: "+departs)
	run := &source.Run{Range: source.Range{From: noon.Add(-time.Hour), To: noon}, Alerting: true}
	frames, err := p.env().Execute(t.Context(), run, "signals", []byte(`{"kinds":["out-of-control"],"value":"gauge"}`))
	if err != nil || frames[0].Rows() != 2 {
		t.Fatal(frames, err)
	}
	for row := range 2 {
		if v, _ := frames[0].Fields[0].FloatAt(row); v != 1 {
			t.Errorf("row %d: the gauge is to be checked first, got %v", row, v)
		}
	}
}

func TestAMasterPartOfUnknownValueIsHeldAgainstWhatWasReadOfItSinceTheLastCalibration(t *testing.T) {
	p := weighedLine(t, balance())
	p.mastersRead("MASTER-9", 300, 300.4, 299.7, 300.2, 304)
	p.weighs(800, 800)
	said(t, saidOf(t, p, "en"), "Filler 1: Mass, the gauge (inline balance) reads master part MASTER-9 3.90 g too high (6.6 σ), for 1 h 30 min; 30 cells, 0 out of spec.")
	p.event("calibration", "equipment", "filler-01", "03-10 09:00", fields{"equipment": "filler-01"})
	said(t, saidOf(t, p, "en"))
}

func TestAPlanWithoutMasterChecksSaysNothingOfGauges(t *testing.T) {
	p := weighedLine(t, fields{"gauge": "inline balance", "uncertainty": 0.5})
	p.mastersRead("MASTER-1", 500, 500, 520)
	p.weighs(800, 800)
	said(t, saidOf(t, p, "en"))
}

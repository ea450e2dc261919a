package types_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// driftingLine has a filler on each of two lines whose windows are beyond approved limits; model is that of the limits.
func driftingLine(t *testing.T, stratum, model string) *plant {
	p := newPlant(t)
	p.station(1, "filling", "cell", "dry-room", "", 0)
	p.planned("setting,name=sites", fields{"value": `[{"id":"de1","name":"Plant"}]`})
	p.planned("setting,name=equipment:de1", fields{"value": `[{"id":"filler-01","line":"line-1","station":"filling"},{"id":"filler-02","line":"line-2","station":"filling"}]`})
	p.characteristic(1, "filling", "fill_mass", "Mass", "massg", 1, fields{"usl": 804.0})
	p.planned("control_limit,station=filling,characteristic=fill_mass,product=*,stratum="+stratum,
		fields{"model": model, "centre": 800.0, "sigma_within": 1.0, "subgroup_n": 5, "status": "approved"})
	for i := range 20 {
		p.visitAt("filling", "line-1", "filler-01", fmt.Sprintf("A%d", i), noon.Add(-time.Duration(60-2*i)*time.Minute), fields{"fill_mass": 803.0})
		p.visitAt("filling", "line-2", "filler-02", fmt.Sprintf("B%d", i), noon.Add(-time.Duration(61-2*i)*time.Minute), fields{"fill_mass": 803.0})
	}
	return p
}

func TestAnOutOfControlSignalBearsTheLabelsOfItsStreamWhateverTheRange(t *testing.T) {
	const one, two = "site=de1 line=line-1 station=filling", "site=de1 line=line-2 station=filling"
	for stratum, want := range map[string][]string{
		// What is stated of all is the machine's where a line has but one.
		"*":                    {one + " equipment=filler-01 product", two + " equipment=filler-02 product"},
		`equipment\=filler-01`: {one + " equipment=filler-01 product"},
	} {
		env := driftingLine(t, stratum, "normal").env()
		for _, ago := range []time.Duration{time.Minute, 61 * time.Minute} {
			rows, _, err := askSignals(t, env, ago, `{"kinds":["out-of-control"]}`)
			if err != nil || len(rows) != len(want) {
				t.Fatalf("%s: %q %v, want signals of %s", stratum, rows, err, want)
			}
			for i, row := range rows {
				if !strings.HasPrefix(row, want[i]) || !strings.Contains(row, "rule=level") {
					t.Errorf("%s: %q, want one of %s", stratum, row, want[i])
				}
			}
		}
		rows, _, _ := askSignals(t, env, time.Hour, `{"kinds":["out-of-control"],"filters":[{"key":"line","operator":"=","value":"line-1"}]}`)
		if len(rows) != 1 || !strings.HasPrefix(rows[0], one) {
			t.Errorf("%s of one line: %q", stratum, rows)
		}
	}
}

func TestApprovedLimitsOfAModelWithoutLinesAreNamedAndUnread(t *testing.T) {
	r := rulesOn(t, driftingLine(t, "*", "lognormal"))
	rows, notices, err := r.ask(true, `{"kinds":["out-of-control"],"stations":["filling"]}`)
	if err != nil || len(rows) > 0 || !strings.Contains(notices, "fill_mass has approved control limits that are of the model lognormal") {
		t.Errorf("%q %q %v", rows, notices, err)
	}
	r.unread(`{"kinds":["unread"]}`, "out-of-control/model filling fill_mass")
	frames := ask(t, r.env, `{"queryType":"visits","station":"filling","include":["limits"]}`)
	told := ""
	for _, n := range frames[0].Meta.Notices {
		told += n.Text
	}
	if !strings.Contains(told, "fill_mass: its control limits are of the model lognormal") {
		t.Errorf("the chart is not told: %s", told)
	}
}

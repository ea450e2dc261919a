package types_test

import (
	"fmt"
	"maps"
	"testing"
	"time"
)

func TestAGaugeThatSaysNothingTrueOfTheLastCellsIsToldByItsMachine(t *testing.T) {
	for name, dead := range map[string]fields{
		"its value is not sent any more":      {},
		"it sends a number no gauge can give": {"fill_mass": 9999.9},
	} {
		p := kOfNLine(t)
		p.planned("characteristic,station=filling,characteristic=pressure,product=*,stratum=*", fields{"order": 2, "name": "Pressure", "sample": "every cell", "k_of_n_n": 10})
		p.planned("characteristic,station=filling,characteristic=fill_mass,product=*,stratum=*", fields{"order": 1, "name": "Mass", "sample": "every cell", "plausible_hi": 2000.0})
		p.fill("filler-01", "", 30)
		p.fill("filler-02", "nozzle-1", 30)
		for ago := range 30 {
			f := fields{"position": "nozzle-2", "fill_mass": 800.0}
			if ago < 6 {
				f = maps.Clone(dead)
				f["position"] = "nozzle-2"
			}
			p.visitAt("filling", "line-1", "filler-02", fmt.Sprintf("dead-%d", ago), noon.Add(-time.Duration(ago)*time.Minute-2*time.Second), f)
		}
		got := toldOf(t, p, "no-reading", 15*time.Minute)
		if want := map[string]float64{"filler-02 nozzle-2 fill_mass no-value": 6}; !maps.Equal(got, want) {
			t.Errorf("%s: told %v, want %v", name, got, want)
		}
		p.fill("filler-02", "nozzle-2", 1)
		if got := toldOf(t, p, "no-reading", 15*time.Minute); len(got) > 0 {
			t.Errorf("%s, then it measured: still told %v", name, got)
		}
	}
}

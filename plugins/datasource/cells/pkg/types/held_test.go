package types_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestWhatDepartsOfALineCountsTheHeldCellsOfItsMachinesAndOfNoOtherLine(t *testing.T) {
	p := newPlant(t)
	p.station(1, "filling", "cell", "", "", 0)
	p.planned("setting,name=sites", fields{"value": `[{"id":"de1","name":"Plant"}]`})
	p.planned("setting,name=equipment:de1", fields{"value": `[{"id":"filler-01","line":"line-1","station":"filling"},` +
		`{"id":"filler-02","line":"line-1","station":"filling"},{"id":"filler-03","line":"line-2","station":"filling"},{"id":"filler-04","line":"line-2","station":"filling"}]`})
	p.characteristic(1, "filling", "fill_mass", "Fill mass", "suffix:g", 1, fields{"lsl": 796.0, "usl": 804.0})
	for i := range 72 * 30 {
		when := noon.Add(-time.Duration(2*i+1) * time.Minute)
		for m := range 4 {
			verdict := "ok"
			if m < 2 && i < 45 && i%3 == 0 { // both machines of line-1, from 10:30 on
				verdict = "nok"
			}
			line, equipment := fmt.Sprint("line-", 1+m/2), fmt.Sprint("filler-0", 1+m)
			p.visitAt("filling", line, equipment, fmt.Sprintf("C%d-%d", m, i), when.Add(time.Duration(m)*time.Second), fields{"fill_mass": 800 + 0.1*float64(i%7), "verdict": verdict})
		}
	}
	for m, cell := range []string{"C0-9", "C1-6", "C2-6", "C3-6"} {
		p.event("hold", "cell", cell, "03-10 11:50", fields{"station": "filling", "equipment": fmt.Sprint("filler-0", 1+m)})
	}
	got := valuesOf(t, p.env(), noon, `,"value":"held","filters":[{"key":"line","operator":"=","value":"line-1"}]`)
	if len(got) != 1 || !strings.HasPrefix(got[0], "  share ") || !strings.HasSuffix(got[0], " 2") {
		t.Errorf("got %q, want the share of line-1, and the two of its cells that are held", got)
	}
}

package types_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/slowtest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// chain2000 is a line of three stations that 2 000 cells passed twice each; every tenth has a value out
// of its spec, every hundredth came to the last station without a visit to the one before it, and of those next to them the
// index knows a record that was never stored.
func chain2000(t testing.TB) *query.Engine {
	p := newPlant(t)
	before := ""
	for s, station := range []string{"stacking", "filling", "eol"} {
		p.station(s+1, station, "cell", "", before, 1)
		p.characteristic(1, station, "mass", "Mass", "massg", 1, fields{"lsl": 796.0, "class": "critical"})
		before = station
		for i := range 2_000 {
			if s == 1 && i%100 == 0 {
				continue
			}
			f := fields{"mass": 800.0}
			if i%10 == 0 {
				f["mass"] = 700.0
			}
			when := noon.Add(-3*time.Hour + time.Duration(s)*time.Minute + time.Duration(i)*time.Second)
			for visit := range 2 {
				f["visit"] = visit + 1
				p.visitAt(station, "line-1", "machine-1", fmt.Sprintf("CELL%05d", i), when.Add(time.Duration(visit)*10*time.Second), f)
			}
			if s == 1 && i%100 == 2 {
				p.index(fmt.Sprintf("CELL%05d", i), "filling|de1|line-1|machine-9|lfp-202", when.UnixNano())
			}
		}
	}
	return p.env()
}

// TestSignalsOfNamedCellsReadNoOtherCells: all rows of one station alone are more than the budget.
func TestSignalsOfNamedCellsReadNoOtherCells(t *testing.T) {
	slowtest.ManyCells(t)
	env := chain2000(t)
	env.Budget.Rows = 2_100
	for _, of := range []struct {
		kind  string // of all that are open
		named int    // of all three stations together: every second cell
		found int
		reads int // of the stations
	}{
		{"out-of-spec", 5, 2, 3}, {"conflicting", 5, 0, 3}, {"skipped", 5, 1, 6}, {"pointer", 5, 1, 4},
		{"out-of-spec", 200, 116, 3}, {"skipped", 200, 4, 6}, {"pointer", 200, 4, 7},
		{"out-of-spec", 20_000, 501, 3}, {"conflicting", 20_000, 0, 3}, {"unmeasured", 20_000, 0, 3}, {"station-nok", 20_000, 0, 3},
		{"skipped", 20_000, 20, 6}, {"clock", 20_000, 0, 3},
	} {
		raw, err := json.Marshal(map[string]any{"queryType": "signals", "kinds": []string{of.kind}, "state": "open", "filters": named(of.named)})
		if err != nil {
			t.Fatal(err)
		}
		frames, err := env.Execute(t.Context(), &source.Run{Range: source.Range{From: noon.Add(-4 * time.Hour), To: noon}}, "", raw)
		if err != nil {
			t.Errorf("%s of %d named cells: %v", of.kind, of.named, err)
			continue
		}
		reads := 0
		for _, station := range []string{"stacking", "filling", "eol"} {
			reads += strings.Count(frames[0].Meta.ExecutedQueryString, `FROM "`+station+`"`)
		}
		if frames[0].Rows() != of.found || reads != of.reads {
			t.Errorf("%s of %d named cells: %d signals in %d reads of stations, want %d in %d", of.kind, of.named, frames[0].Rows(), reads, of.found, of.reads)
		}
	}
}

package types_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/slowtest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// anyLine is a line of two stations on which everything goes wrong now and then, by the seed.
func anyLine(t testing.TB, seed uint64) *plant {
	p := kOfNLine(t)
	r := rand.New(rand.NewPCG(seed, 1))
	p.planned("setting,name=buckets", fields{"value": "4096"})
	p.planned("station,station=filling", fields{"order": 1, "name": "Filling", "item": "cell", "zone": "dry-room", "max_gap_s": 1800.0, "equipment": "filler-01,filler-02"})
	p.planned("station,station=sealing", fields{"order": 2, "name": "Sealing", "item": "cell", "from_station": "filling", "max_hours": 1.0, "equipment": "sealer-01,sealer-02"})
	p.characteristic(1, "sealing", "leak", "Leak", "none", 1, fields{"usl": 1.0, "special_class": "CC", "sample": "every cell", "master_check_s": 3600.0})
	p.characteristic(2, "filling", "dew_point", "Dew point", "celsius", 1, fields{"source": "environment", "quantity": "dew_point", "usl": -40.0, "severity": "critical"})
	one := func(of ...string) string { return of[r.IntN(len(of))] }
	for i := range 400 {
		when := noon.Add(-time.Duration(i) * 40 * time.Second)
		cell := fmt.Sprint("C", r.IntN(380))
		f := fields{"fill_mass": 800 + 2.5*r.NormFloat64(), "verdict": one("ok", "ok", "ok", "nok", "retest", "skipped"), "visit": 1 + r.IntN(8)/7}
		equipment := one("filler-01", "filler-02")
		if equipment == "filler-02" {
			f["position"] = one("nozzle-1", "nozzle-2", "nozzle-3")
		}
		if r.IntN(9) == 0 {
			f["received_ms"] = when.Add(3 * time.Hour).UnixMilli()
		}
		p.visitAt("filling", "line-1", equipment, cell, when, f)
		if r.IntN(3) > 0 {
			seal := fields{"leak": r.ExpFloat64() / 2, "verdict": one("ok", "ok", "nok")}
			if r.IntN(5) == 0 {
				delete(seal, "leak")
			}
			p.visitAt("sealing", "line-1", "sealer-01", cell, when.Add(time.Duration(r.IntN(100))*time.Minute-20*time.Minute), seal)
		}
		p.row("visits", "environment,site=de1,zone=dry-room,sensor=dp-1", fields{"dew_point": -30 - float64(i) + r.NormFloat64()}, when.UnixNano())
		if r.IntN(4) == 0 {
			topic := "umh/v1/a/de1/area/line-1/" + equipment + "/_cellresult/filling"
			p.row("rejected", "rejected,site=de1,reason="+one("not-json", "value"), fields{"topic": topic, "payload": "{"}, when.UnixNano())
		}
	}
	p.visitAt("sealing", "line-1", "sealer-02", "OLD", noon.Add(-30*time.Hour), fields{"leak": 0.5})
	p.visitAt("sealing", "line-1", "sealer-01", "ODD", noon.Add(-time.Minute), fields{"leak": 0.5, "verdict": nil, "verdict_reported": "fine"})
	return p
}

// labelled are the signals of all kinds at a moment: labels as text, and those that say which cause it is.
func labelled(t *testing.T, p *plant, when time.Time) map[string]map[string]string {
	t.Helper()
	raw, _ := json.Marshal(map[string]any{"kinds": vocabulary.FoundSignals})
	frames, err := p.env().Execute(t.Context(), &source.Run{Range: source.Range{From: when.Add(-15 * time.Minute), To: when}}, "signals", raw)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]map[string]string{}
	for row := range frames[0].Rows() {
		labels := map[string]string{}
		for _, f := range frames[0].Fields {
			if text, ok := f.At(row).(string); ok {
				labels[f.Name] = text
			}
		}
		of := ""
		for _, name := range []string{"kind", "rule", "site", "line", "station", "equipment", "position", "lot", "characteristic", "cell_id", "visit", "pass"} {
			of += labels[name] + "|"
		}
		if _, twice := out[of]; twice {
			t.Errorf("two signals of one cause: %s", of)
		}
		out[of] = labels
	}
	return out
}

func TestNoTwoSignalsOfAnyKindAreOfOneCauseAndWhatASignalSaysBesideStaysWhileItLasts(t *testing.T) {
	slowtest.ManyCells(t)
	kinds := map[string]bool{}
	for seed := range uint64(3) {
		p := anyLine(t, seed)
		before := map[string]map[string]string{}
		for minute := 12; minute >= 0; minute -= 3 {
			now := labelled(t, p, noon.Add(-time.Duration(minute)*time.Minute))
			for of, labels := range now {
				kinds[labels["kind"]] = true
				cell := slices.Contains(vocabulary.CellSignals, labels["kind"])
				if !cell && labels["cell_id"]+labels["visit"]+labels["pass"] != "" {
					t.Errorf("%s is of a process, and names a cell", of)
				}
				if labels["route"] == "" || labels["severity"] == "" {
					t.Errorf("%s says neither who is told nor how bad it is", of)
				}
				if old, lasts := before[of]; lasts && fmt.Sprint(old) != fmt.Sprint(labels) {
					t.Errorf("%s changed from %v to %v", of, old, labels)
				}
			}
			before = now
		}
	}
	var seen []string
	for kind := range kinds {
		seen = append(seen, kind)
	}
	slices.Sort(seen)
	if want := 15; len(seen) < want {
		t.Errorf("only %d kinds happened, want %d at least: %s", len(seen), want, strings.Join(seen, ", "))
	}
}

package types_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// troubledLine is the small line with everything that signals are about.
func troubledLine(t testing.TB) *plant {
	p := smallLine(t)
	// Ten minutes without a database: rows of the morning were stored at 11:50.
	p.visit("filling", "line-1", "filler-02", "B1", "03-10 08:00", fields{"fill_mass": 810.0, "position": "nozzle-4"})
	p.visit("filling", "line-1", "filler-02", "B2", "03-10 08:03", fields{"fill_mass": 820.0, "position": "nozzle-4"})
	p.row("visits", "arrival,site=de1,station=filling,slot=1", fields{"minute": at("03-10 08:00").Unix() / 60}, at("03-10 11:50").UnixNano())
	p.event("hold", "cell", "B2", "03-10 11:51", fields{"station": "filling", "characteristic": "fill_mass"})
	// A nozzle drifts, the machine as a whole does not.
	for i := range 12 {
		when := fmt.Sprintf("03-09 10:%02d", i)
		p.visit("filling", "line-1", "filler-02", fmt.Sprintf("D%d", i), when, fields{"fill_mass": 803.8, "position": "nozzle-4"})
		p.visit("filling", "line-1", "filler-02", fmt.Sprintf("E%d", i), when, fields{"fill_mass": 800.1, "position": "nozzle-5"})
	}
	for i, reason := range []string{"not-json", "not-json", "unknown-station"} {
		p.row("rejected", "rejected,site=de1,reason="+reason, fields{"topic": "umh/v1/x", "payload": "{", "detail": "…"}, at("03-10 11:50").UnixNano()+int64(i))
	}
	p.planned("setting,name=sites", fields{"value": `[{"id":"de1","name":"Plant"}]`})
	p.planned("setting,name=equipment:de1", fields{"value": `[{"id":"filler-01","line":"line-1","station":"filling"},{"id":"filler-02","line":"line-1","station":"filling"}]`})
	p.state("line-1", "filler-02", "03-10 11:58", fields{"state": "running"})
	p.state("line-1", "eol-01", "03-10 11:58", fields{"state": "idle"})
	return p
}

func TestSignals(t *testing.T) {
	p := troubledLine(t)
	p.planned("station,station=filling", fields{
		"order": 3, "name": "Filling", "item": "cell", "zone": "dry-room", "from_station": "stacking", "max_hours": 24.0,
		"equipment": "filler-01,filler-02", "max_gap_s": 1800.0,
	})
	runFolders(t, p.env(), "testdata/signals/*")
}

func TestMoreSignalsThanAnAlertRuleBearsEndInOneRowThatCountsThem(t *testing.T) {
	p := smallLine(t)
	for i := range 620 {
		p.visitAt("filling", "line-1", "filler-02", fmt.Sprintf("F%d", i), noon.Add(-10*time.Minute+time.Duration(i)*time.Second/2), fields{"fill_mass": 804.1 + float64(i)/100})
	}
	frames, err := p.env().Execute(t.Context(), &source.Run{Range: source.Range{From: noon.Add(-15 * time.Minute), To: noon}}, "signals", []byte(`{}`))
	if err != nil {
		t.Fatal(err)
	}
	frame := frames[0]
	value, _ := frame.FieldByName("value")
	rule, _ := frame.FieldByName("rule")
	if len(frames) != 1 || frame.Rows() != 501 || rule.At(500) != "overflow" || value.At(500) != 120.0 {
		t.Errorf("%d frames, %d rows, the last is %v %v; want 500 signals and overflow 120", len(frames), frame.Rows(), rule.At(frame.Rows()-1), value.At(frame.Rows()-1))
	}
	if cell, _ := frame.FieldByName("cell_id"); cell.At(0) != "F619" {
		t.Errorf("the worst is %v, want F619", cell.At(0))
	}
}

func TestSignalsWithoutAPlanAreAnErrorNotSilence(t *testing.T) {
	p := newPlant(t)
	p.visit("filling", "line-1", "filler-02", "A1", "03-10 11:59", fields{"fill_mass": 1.0})
	_, err := p.env().Execute(t.Context(), &source.Run{Range: source.Range{From: noon.Add(-time.Hour), To: noon}}, "signals", []byte(`{}`))
	if err == nil {
		t.Error("without a plan nothing can be judged, and the rule must say so")
	}
}

func TestCellSignalsReachTheMomentOfTheEvaluation(t *testing.T) {
	p := smallLine(t)
	p.visitAt("filling", "line-1", "filler-02", "LATE", noon.Add(-3*time.Second), fields{"fill_mass": 820.0})
	for ago, want := range map[time.Duration]int{8 * time.Second: 1, time.Hour: 0} {
		to := noon.Add(-ago)
		frames, err := p.env().Execute(t.Context(), &source.Run{Range: source.Range{From: to.Add(-15 * time.Minute), To: to}}, "signals", []byte(`{}`))
		if err != nil {
			t.Fatal(err)
		}
		if got := frames[0].Rows(); got != want {
			t.Errorf("a rule asking up to %s ago finds %d signals, want %d", ago, got, want)
		}
	}
}

func TestACellHeldByItsOwnAlertStaysUnansweredUntilSomebodyAnswers(t *testing.T) {
	p := smallLine(t)
	for _, cell := range []string{"HELD", "SCRAPPED", "NEW"} {
		p.visitAt("filling", "line-1", "filler-02", cell, noon.Add(-time.Hour), fields{"fill_mass": 820.0})
	}
	p.event("hold", "cell", "HELD", "03-10 11:01", fields{"station": "filling", "characteristic": "fill_mass", "source": "cellthread"})
	p.event("scrap", "cell", "SCRAPPED", "03-10 11:02", fields{"station": "filling", "source": "mes"})
	for state, want := range map[string][]string{"unanswered": {"HELD", "NEW"}, "open": {"NEW"}} {
		over := source.Range{From: noon.Add(-2 * time.Hour), To: noon}
		frames, err := p.env().Execute(t.Context(), &source.Run{Range: over}, "signals", []byte(`{"stations":["filling"],"state":"`+state+`"}`))
		if err != nil {
			t.Fatal(err)
		}
		cells, _ := frames[0].FieldByName("cell_id")
		var got []string
		for i := range cells.Len() {
			got = append(got, cells.At(i).(string))
		}
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", state, got, want)
		}
	}
}

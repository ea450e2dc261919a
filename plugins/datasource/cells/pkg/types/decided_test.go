package types_test

import (
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

func TestWhatPeopleDecidedStandsBesideTheContainmentWhichNeverChanges(t *testing.T) {
	p := newPlant(t)
	p.station(1, "filling", "cell", "dry-room", "", 0)
	p.characteristic(1, "filling", "fill_mass", "Mass", "massg", 1, fields{"usl": 804.0, "containment": "hold"})
	for _, cell := range []string{"HELD", "NEW", "RELEASED"} {
		p.visitAt("filling", "line-1", "filler-02", cell, noon.Add(-time.Hour), fields{"fill_mass": 820.0})
	}
	for _, cell := range []string{"HELD", "RELEASED"} {
		p.event("hold", "cell", cell, "03-10 11:01", fields{"hold_id": "H-" + cell, "source": "cellthread"})
	}
	p.event("release", "cell", "RELEASED", "03-10 11:30", fields{"answers": "H-RELEASED"})
	env := p.env()
	const asked = `{"queryType":"signals","include":["disposition"]}`
	frame := ask(t, env, asked)[0]
	got := map[string]string{}
	for row := range frame.Rows() {
		at := func(name string) string { f, _ := frame.FieldByName(name); return f.At(row).(string) }
		got[at("cell_id")] = at("disposition") + " " + at("decided")
	}
	for cell, want := range map[string]string{"HELD": "hold hold", "NEW": "hold ", "RELEASED": "hold release"} {
		if got[cell] != want {
			t.Errorf("%s is %q, want %q", cell, got[cell], want)
		}
	}
	_, err := env.Execute(t.Context(), &source.Run{Range: source.Range{From: noon.Add(-time.Hour), To: noon}, Alerting: true}, "", []byte(asked))
	if err == nil || !strings.Contains(err.Error(), "alert rule") {
		t.Errorf("a rule gets what people decide: %v", err)
	}
}

func TestADecisionAnswersWhatWasStoredBeforeItWhateverItsOwnClockSays(t *testing.T) {
	p := newPlant(t)
	p.station(1, "filling", "cell", "dry-room", "", 0)
	p.characteristic(1, "filling", "fill_mass", "Mass", "massg", 1, fields{"usl": 804.0, "containment": "hold"})
	stored := func(clock string) int64 { return at("03-10 " + clock).UnixMilli() }
	for cell, released := range map[string][2]string{"SLOW": {"11:00", "11:31"}, "EARLY": {"11:40", "11:29"}} {
		p.visitAt("filling", "line-1", "filler-02", cell, noon.Add(-time.Hour), fields{"fill_mass": 820.0})
		p.event("hold", "cell", cell, "03-10 11:01", fields{"hold_id": "H", "received_ms": stored("11:30")})
		p.event("release", "cell", cell, "03-10 "+released[0], fields{"answers": "H", "received_ms": stored(released[1])})
	}
	want := map[string]string{"SLOW": "release", "EARLY": "hold"}
	dispositions(t, p, want)
	frame := ask(t, p.env(), `{"queryType":"signals","include":["disposition"]}`)[0]
	for row := range frame.Rows() {
		at := func(name string) string { f, _ := frame.FieldByName(name); return f.At(row).(string) }
		if cell := at("cell_id"); at("decided") != want[cell] {
			t.Errorf("the signal of %s says %q, want %q", cell, at("decided"), want[cell])
		}
	}
	if frame.Rows() != len(want) {
		t.Errorf("%d signals", frame.Rows())
	}
}

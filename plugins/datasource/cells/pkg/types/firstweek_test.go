package types_test

import (
	"slices"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/slowtest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types"
)

// pushedAt stores a station of the plan as if it had been pushed at a moment for the first time.
func (p *plant) pushedAt(station string, when time.Time, f fields) {
	f["revision"], f["recorded_ms"], f["active"] = 1, when.UnixMilli(), true
	p.row("record", "station,station="+station, f, time.Date(2026, 1, 1, 0, 0, 0, 1, time.UTC).UnixNano())
}

func TestAFreshInstallPagesNobodyForWhatBeganBeforeIt(t *testing.T) {
	p := silentLine(t)
	installed := at("03-10 11:30")
	p.pushedAt("filling", installed, fields{"order": 1, "name": "Filling", "item": "cell", "max_gap_s": 600.0, "equipment": "filler-01,filler-02,filler-03,filler-04"})
	p.visit("filling", "line-1", "filler-01", "C1", "03-10 08:00", nil)       // stands since the morning
	p.visit("filling", "line-1", "filler-02", "C2", "03-10 11:40", nil)       // fell silent after it
	p.state("line-1", "filler-03", "03-10 09:00", fields{"state": "running"}) // says that it runs
	if got, want := silentAt(t, p, noon, true), []string{"filler-02 no-rows warning", "filler-03 no-rows warning"}; !slices.Equal(got, want) {
		t.Errorf("alert rules get %v, want %v", got, want)
	}
	if got := silentAt(t, p, at("03-10 11:38"), true); len(got) != 0 {
		t.Errorf("eight minutes after it alert rules get %v", got)
	}
	if got := silentAt(t, p, noon, false); !slices.Contains(got, "filler-01 no-rows warning") {
		t.Errorf("people see %v", got)
	}
}

func TestAGaugeOfAFreshInstallHasItsWholeIntervalBeforeItsCheckIsOverdue(t *testing.T) {
	for installed, overdue := range map[string]bool{"03-09 18:00": true, "03-10 02:00": false} {
		p := gaugeLine(t)
		p.measures("filler-01", 40)
		p.pushedAt("filling", at(installed), fields{"order": 1, "name": "Filling", "item": "cell", "equipment": "filler-01,filler-02"})
		if got := toldOf(t, p, "overdue", time.Minute); (len(got) > 0) != overdue {
			t.Errorf("installed %s: got %v, overdue %v", installed, got, overdue)
		}
	}
}

func TestWhatBeganBeforeAFreshInstallIsEscalatedOnceItCouldBeAcknowledged(t *testing.T) {
	slowtest.ManyCells(t)
	p := nozzleLine(t, nil, wavering("03-10 12:00"))
	p.pushedAt("filling", at("03-10 09:00"), fields{"order": 1, "name": "Filling", "item": "cell", "equipment": "filler-02"})
	from := p.source()
	for when, want := range map[string][]string{
		"03-10 09:10": nil, "03-10 09:40": {"unacknowledged filling filler-02 nozzle-4 out-of-control"},
	} {
		from.Now = func() time.Time { return at(when) }
		alerted(t, when, alerts(t, query.NewEngine(from, types.Types()), at(when), "unacknowledged"), want...)
	}
}

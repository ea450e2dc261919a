package types_test

import (
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// says stores a state of filler-01.
func (p *plant) says(when time.Time, state string) {
	p.row("visits", "equipment_state,site=de1,line=line-1,equipment=filler-01", fields{"state": state}, when.UnixNano())
}

// quietFrom has a filler-01 that stored a row every minute of an hour until a moment, and none since.
func quietFrom(t *testing.T, until string) *plant {
	p := silentLine(t)
	for ago := range 60 {
		p.visitAt("filling", "line-1", "filler-01", fmt.Sprintf("C%d", ago), at(until).Add(-time.Duration(ago)*time.Minute), nil)
	}
	return p
}

// silentFor is by how many times of what it may pause filler-01 was silent at moments of the day, 0 where it was not.
func silentFor(t *testing.T, p *plant, moments ...string) (out []float64) {
	t.Helper()
	env := p.env()
	for _, moment := range moments {
		to := at("03-10 " + moment)
		env.Now = func() time.Time { return to }
		frames, err := env.Execute(t.Context(), &source.Run{Range: source.Range{From: to.Add(-15 * time.Minute), To: to}, Alerting: true}, "signals", []byte(`{"kinds":["silent"]}`))
		if err != nil {
			t.Fatal(err)
		}
		times := 0.0
		equipment, _ := frames[0].FieldByName("equipment")
		for row := range frames[0].Rows() {
			if equipment.At(row) == "filler-01" {
				value, _ := frames[0].Fields[0].FloatAt(row)
				times += value
			}
		}
		out = append(out, times)
	}
	return out
}

// near tells whether numbers are these, but for what is read of states by parts of the time.
func near(t *testing.T, what string, got []float64, want ...float64) {
	t.Helper()
	if !slices.EqualFunc(got, want, func(a, b float64) bool { return math.Abs(a-b) < 0.02 }) {
		t.Errorf("%s: silent for %.2f times what it may pause, want %.2f", what, got, want)
	}
}

func TestAMachineThatStopsBrieflyNowAndThenIsSilentOnceItRanForTooLongWithoutARow(t *testing.T) {
	p := quietFrom(t, "03-10 08:00")
	p.says(at("03-10 07:00"), "running")
	for when := at("03-10 08:20"); when.Before(noon); when = when.Add(20 * time.Minute) {
		p.says(when, "idle")
		p.says(when.Add(time.Minute), "running")
	}
	near(t, "stops of a minute", silentFor(t, p, "08:30", "08:33", "09:00", "09:01", "10:00"), 0, 32.0/30, 58.0/30, 58.0/30, 115.0/30)
}

func TestAMachineWhoseStateFlapsIsSilentForTheTimeInWhichItSaysThatItRuns(t *testing.T) {
	p := quietFrom(t, "03-10 08:00")
	for when, i := at("03-10 07:59"), 0; when.Before(noon); when, i = when.Add(10*time.Second), i+1 {
		p.says(when, []string{"running", "idle"}[i%2])
	}
	near(t, "half of the time", silentFor(t, p, "08:55", "09:30"), 0, 1.5)
}

func TestAMachineThatRunsAgainAfterALongStopIsNotSilentBeforeItRanForTooLong(t *testing.T) {
	p := quietFrom(t, "03-07 08:00")
	p.says(at("03-07 07:00"), "running")
	p.says(at("03-07 08:10"), "maintenance")
	p.says(at("03-10 09:00"), "running")
	near(t, "three days of maintenance, said once", silentFor(t, p, "09:05", "09:17"), 0, 0)
	if got := silentFor(t, p, "09:25"); got[0] <= 1 {
		t.Errorf("35 minutes without a row in which it ran: silent for %v times, want more than one", got)
	}
}

func TestAMachineThatStandsAlreadyWhenItsLastRowComesIsCountedFromWhenItRuns(t *testing.T) {
	p := quietFrom(t, "03-10 08:00")
	p.says(at("03-10 07:59"), "idle")
	p.says(at("03-10 09:00"), "running")
	near(t, "an hour of standing", silentFor(t, p, "09:20", "09:33"), 0, 1.1)
}

func TestAMachineThatFellSilentStaysSoWhileItStops(t *testing.T) {
	p := quietFrom(t, "03-10 08:00")
	p.says(at("03-10 07:00"), "running")
	p.says(at("03-10 09:00"), "fault")
	near(t, "a fault after an hour without a row", silentFor(t, p, "08:59", "09:01", "10:00"), 59.0/30, 2, 2)
}

func TestAMachineThatStoresRowsLongAfterItSaidThatItStandsIsSilentWhenTheyEnd(t *testing.T) {
	p := quietFrom(t, "03-10 08:00")
	p.says(at("03-10 07:05"), "idle") // nothing says its state since
	near(t, "what it said before an hour of rows", silentFor(t, p, "08:29", "08:33"), 0, 1.1)
}

func TestAMachineThatRepeatsThatItStandsIsNotSilentForAsLongAsItDoes(t *testing.T) {
	p := quietFrom(t, "03-06 08:00")
	p.says(at("03-06 07:00"), "running")
	for when := at("03-06 08:05"); when.Before(at("03-10 10:00")); when = when.Add(5 * time.Minute) {
		p.says(when, "idle")
	}
	p.says(at("03-10 10:00"), "running")
	near(t, "four days", silentFor(t, p, "09:00", "10:10"), 0, 0)
}

func TestAMachineWhoseClockIsAnHourBehindIsNotSilentWhenItRunsAgain(t *testing.T) {
	p := silentLine(t)
	const late = time.Hour
	says := func(when, state string) { p.says(at(when).Add(-late), state) }
	says("03-10 08:00", "running")
	for ago := range 60 {
		when := at("03-10 10:00").Add(-time.Duration(ago) * time.Minute)
		p.visitAt("filling", "line-1", "filler-01", fmt.Sprintf("C%d", ago), when.Add(-late), fields{"received_ms": when.UnixMilli()})
	}
	says("03-10 10:00", "fault")
	says("03-10 10:50", "running")
	near(t, "a fault of fifty minutes", silentFor(t, p, "10:40", "10:51"), 0, 0)
}

func TestOfTwoMachinesOfOneNameAtTwoSitesTheOneIsSilentThatSaysNothing(t *testing.T) {
	p := silentLine(t)
	p.planned("setting,name=sites", fields{"value": `[{"id":"de1","name":"Plant"},{"id":"us1","name":"Other"}]`})
	p.planned("setting,name=equipment:us1", fields{"value": `[{"id":"filler-01","line":"line-1","station":"filling"}]`})
	row := func(site, when string) {
		p.row("visits", "filling,site="+site+",line=line-1,equipment=filler-01,product=lfp-202",
			fields{"cell_id": site + when, "visit": 1, "verdict": "ok", "run_type": "production", "source_ms": at(when).UnixMilli()}, at(when).UnixNano())
	}
	row("de1", "03-10 09:00")
	row("us1", "03-10 10:59")
	p.says(at("03-10 08:00"), "running")
	p.row("visits", "equipment_state,site=us1,line=line-1,equipment=filler-01", fields{"state": "idle"}, at("03-10 09:10").UnixNano())
	near(t, "of de1", silentFor(t, p, "11:00"), 4)
}

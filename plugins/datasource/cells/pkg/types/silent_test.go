package types_test

import (
	"slices"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// silentLine has a station of four machines that may pause for half an hour, and a lunch from 11:00 to 11:30 UTC.
func silentLine(t testing.TB) *plant {
	p := newPlant(t)
	p.planned("setting,name=sites", fields{"value": `[{"id":"de1","name":"Plant"}]`})
	p.planned("setting,name=calendar:de1", fields{"value": `{"timezone":"UTC","planned_stops":[{"name":"lunch","days":["tue"],"start":"11:00","end":"11:30"}]}`})
	p.planned("setting,name=equipment:de1", fields{"value": `[{"id":"filler-01","line":"line-1","station":"filling"},{"id":"filler-02","line":"line-1","station":"filling"},` +
		`{"id":"filler-03","line":"line-1","station":"filling"},{"id":"filler-04","line":"line-2","station":"filling"}]`})
	p.planned("station,station=filling", fields{"order": 1, "name": "Filling", "item": "cell", "max_gap_s": 1800.0, "equipment": "filler-01,filler-02,filler-03,filler-04"})
	return p
}

// silentAt are the machines that are silent at a moment, with the rule, as an alert rule or as people see it.
func silentAt(t *testing.T, p *plant, when time.Time, alerting bool) []string {
	t.Helper()
	frames, err := p.env().Execute(t.Context(), &source.Run{Range: source.Range{From: when.Add(-15 * time.Minute), To: when}, Alerting: alerting}, "signals", []byte(`{"kinds":["silent"]}`))
	if err != nil {
		t.Fatal(err)
	}
	equipment, _ := frames[0].FieldByName("equipment")
	rule, _ := frames[0].FieldByName("rule")
	severity, _ := frames[0].FieldByName("severity")
	var out []string
	for row := range rule.Len() {
		out = append(out, equipment.At(row).(string)+" "+rule.At(row).(string)+" "+severity.At(row).(string))
	}
	slices.Sort(out)
	return out
}

func TestAMachineWithoutStatesIsSilentOnceItsSiteProducedForLongerThanItMayPause(t *testing.T) {
	p := silentLine(t)
	p.visit("filling", "line-1", "filler-01", "C1", "03-10 10:50", nil)
	p.visit("filling", "line-1", "filler-02", "C2", "03-10 11:55", nil)
	for when, want := range map[string][]string{
		"03-10 11:45": nil, // ten minutes before lunch and fifteen after it
		"03-10 11:51": {"filler-01 no-rows warning"},
	} {
		if got := silentAt(t, p, at(when), true); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", when, got, want)
		}
	}
}

func TestAMachineThatSaysItStandsIsNotSilentAndOneThatSaysItRunsIsCountedFromThen(t *testing.T) {
	p := silentLine(t)
	p.visit("filling", "line-1", "filler-01", "C1", "03-10 08:00", nil)
	p.state("line-1", "filler-01", "03-10 08:01", fields{"state": "fault"})
	p.state("line-1", "filler-02", "03-10 11:40", fields{"state": "running"}) // has made nothing yet
	p.state("line-1", "filler-03", "03-10 09:00", fields{"state": "running"})
	if got := silentAt(t, p, noon, true); !slices.Equal(got, []string{"filler-03 no-rows warning"}) {
		t.Errorf("got %v", got)
	}
}

func TestWhatHasNeverReportedIsShownToPeopleWhereItsStationIsConnectedAndAlertsNobody(t *testing.T) {
	p := silentLine(t)
	p.visit("filling", "line-1", "filler-01", "C1", "03-10 11:59", nil)
	p.visitAt("filling", "line-1", "filler-02", "C2", noon.Add(-100*24*time.Hour), nil)
	if got := silentAt(t, p, noon, true); len(got) != 0 {
		t.Errorf("an alert rule gets %v", got)
	}
	want := []string{"filler-02 never info", "filler-03 never info"} // filler-04 stands on a line that is not connected
	if got := silentAt(t, p, noon, false); !slices.Equal(got, want) {
		t.Errorf("people see %v, want %v", got, want)
	}
}

func TestAMachineThatFellSilentStaysSoUntilARowComes(t *testing.T) {
	p := silentLine(t)
	p.visit("filling", "line-1", "filler-01", "C1", "02-03 11:30", nil)
	p.visit("filling", "line-1", "filler-02", "C2", "03-10 11:59", nil)
	for _, when := range []string{"02-03 12:30", "02-10 11:00", "02-10 12:30", "03-10 12:00"} {
		if got := silentAt(t, p, at(when), true); !slices.Contains(got, "filler-01 no-rows warning") {
			t.Errorf("as of %s: %v", when, got)
		}
	}
	p.visit("filling", "line-1", "filler-01", "C3", "03-10 11:58", nil)
	if got := silentAt(t, p, noon, true); len(got) != 0 {
		t.Errorf("once a row came: %v", got)
	}
}

func TestAMachineIsBelievedToStandForADayInWhichItsSiteProduces(t *testing.T) {
	p := silentLine(t)
	p.visit("filling", "line-1", "filler-03", "C3", "03-05 08:00", nil)
	p.state("line-1", "filler-03", "03-05 08:01", fields{"state": "idle"})
	p.visit("filling", "line-1", "filler-01", "C1", "03-09 11:15", nil)
	p.state("line-1", "filler-01", "03-09 11:20", fields{"state": "maintenance"})
	p.state("line-1", "filler-02", "03-05 08:00", fields{"state": "idle"}) // has made nothing ever
	for when, want := range map[string][]string{
		"03-06 08:00": nil, "03-06 08:02": {"filler-03 no-rows warning"},
		"03-10 11:45": {"filler-03 no-rows warning"}, // lunch is none of the day of filler-01
		"03-10 11:55": {"filler-01 no-rows warning", "filler-03 no-rows warning"},
	} {
		if got := silentAt(t, p, at(when), true); !slices.Equal(got, want) {
			t.Errorf("as of %s: %v, want %v", when, got, want)
		}
	}
}

func TestAMachineThatSaysItRunsIsSilentAlsoWhereNobodyHasEverStoredARowOfItsStation(t *testing.T) {
	p := silentLine(t)
	p.state("line-1", "filler-01", "03-10 09:00", fields{"state": "running"})
	if got := silentAt(t, p, noon, true); !slices.Equal(got, []string{"filler-01 no-rows warning"}) {
		t.Errorf("rules get %v", got)
	}
	want := []string{"filler-01 no-rows warning", "filler-02 never info", "filler-03 never info"}
	if got := silentAt(t, p, noon, false); !slices.Equal(got, want) {
		t.Errorf("people see %v, want %v", got, want)
	}
}

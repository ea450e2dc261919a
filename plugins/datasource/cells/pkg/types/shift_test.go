package types_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// shiftPlant is a filler of Berlin, where it is one o'clock in the afternoon at noon UTC, with three shifts.
func shiftPlant(t *testing.T) *plant {
	p := newPlant(t)
	p.planned("setting,name=sites", fields{"value": `[{"id":"de1","name":"Plant","lines":["line-1"],"line_names":{"line-1":"Line 1"}}]`})
	p.planned("setting,name=calendar:de1", fields{"value": `{"timezone":"Europe/Berlin","day_start":"06:00","shifts":[{"id":"A","start":"06:00","end":"14:00"},{"id":"B","start":"14:00","end":"22:00"},{"id":"C","start":"22:00","end":"06:00"}]}`})
	p.planned("setting,name=equipment:de1", fields{"value": `[{"id":"filler-01","station":"filling","area":"assembly","line":"line-1","positions":[]},{"id":"filler-02","station":"filling","area":"assembly","line":"line-1","positions":[]}]`})
	p.station(1, "filling", "cell", "dry-room", "", 24)
	p.characteristic(1, "filling", "fill_mass", "Electrolyte mass", "massg", 1, fields{"master_check_s": 8 * 3600.0})
	return p
}

// answers a query of the last hour as lines of text, its notices first.
func (p *plant) answers(raw string) string {
	p.t.Helper()
	run := &source.Run{MayDecide: true, Range: source.Range{From: noon.Add(-time.Hour), To: noon}}
	frames, err := p.env().Execute(p.t.Context(), run, "", json.RawMessage(raw))
	if err != nil {
		return "error: " + err.Error()
	}
	var out strings.Builder
	for _, n := range frames[0].Meta.Notices {
		fmt.Fprintln(&out, n.Text)
	}
	for row := range frames[0].Rows() {
		var words []string
		for _, f := range frames[0].Fields {
			v, known := f.ConcreteAt(row)
			if at, isTime := v.(time.Time); isTime {
				v = at.UTC().Format("02 15:04")
			}
			if known {
				words = append(words, fmt.Sprint(v))
			}
		}
		fmt.Fprintln(&out, strings.Join(words, " "))
	}
	return out.String()
}

func TestAnyQueryMayAskAboutThisShiftOrTheLastInTheCalendarOfItsSite(t *testing.T) {
	p := shiftPlant(t)
	for i, when := range []string{"03-09 20:30", "03-09 21:30", "03-10 04:30", "03-10 05:30", "03-10 11:30"} {
		p.visit("filling", "line-1", "filler-01", fmt.Sprint("C", i), when, fields{"fill_mass": 800.0})
	}
	// Night shift C runs from 21:00 to 05:00 UTC.
	for choice, want := range map[string]string{"current": "2 2\n", "last": "2 2\n"} {
		if got := p.answers(`{"queryType":"visits","station":"filling","count":true,"shift":"` + choice + `"}`); got != want {
			t.Errorf("%s: %q", choice, got)
		}
	}
	for choice, want := range map[string]string{"current": "de1 line-1 Line 1 A 10 05:00 10 13:00\n", "last": "de1 line-1 Line 1 C 09 21:00 10 05:00\n"} {
		if got := p.answers(`{"queryType":"shifts","shift":"` + choice + `"}`); got != want {
			t.Errorf("%s: %q", choice, got)
		}
	}
	if got := p.answers(`{"queryType":"visits","station":"filling","shift":"next"}`); !strings.Contains(got, `shift "next" is unknown`) {
		t.Errorf("%q", got)
	}
}

func TestAPlanWithoutACalendarHasNoShiftToAskAbout(t *testing.T) {
	p := newPlant(t)
	p.planned("setting,name=sites", fields{"value": `[{"id":"de1","name":"Plant"}]`})
	p.station(1, "filling", "cell", "dry-room", "", 24)
	if got := p.answers(`{"queryType":"events","shift":"current"}`); !strings.Contains(got, "no calendar of site de1") {
		t.Errorf("%q", got)
	}
}

func TestWhatIsDueIsToldWithItsLastTimeTheOverdueFirst(t *testing.T) {
	p := shiftPlant(t)
	p.planned("control_limit,station=filling,characteristic=fill_mass,product=*,stratum=*", fields{"model": "normal", "centre": 800.0, "sigma_within": 1.2, "status": "provisional"})
	p.visit("filling", "line-1", "filler-01", "MASTER-filler-01", "03-10 05:30", fields{"fill_mass": 800.0, "run_type": "master"})
	p.event("master-check", "equipment", "filler-02", "03-10 03:00", fields{"equipment": "filler-02"})
	got := p.answers(`{"queryType":"due","ahead":"12h"}`)
	want := "master-check overdue de1 line-1 filling filler-02 10 03:00 10 11:00\nmaster-check due de1 line-1 filling filler-01 10 05:30 10 13:30\nlimits open filling Electrolyte mass 01 00:00\n"
	if got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := p.answers(`{"queryType":"due","ahead":"1h","filters":[{"key":"line","operator":"=","value":"line-1"}]}`); strings.Contains(got, "filler-01") || !strings.Contains(got, "filler-02") {
		t.Errorf("%q", got)
	}
	if got := p.answers(`{"queryType":"due","ahead":"soon"}`); !strings.Contains(got, "ahead is") {
		t.Errorf("%q", got)
	}
}

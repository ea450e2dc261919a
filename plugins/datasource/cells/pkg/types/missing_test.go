package types_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// hurriedLine lets two hours pass at most between filling and sealing.
func hurriedLine(t testing.TB) *plant {
	p := newPlant(t)
	p.planned("setting,name=buckets", fields{"value": "4096"})
	p.station(1, "filling", "cell", "", "", 0)
	p.station(2, "sealing", "cell", "", "filling", 2)
	p.station(3, "eol", "cell", "", "sealing", 24)
	p.visit("sealing", "line-1", "sealer-01", "LONG-AGO", "03-01 08:00", fields{})
	return p
}

// cellsOf are the cells of the signals of a kind between two moments of 10 March, with rule and station.
func cellsOf(t *testing.T, p *plant, kind, state, from, to string) []string {
	t.Helper()
	run := &source.Run{Range: source.Range{From: at("03-10 " + from), To: at("03-10 " + to)}}
	frames, err := p.env().Execute(t.Context(), run, "signals", []byte(fmt.Sprintf(`{"kinds":[%q],"state":%q}`, kind, state)))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for row := range frames[0].Rows() {
		var words []string
		for _, name := range []string{"cell_id", "station", "rule"} {
			f, _ := frames[0].FieldByName(name)
			words = append(words, f.At(row).(string))
		}
		value, _ := frames[0].FieldByName("value")
		out = append(out, strings.Join(append(words, fmt.Sprint(value.At(row))), " "))
	}
	slices.Sort(out)
	return out
}

func TestACellThatCameNowhereByItsDeadlineIsMissingOnceUnlessPeopleDecidedAboutIt(t *testing.T) {
	p := hurriedLine(t)
	for _, cell := range []string{"GONE", "CAME", "HELD", "SCRAPPED", "RELEASED", "FAILED", "AWAY"} {
		p.visit("filling", "line-1", "filler-01", cell, "03-10 09:00", map[bool]fields{true: {"verdict": "nok"}, false: {}}[cell == "FAILED"])
	}
	p.visit("filling", "line-1", "filler-01", "NOT-DUE", "03-10 09:40", fields{})
	p.visit("filling", "line-1", "filler-01", "SET-UP", "03-10 09:00", fields{"run_type": "setup"})
	p.visit("sealing", "line-1", "sealer-01", "CAME", "03-10 10:30", fields{})
	p.visit("eol", "line-1", "eol-01", "AWAY", "03-10 10:30", fields{}) // skipped the station: another signal
	p.event("hold", "cell", "HELD", "03-10 09:10", fields{"hold_id": "H-1"})
	p.event("scrap", "cell", "SCRAPPED", "03-10 09:10", fields{})
	p.event("hold", "cell", "RELEASED", "03-10 09:10", fields{"hold_id": "H-2"})
	p.event("release", "cell", "RELEASED", "03-10 09:20", fields{"answers": "H-2"})
	want := []string{"GONE sealing no-arrival 1", "RELEASED sealing no-arrival 1"}
	for _, of := range []struct {
		from, to string
		want     []string
	}{{"10:45", "11:00", nil}, {"11:00", "11:15", want}, {"11:15", "11:30", nil}, {"00:00", "11:30", want}} {
		if got := cellsOf(t, p, "missing", "fresh", of.from, of.to); !slices.Equal(got, of.want) {
			t.Errorf("from %s to %s: %v, want %v", of.from, of.to, got, of.want)
		}
	}
}

func TestMoreMissingCellsThanAreLookedUpAreCountedByLine(t *testing.T) {
	p := hurriedLine(t)
	for i := range 450 {
		when := at("03-10 09:00").Add(time.Duration(i) * time.Second)
		p.visitAt("filling", "line-1", "filler-01", fmt.Sprint("C", i), when, fields{})
		if i < 200 {
			p.visitAt("sealing", "line-1", "sealer-01", fmt.Sprint("C", i), when.Add(time.Hour), fields{})
		}
	}
	if got := cellsOf(t, p, "missing", "fresh", "10:55", "11:15"); !slices.Equal(got, []string{" sealing no-arrival 250"}) {
		t.Errorf("got %v", got)
	}
}

func TestACellThatComesLaterThanItsPlanAllowsIsLate(t *testing.T) {
	p := hurriedLine(t)
	p.visit("filling", "line-1", "filler-01", "SLOW", "03-10 07:00", fields{})
	p.visit("sealing", "line-1", "sealer-01", "SLOW", "03-10 10:00", fields{})
	p.visit("filling", "line-1", "filler-01", "AGAIN", "03-10 06:00", fields{"verdict": "retest"})
	p.visit("filling", "line-1", "filler-01", "AGAIN", "03-10 08:30", fields{"visit": 2})
	p.visit("sealing", "line-1", "sealer-01", "AGAIN", "03-10 10:00", fields{})
	p.visit("sealing", "line-1", "sealer-01", "NEVER-FILLED", "03-10 10:00", fields{})
	for range 2 { // the second time from memory
		if got := cellsOf(t, p, "late", "fresh", "09:55", "10:05"); !slices.Equal(got, []string{"SLOW sealing too-late 1.5"}) {
			t.Errorf("got %v", got)
		}
	}
	if got := cellsOf(t, p, "late", "fresh", "10:05", "10:15"); len(got) != 0 {
		t.Errorf("later: %v", got)
	}
}

func TestACellThatComesEarlierThanItsPlanAllowsIsToldAndOneOfCompressedTimesIsNot(t *testing.T) {
	for compressed, want := range map[string][]string{"": {"HASTY sealing too-early 2"}, "3": nil, "oddity": {"HASTY sealing too-early 2"}} {
		p := hurriedLine(t)
		p.planned("station,station=sealing", fields{"order": 2, "name": "Sealing", "item": "cell", "from_station": "filling", "min_hours": 1.0})
		if compressed != "" {
			p.planned("setting,name=compressed", fields{"value": compressed})
		}
		p.visit("filling", "line-1", "filler-01", "HASTY", "03-10 09:30", fields{})
		p.visit("sealing", "line-1", "sealer-01", "HASTY", "03-10 10:00", fields{})
		p.visit("filling", "line-1", "filler-01", "IN-TIME", "03-10 09:00", fields{})
		p.visit("sealing", "line-1", "sealer-01", "IN-TIME", "03-10 10:00", fields{})
		if got := cellsOf(t, p, "late", "fresh", "09:55", "10:05"); !slices.Equal(got, want) {
			t.Errorf("times divided by %q: got %v, want %v", compressed, got, want)
		}
	}
}

package types_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// executeSignals is the frame of the signals of a quarter of an hour.
func executeSignals(t *testing.T, env *query.Engine, raw string) *data.Frame {
	t.Helper()
	frames, err := env.Execute(t.Context(), &source.Run{Range: source.Range{From: noon.Add(-15 * time.Minute), To: noon}}, "signals", []byte(raw))
	if err != nil {
		t.Fatal(err)
	}
	return frames[0]
}

const freshConflicts = `{"queryType":"signals","kinds":["conflicting"],"state":"fresh"}`

// conflicts are rule, cell and time of the fresh signals of a quarter of an hour.
func conflicts(t *testing.T, p *plant) []string {
	t.Helper()
	rows, _, err := askSignals(t, p.env(), 15*time.Minute, freshConflicts)
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		words := map[string]string{}
		for _, word := range strings.Fields(row) {
			name, value, _ := strings.Cut(word, "=")
			words[name] = value
		}
		var ms int64
		if _, err := fmt.Sscan(words["pass"], &ms); err != nil {
			t.Fatal(row, err)
		}
		rows[i] = words["rule"] + " " + words["cell_id"] + " " + time.UnixMilli(ms).UTC().Format("15:04")
	}
	slices.Sort(rows)
	return rows
}

func TestAFreshPassIsJudgedAgainstTheEarlierOneHoweverLongAgo(t *testing.T) {
	for name, c := range map[string]struct {
		store func(p *plant)
		want  []string
	}{
		"hours ago": {func(p *plant) {
			p.filled("filler-01", "X", "03-10 07:00", "ok", 801, fields{})
			p.filled("filler-02", "X", "03-10 11:55", "ok", 800, fields{})
		}, []string{"another-pass X 11:55"}},
		"weeks ago, and another cell's beside it": {func(p *plant) {
			p.filled("filler-01", "X", "02-03 07:00", "ok", 801, fields{})
			p.filled("filler-01", "Y", "02-03 07:00", "ok", 801, fields{})
			p.filled("filler-02", "X", "03-10 11:55", "ok", 800, fields{})
		}, []string{"another-pass X 11:55"}},
		"a retest with a number of its own is none": {func(p *plant) {
			p.filled("filler-01", "X", "03-10 07:00", "retest", 801, fields{})
			p.filled("filler-01", "X", "03-10 11:55", "ok", 800, fields{"visit": 2})
		}, nil},
		"one that was struck is none": {func(p *plant) {
			p.filled("filler-01", "X", "03-10 07:00", "ok", 801, fields{})
			p.filled("filler-01", "X", "03-10 11:55", "ok", 800, fields{})
			p.event("void", "cell", "X", "03-10 08:00", fields{"station": "filling", "from_ms": at("03-10 07:00").UnixMilli(), "to_ms": at("03-10 07:00").UnixMilli()})
		}, nil},
		"one that a person has answered is none": {func(p *plant) {
			p.filled("filler-01", "X", "03-10 07:00", "ok", 801, fields{})
			p.filled("filler-01", "X", "03-10 11:55", "ok", 800, fields{})
			p.event("use-as-is", "cell", "X", "03-10 11:56", fields{"station": "filling"})
		}, nil},
		"another station's is none": {func(p *plant) {
			p.visit("stacking", "line-1", "stacker-01", "X", "03-10 07:00", fields{})
			p.filled("filler-01", "X", "03-10 11:55", "ok", 800, fields{})
		}, nil},
		"set-up parts pass every day": {func(p *plant) {
			p.filled("filler-01", "MASTER", "03-09 07:00", "ok", 801, fields{"run_type": "master"})
			p.filled("filler-01", "MASTER", "03-10 11:55", "ok", 800, fields{"run_type": "master"})
		}, nil},
		"two of the same quarter of an hour": {func(p *plant) {
			p.filled("filler-01", "X", "03-10 11:50", "ok", 801, fields{})
			p.filled("filler-02", "X", "03-10 11:55", "ok", 800, fields{})
		}, []string{"another-pass X 11:50", "another-pass X 11:55"}},
		"a correction of long ago that is stored now": {func(p *plant) {
			p.filled("filler-01", "X", "03-10 07:00", "ok", 801, fields{})
			p.filled("filler-01", "X", "03-10 07:00", "nok", 700, fields{"received_ms": at("03-10 11:55").UnixMilli()})
			p.row("visits", "arrival,site=de1,station=filling,slot=1", fields{"minute": at("03-10 07:00").Unix() / 60}, at("03-10 11:55").UnixNano())
		}, []string{"differing-resend X 07:00"}},
	} {
		t.Run(name, func(t *testing.T) {
			p := passLine(t, false)
			c.store(p)
			if got := conflicts(t, p); !slices.Equal(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestEachFreshVisitIsLookedUpOnceAndNoMoreThanTwoHundredAtATime(t *testing.T) {
	p := passLine(t, false)
	for i := range 250 {
		p.visitAt("filling", "line-1", "filler-01", fmt.Sprintf("C%03d", i), noon.Add(-10*time.Minute+time.Duration(i)*time.Second), fields{"fill_mass": 800.0})
	}
	p.filled("filler-01", "C249", "03-10 07:00", "ok", 800, fields{}) // of those that wait
	env := p.env()
	for round, want := range []struct{ lookups, signals, notices int }{{200, 0, 1}, {50, 1, 0}, {0, 1, 0}} {
		frame := executeSignals(t, env, freshConflicts)
		lookups := strings.Count(frame.Meta.ExecutedQueryString, `FROM "item_index"`)
		if lookups != want.lookups || frame.Rows() != want.signals || strings.Count(fmt.Sprint(frame.Meta.Notices), "not looked up yet") != want.notices {
			t.Errorf("evaluation %d: %d lookups, %d signals, %v; want %+v", round+1, lookups, frame.Rows(), frame.Meta.Notices, want)
		}
	}
}

func TestARetestOfACellThatPassedLongAgoIsReadByItsNumberAlone(t *testing.T) {
	p := passLine(t, false)
	p.filled("filler-01", "X", "02-03 07:00", "retest", 801, fields{})
	p.filled("filler-01", "X", "03-10 11:55", "ok", 800, fields{"visit": 2})
	env := p.env()
	for round, reads := range []int{2, 1} { // the quarter of an hour, and once the record of long ago
		text := executeSignals(t, env, freshConflicts).Meta.ExecutedQueryString
		if got := strings.Count(text, `FROM "filling"`); got != reads || strings.Contains(text, "fill_mass") {
			t.Errorf("evaluation %d reads the station %d times, want %d without values:\n%s", round+1, got, reads, text)
		}
	}
}

func TestWhatTellsRecordsApartIsReadOnlyOfCellsWithSeveral(t *testing.T) {
	p := passLine(t, false)
	p.filled("filler-01", "GOOD", "03-10 11:50", "ok", 801, fields{})
	env := p.env()
	if text := executeSignals(t, env, freshConflicts).Meta.ExecutedQueryString; strings.Contains(text, "fill_mass") {
		t.Errorf("values were read though no records meet:\n%s", text)
	}
}

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

// told is what all readers say of one cell at filling, in one line each.
func told(t *testing.T, env *query.Engine, cell string) string {
	t.Helper()
	over := source.Range{From: noon.Add(-24 * time.Hour), To: noon}
	one := func(json string) *data.Frame {
		frames, err := env.Execute(t.Context(), &source.Run{Range: over}, "", []byte(json))
		if err != nil {
			t.Fatal(err)
		}
		return frames[0]
	}
	filter := `"filters":[{"key":"cell_id","operator":"=","value":"` + cell + `"}]`
	var lines []string
	for _, choice := range []string{"first", "last", "all"} {
		visits := one(`{"queryType":"visits","station":"filling","visits":"` + choice + `",` + filter + `}`)
		joined := one(`{"queryType":"cells","anchor":"filling","visits":"` + choice + `","columns":[{"station":"filling","field":"verdict"},{"station":"filling","field":"visit"}],` + filter + `}`)
		seen := one(`{"queryType":"cells","anchor":"stacking","visits":"` + choice + `","columns":[{"station":"filling","field":"verdict"}],` + filter + `}`)
		lines = append(lines, fmt.Sprintf("%s: %s %s; joined %s %s; from stacking %s", choice, words(visits, "verdict"), words(visits, "fill_mass"),
			words(joined, "filling.verdict"), words(joined, "filling.visit"), words(seen, "filling.verdict")))
	}
	yield := one(`{"queryType":"yield","stations":["filling"],` + filter + `}`)
	lines = append(lines, fmt.Sprintf("yield: %s of %s cells at first, %s in the end, %s out of spec", words(yield, "first_pass"), words(yield, "cells"), words(yield, "final"), words(yield, "out_of_spec")))
	header := one(`{"queryType":"traveler","cellId":"` + cell + `","parts":["header"]}`)
	stands := one(`{"queryType":"traveler","cellId":"` + cell + `","parts":["operations"]}`)
	measured := one(`{"queryType":"traveler","cellId":"` + cell + `","parts":["characteristics"]}`)
	lines = append(lines, fmt.Sprintf("traveler: %s, %s out of spec; superseded %s; judged %s", words(header, "verdict"), words(header, "out_of_spec"),
		words(stands, "superseded"), words(measured, "value")))
	for _, state := range []string{"fresh", "open"} {
		signals := one(`{"queryType":"signals","kinds":["out-of-spec","conflicting"],"stations":["filling"],"state":"` + state + `",` + filter + `}`)
		rules, machines := strings.Split(words(signals, "rule"), ","), strings.Split(words(signals, "equipment"), ",")
		var told []string
		for i := range signals.Rows() {
			told = append(told, rules[i]+" "+machines[i])
		}
		slices.Sort(told)
		lines = append(lines, state+": "+strings.Join(told, ", "))
	}
	return strings.Join(lines, "\n") + "\n"
}

// passes are the lines of cells whose records meet.
func passLine(t *testing.T, counted bool) *plant {
	p := newPlant(t)
	p.planned("setting,name=buckets", fields{"value": "4096"})
	p.station(1, "stacking", "cell", "assembly-hall", "", 0)
	p.planned("station,station=filling", fields{"order": 2, "name": "Filling", "item": "cell", "from_station": "stacking", "max_hours": 24.0,
		"retest_decide": "last", "retest_count": counted})
	p.characteristic(1, "filling", "fill_mass", "Electrolyte mass", "massg", 1, fields{"lsl": 796.0, "usl": 804.0})
	return p
}

func (p *plant) filled(equipment, cell, when, verdict string, mass float64, f fields) {
	f["verdict"], f["fill_mass"] = verdict, mass
	p.visit("filling", "line-1", equipment, cell, when, f)
}

func TestAllReadersAgreeOnThePassesOfACell(t *testing.T) {
	for name, c := range map[string]struct {
		counted bool
		store   func(p *plant)
		want    string
	}{
		"a duplicate serial hides no bad cell": {false, func(p *plant) {
			p.filled("filler-01", "X", "03-10 10:00:00", "nok", 702, fields{})
			p.filled("filler-02", "X", "03-10 10:00:04", "ok", 801, fields{})
		}, `first: nok 702; joined nok 1; from stacking nok
last: nok 702; joined nok 1; from stacking nok
all: nok,ok 702,801; joined nok,ok 1,1; from stacking nok
yield: 0 of 1 cells at first, 0 in the end, 1 out of spec
traveler: nok, 1 out of spec; superseded false,false,false; judged 702,801
fresh: another-pass filler-01, another-pass filler-02, below-lsl filler-01
open: another-pass filler-01, another-pass filler-02, below-lsl filler-01
`},
		"a bad duplicate that comes later and calls itself ok hides behind no good one": {false, func(p *plant) {
			p.filled("filler-01", "X", "03-10 10:00:00", "ok", 801, fields{})
			p.filled("filler-02", "X", "03-10 10:00:00", "ok", 702, fields{})
		}, `first: ok 702; joined ok 1; from stacking ok
last: ok 702; joined ok 1; from stacking ok
all: ok,ok 702,801; joined ok,ok 1,1; from stacking ok
yield: 1 of 1 cells at first, 1 in the end, 1 out of spec
traveler: ok, 1 out of spec; superseded false,false,false; judged 801,702
fresh: another-pass filler-01, another-pass filler-02, below-lsl filler-02
open: another-pass filler-01, another-pass filler-02, below-lsl filler-02
`},
		"two units of one tray with the same serial are two passes": {false, func(p *plant) {
			p.filled("filler-01", "X", "03-10 10:00:00", "nok", 702, fields{"carrier": "TRAY-1", "slot": "3"})
			p.filled("filler-01", "X", "03-10 10:00:00", "ok", 801, fields{"carrier": "TRAY-1", "slot": "9", "received_ms": noon.UnixMilli()})
		}, `first: nok 702; joined nok 1; from stacking nok
last: nok 702; joined nok 1; from stacking nok
all: nok,ok 702,801; joined nok,ok 1,1; from stacking nok
yield: 0 of 1 cells at first, 0 in the end, 1 out of spec
traveler: nok, 1 out of spec; superseded false,false,false; judged 702,801
fresh: another-pass filler-01, below-lsl filler-01
open: another-pass filler-01, below-lsl filler-01
`},
		"a rework counted from one again hides no failure": {false, func(p *plant) {
			p.filled("filler-01", "X", "03-10 10:00:00", "nok", 780, fields{})
			p.filled("filler-01", "X", "03-10 10:10:00", "ok", 800, fields{})
		}, `first: nok 780; joined nok 1; from stacking nok
last: nok 780; joined nok 1; from stacking nok
all: nok,ok 780,800; joined nok,ok 1,1; from stacking nok
yield: 0 of 1 cells at first, 0 in the end, 1 out of spec
traveler: nok, 1 out of spec; superseded false,false,false; judged 780,800
fresh: another-pass filler-01, another-pass filler-01, below-lsl filler-01
open: another-pass filler-01, another-pass filler-01, below-lsl filler-01
`},
		"once a person has answered the first is the first and the last decides": {false, func(p *plant) {
			p.filled("filler-01", "X", "03-10 10:00:00", "nok", 780, fields{})
			p.filled("filler-01", "X", "03-10 10:10:00", "ok", 800, fields{})
			p.event("use-as-is", "cell", "X", "03-10 10:20", fields{"station": "filling"})
		}, `first: nok 780; joined nok 1; from stacking nok
last: ok 800; joined ok 1; from stacking ok
all: nok,ok 780,800; joined nok,ok 1,1; from stacking nok
yield: 0 of 1 cells at first, 1 in the end, 1 out of spec
traveler: ok, 1 out of spec; superseded false,false,false; judged 780,800
fresh: below-lsl filler-01
open: 
`},
		"the hold of the own alert is no answer": {false, func(p *plant) {
			p.filled("filler-01", "X", "03-10 10:00:00", "nok", 780, fields{})
			p.filled("filler-01", "X", "03-10 10:10:00", "ok", 800, fields{})
			p.event("release", "cell", "X", "03-10 10:20", fields{"station": "filling", "source": "cellthread"})
			p.event("release", "cell", "X", "03-10 10:21", fields{"station": "stacking"})
			p.event("release", "cell", "X", "03-10 10:05", fields{"station": "filling"})
		}, `first: nok 780; joined nok 1; from stacking nok
last: nok 780; joined nok 1; from stacking nok
all: nok,ok 780,800; joined nok,ok 1,1; from stacking nok
yield: 0 of 1 cells at first, 0 in the end, 1 out of spec
traveler: nok, 1 out of spec; superseded false,false,false; judged 780,800
fresh: another-pass filler-01, another-pass filler-01, below-lsl filler-01
open: 
`},
		"a station that counts every pass from one has them numbered by time": {true, func(p *plant) {
			p.filled("filler-01", "X", "03-10 10:00:00", "nok", 780, fields{})
			p.filled("filler-01", "X", "03-10 10:10:00", "ok", 800, fields{})
		}, `first: nok 780; joined nok 1; from stacking nok
last: ok 800; joined ok 2; from stacking ok
all: nok,ok 780,800; joined nok,ok 1,2; from stacking nok
yield: 0 of 1 cells at first, 1 in the end, 1 out of spec
traveler: ok, 1 out of spec; superseded false,false,false; judged 780,800
fresh: below-lsl filler-01
open: 
`},
		"a counted pass before the range is still the first": {true, func(p *plant) {
			p.filled("filler-01", "X", "03-09 11:00:00", "nok", 780, fields{})
			p.filled("filler-01", "X", "03-10 10:10:00", "ok", 800, fields{})
		}, `first: ok 800; joined ok 2; from stacking ok
last: ok 800; joined ok 2; from stacking ok
all: ok 800; joined ok 2; from stacking ok
yield: - of 0 cells at first, - in the end, 0 out of spec
traveler: ok, 1 out of spec; superseded false,false,false; judged 780,800
fresh: 
open: 
`},
		"a correction replaces its record": {false, func(p *plant) {
			p.filled("filler-01", "X", "03-10 10:00:00", "nok", 702, fields{})
			p.filled("filler-01", "X", "03-10 10:00:00", "ok", 801, fields{"received_ms": noon.UnixMilli()})
		}, `first: ok 801; joined ok 1; from stacking ok
last: ok 801; joined ok 1; from stacking ok
all: ok 801; joined ok 1; from stacking ok
yield: 1 of 1 cells at first, 1 in the end, 0 out of spec
traveler: ok, 0 out of spec; superseded false,true,false; judged 801
fresh: differing-resend filler-01
open: differing-resend filler-01
`},
		"a message stored under both rules for times counts once and raises nothing": {false, func(p *plant) {
			p.bothRules("filler-01", "X", "03-10 10:00:00", fields{"verdict": "ok", "fill_mass": 801.0})
		}, `first: ok 801; joined ok 1; from stacking ok
last: ok 801; joined ok 1; from stacking ok
all: ok 801; joined ok 1; from stacking ok
yield: 1 of 1 cells at first, 1 in the end, 0 out of spec
traveler: ok, 0 out of spec; superseded false,false; judged 801
fresh: 
open: 
`},
		"a voided visit is struck everywhere": {false, func(p *plant) {
			p.filled("filler-01", "X", "03-10 10:00:00", "nok", 650, fields{})
			p.event("void", "cell", "X", "03-10 10:05", fields{"station": "filling", "from_ms": at("03-10 10:00:00").UnixMilli(), "to_ms": at("03-10 10:00:00").UnixMilli()})
		}, `first:  ; joined  ; from stacking -
last:  ; joined  ; from stacking -
all:  ; joined  ; from stacking -
yield: - of 0 cells at first, - in the end, 0 out of spec
traveler: ok, 0 out of spec; superseded false,true; judged 
fresh: 
open: 
`},
		"a void of one pass answers the conflict, whoever sent it": {false, func(p *plant) {
			p.filled("filler-01", "X", "03-10 10:00:00", "nok", 702, fields{})
			p.filled("filler-02", "X", "03-10 10:00:04", "ok", 801, fields{})
			p.event("void", "cell", "X", "03-10 10:05", fields{"station": "filling", "equipment": "mes-01",
				"from_ms": at("03-10 10:00:00").UnixMilli(), "to_ms": at("03-10 10:00:00").UnixMilli()})
		}, `first: ok 801; joined ok 1; from stacking ok
last: ok 801; joined ok 1; from stacking ok
all: ok 801; joined ok 1; from stacking ok
yield: 1 of 1 cells at first, 1 in the end, 0 out of spec
traveler: ok, 0 out of spec; superseded false,true,false; judged 801
fresh: 
open: 
`},
	} {
		t.Run(name, func(t *testing.T) {
			p := passLine(t, c.counted)
			p.visit("stacking", "line-1", "stacker-01", "X", "03-10 09:00", fields{})
			c.store(p)
			if got := told(t, p.env(), "X"); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}

// bothRules stores one message under the former and the present rule for the times of rows at a station of whole seconds.
func (p *plant) bothRules(equipment, cell, when string, f fields) {
	second := at(when).UnixMilli()
	id := int64(hash(cell + when))
	for i, ns := range []int64{second*1e6 + id%1e9, second*1e6 + 417*1e6 + id%1e6} {
		row := fields{"cell_id": cell, "visit": 1, "run_type": "production", "source_ms": second, "received_ms": second + 500 + int64(i)*60_000}
		for name, v := range f {
			row[name] = v
		}
		p.row("visits", fmt.Sprintf("filling,site=de1,line=line-1,equipment=%s,product=lfp-202", equipment), row, ns)
		p.index(cell, fmt.Sprintf("filling|de1|line-1|%s|lfp-202", equipment), ns)
	}
}

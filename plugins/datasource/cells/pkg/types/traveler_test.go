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

func ask(t *testing.T, env *query.Engine, json string) data.Frames {
	t.Helper()
	run := &source.Run{MayDecide: true, Range: source.Range{From: noon.Add(-30 * 24 * time.Hour), To: noon}}
	frames, err := env.Execute(t.Context(), run, "", []byte(json))
	if err != nil {
		t.Fatal(err)
	}
	return frames
}

func TestACellIsFoundUnderEverySizeTheIndexEverHad(t *testing.T) {
	p := newPlant(t)
	for revision, size := range map[int]int{1: 4096, 2: 16384} {
		at := time.Date(2026, 1, revision, 0, 0, 0, revision, time.UTC)
		p.row("record", "setting,name=buckets", fields{"value": fmt.Sprint(size), "revision": revision, "recorded_ms": at.UnixMilli(), "active": true}, at.UnixNano())
	}
	p.visit("filling", "line-1", "filler-01", "A1", "01-05 10:00", fields{"fill_mass": 800.5})
	old := p.lines["index"][0]
	p.visit("eol", "line-1", "eol-01", "A1", "03-05 10:00", fields{"acir": 0.7})
	p.lines["index"][1] = strings.Replace(p.lines["index"][1], fmt.Sprintf("bucket=%d", hash("A1")%4096), fmt.Sprintf("bucket=%d", hash("A1")%16384), 1)
	if old == p.lines["index"][1] || hash("A1")%4096 == hash("A1")%16384 {
		t.Fatal("the two rows are not in different buckets")
	}
	if rows := ask(t, p.env(), `{"queryType":"traveler","cellId":"A1","parts":["operations"]}`)[0].Rows(); rows != 2 {
		t.Errorf("%d visits, want both", rows)
	}
}

func TestMoreVisitsThanARequestHoldsAreReadAsARange(t *testing.T) {
	p := newPlant(t)
	p.planned("setting,name=buckets", fields{"value": "4096"})
	for i := range 130 {
		p.visitAt("eol", "line-1", "eol-01", "A1", at("03-05 10:00").Add(time.Duration(i)*time.Minute), fields{"acir": 0.7, "visit": i + 1})
		p.visitAt("eol", "line-1", "eol-01", fmt.Sprintf("OTHER-%d", i), at("03-05 10:00").Add(time.Duration(i)*time.Minute), fields{"acir": 0.9})
	}
	env := p.env()
	frames := ask(t, env, `{"queryType":"traveler","cellId":"A1","parts":["operations","characteristics"]}`)
	if rows := frames[0].Rows(); rows != 130 {
		t.Errorf("%d visits, want 130", rows)
	}
	for row := range frames[1].Rows() {
		if v, _ := frames[1].Fields[5].ConcreteAt(row); v != 0.7 {
			t.Fatalf("row %d is %v: another cell's value", row, v)
		}
	}
	alone := ask(t, env, `{"queryType":"traveler","cellId":"A1","parts":["operations"]}`)
	if text := alone[0].Meta.ExecutedQueryString; strings.Count(text, `FROM "eol"`) != 1 {
		t.Errorf("the visits were read by %d statements, not by one", strings.Count(text, `FROM "eol"`))
	}
}

func TestACellOfAnotherSiteStaysUnknown(t *testing.T) {
	env := smallLine(t).env()
	env.Sites = []string{"de2"}
	for _, frame := range ask(t, env, `{"queryType":"traveler","cellId":"A1"}`) {
		if frame.Rows() != 0 {
			t.Errorf("%s shows %d rows of a site that this datasource may not read", frame.Name, frame.Rows())
		}
	}
}

func TestOperatorsAndAuthorsAreLeftOutWhereThePlanSaysSo(t *testing.T) {
	env := smallLine(t).env()
	env.PersonalData = source.PersonalDataOff
	for mayDecide, want := range map[bool]string{false: "", true: "events.author events.author"} {
		run := &source.Run{MayDecide: mayDecide, Range: source.Range{From: noon.Add(-time.Hour), To: noon}}
		frames, err := env.Execute(t.Context(), run, "", []byte(`{"queryType":"traveler","cellId":"A1"}`))
		if err != nil {
			t.Fatal(err)
		}
		var named []string
		for _, frame := range frames {
			for _, f := range frame.Fields {
				for row := range f.Len() {
					if v, ok := f.ConcreteAt(row); ok && strings.HasPrefix(fmt.Sprint(v), "op-") {
						named = append(named, frame.Name+"."+f.Name)
					}
				}
			}
		}
		if got := strings.Join(named, " "); got != want {
			t.Errorf("who may decide: %v; named in %q, want %q", mayDecide, got, want)
		}
	}
}

func TestAJoinBeyondItsBudgetIsCutAndSaysSo(t *testing.T) {
	env := smallLine(t).env()
	env.Budget.Cells = 2
	frame := ask(t, env, `{"queryType":"cells","anchor":"eol","columns":[{"station":"eol","field":"acir"}]}`)[0]
	if frame.Rows() != 2 || !strings.Contains(fmt.Sprint(frame.Meta.Notices), "2 are allowed") {
		t.Errorf("%d rows, notices %v", frame.Rows(), frame.Meta.Notices)
	}
}

func TestValuesAreComparedWithTheCellsAround(t *testing.T) {
	p := newPlant(t)
	p.planned("setting,name=buckets", fields{"value": "4096"})
	for i := range 20 {
		p.visitAt("eol", "line-1", "eol-01", fmt.Sprintf("C%d", i), at("03-05 10:00").Add(time.Duration(i)*time.Minute), fields{"acir": 0.700 + float64(i)/1000})
	}
	p.visit("eol", "line-1", "eol-01", "MASTER", "03-05 10:30", fields{"acir": 9.9, "run_type": "master"})
	p.visit("eol", "line-1", "eol-01", "FAR", "03-07 10:30", fields{"acir": 0.1})
	frame := ask(t, p.env(), `{"queryType":"traveler","cellId":"C5","parts":["characteristics"]}`)[0]
	if v, _ := frame.Fields[14].ConcreteAt(0); v != 100*5.0/19 {
		t.Errorf("percentile %v, want 5 of 19 below", v)
	}
}

func TestLotsOfTwoMaterialsMayBearOneID(t *testing.T) {
	p := passLine(t, false)
	p.filled("filler-01", "A1", "03-10 10:00", "ok", 800, fields{"lot_electrolyte": "4711", "lot_separator": "4711", "lot_tape": "4711"})
	p.edge("consumes", "A1", "cell", "4711", "lot", "03-10 09:00", fields{"quantity": 1.0})
	p.edge("consumes", "A1", "cell", "4711", "drum", "03-10 09:01", fields{"quantity": 2.0})
	frame := ask(t, p.env(), `{"queryType":"traveler","cellId":"A1","parts":["genealogy"]}`)[0]
	types, _ := frame.FieldByName("parent_type")
	var got []string
	for row := range frame.Rows() {
		v, _ := types.ConcreteAt(row)
		got = append(got, fmt.Sprint(v))
	}
	slices.Sort(got)
	if len(got) != 3 || !slices.Contains(got, "lot") || !slices.Contains(got, "drum") {
		t.Errorf("the parents are %v, want the two edges and the lot that neither of them can be", got)
	}
}

func TestACensoredValueIsShownAsOneAndJudgedWhereItIsKnownToLieBeyond(t *testing.T) {
	p := passLine(t, false)
	p.characteristic(2, "filling", "leak_rate", "Leak rate", "", 1, fields{"usl": 5.0, "censored_high": 10.0, "censored_low": 0.1, "plausible_hi": 90.0})
	for cell, rate := range map[string]float64{"HIGH": 10, "LOW": 0.1, "SENTINEL": 99, "GOOD": 3} {
		p.filled("filler-01", cell, "03-10 10:00", "ok", 800, fields{"leak_rate": rate})
	}
	env := p.env()
	for cell, want := range map[string]string{
		"HIGH": "nok censored-high 1", "LOW": "censored-low censored-low 0", "SENTINEL": "implausible implausible 0", "GOOD": "ok measured 0",
	} {
		frames := ask(t, env, `{"queryType":"traveler","cellId":"`+cell+`","parts":["header","characteristics"]}`)
		text := func(frame *data.Frame, name string, row int) string {
			field, _ := frame.FieldByName(name)
			v, _ := field.ConcreteAt(row)
			return fmt.Sprint(v)
		}
		if got := text(frames[1], "verdict", 1) + " " + text(frames[1], "reading", 1) + " " + text(frames[0], "out_of_spec", 0); got != want {
			t.Errorf("%s: %s, want %s", cell, got, want)
		}
	}
}

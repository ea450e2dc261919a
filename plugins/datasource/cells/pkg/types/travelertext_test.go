package types_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/data"
)

// spelled are the named columns of one row; "-" is missing.
func spelled(frame *data.Frame, row int, names ...string) string {
	var words []string
	for _, name := range names {
		field, _ := frame.FieldByName(name)
		if field == nil {
			words = append(words, "no column "+name)
			continue
		}
		word := "-"
		if v, ok := field.ConcreteAt(row); ok {
			word = fmt.Sprint(v)
		}
		words = append(words, word)
	}
	return strings.Join(words, " | ")
}

func TestATextIsShownAsOneAndJudgedByNobody(t *testing.T) {
	p := passLine(t, false)
	p.characteristic(2, "filling", "seal_code", "Code on the seal", "", 0, fields{"type": "text"})
	p.characteristic(3, "filling", "tab_colour", "Colour of the tab", "", 0, fields{"type": "text", "special_class": "CC", "sample": "every cell"})
	p.filled("filler-01", "A1", "03-10 10:00", "ok", 800, fields{"seal_code": "B-77", "unplanned_word": "x"})
	frames := ask(t, p.env(), `{"queryType":"traveler","cellId":"A1","parts":["header","characteristics"]}`)
	rows := frames[1]
	if rows.Rows() != 2 {
		t.Fatalf("%d rows, want the mass and the code: what no plan knows is no characteristic", rows.Rows())
	}
	if got := spelled(rows, 1, "characteristic", "name", "value", "text", "verdict", "reading", "control_limits"); got != "seal_code | Code on the seal | - | B-77 | - | - | -" {
		t.Error(got)
	}
	if got := spelled(rows, 0, "characteristic", "value", "text"); got != "fill_mass | 800 | -" {
		t.Error(got)
	}
	if got := spelled(frames[0], 0, "verdict", "out_of_spec"); got != "ok | 0" {
		t.Error(got)
	}
}

func TestAValueOfAnotherTypeThanThePlansIsNamedInTheTravelerAndNotShown(t *testing.T) {
	p := passLine(t, false)
	p.characteristic(2, "filling", "seal_code", "Code on the seal", "", 0, fields{"type": "text"})
	p.characteristic(3, "filling", "fill_time", "Time of filling", "s", 1, fields{"usl": 9.0})
	p.filled("filler-01", "A1", "03-10 10:00", "ok", 800, fields{"seal_code": 77.0, "fill_time": "long"})
	frame := ask(t, p.env(), `{"queryType":"traveler","cellId":"A1","parts":["characteristics"]}`)[0]
	if frame.Rows() != 1 {
		t.Errorf("%d rows, want the mass only", frame.Rows())
	}
	told := fmt.Sprint(frame.Meta.Notices)
	for _, want := range []string{"seal_code was stored as number where the control plan has text", "fill_time was stored as text where the control plan has number"} {
		if !strings.Contains(told, want) {
			t.Errorf("%q is not told in %s", want, told)
		}
	}
}

func TestTheTravelerSaysWhatControlLimitsItsValuesHave(t *testing.T) {
	p := passLine(t, false)
	values := fields{}
	for id, limit := range map[string][2]string{"held": {"normal", "approved"}, "first": {"normal", "provisional"}, "former": {"normal", "retired"}, "skewed": {"lognormal", "approved"}} {
		p.characteristic(2, "filling", id, id, "", 1, fields{})
		p.planned("control_limit,station=filling,characteristic="+id+",product=*,stratum=*",
			fields{"model": limit[0], "status": limit[1], "centre": 1.0, "sigma_within": 0.1})
		values[id] = 1.0
	}
	p.characteristic(2, "filling", "flat", "flat", "", 1, fields{})
	p.planned("control_limit,station=filling,characteristic=flat,product=*,stratum=*",
		fields{"model": "lognormal", "status": "approved", "centre": 0.0, "sigma_within": 0.0})
	values["flat"] = 1.0
	p.filled("filler-01", "A1", "03-10 10:00", "ok", 800, values)
	frame := ask(t, p.env(), `{"queryType":"traveler","cellId":"A1","parts":["characteristics"]}`)[0]
	want := map[string]string{
		"fill_mass": "- | are not in the control plan", "held": "1 | -", "first": "1 | are provisional",
		"flat":   "- | cannot be (centre is 0 and must be above 0; sigma_plotted is 0 and must be above 0): nothing is drawn or judged by them",
		"former": "- | are retired: nothing is drawn or judged by them",
		"skewed": "- | are of the model lognormal, for which no lines are known yet: nothing is drawn or judged by them",
	}
	if frame.Rows() != len(want) {
		t.Fatalf("%d rows", frame.Rows())
	}
	for row := range frame.Rows() {
		name := spelled(frame, row, "characteristic")
		if got := spelled(frame, row, "centre", "control_limits"); got != want[name] {
			t.Errorf("%s: %s, want %s", name, got, want[name])
		}
	}
}

func TestControlLimitsThatCannotBeAreNamedAndNeitherDrawnNorJudged(t *testing.T) {
	p := passLine(t, false)
	p.planned("control_limit,station=filling,characteristic=fill_mass,product=*,stratum=*",
		fields{"model": "normal", "status": "approved", "centre": 800.0, "sigma_within": -1.0, "sigma_plotted": 0.1, "subgroup_n": 1})
	for i := range 10 {
		p.filled("filler-01", fmt.Sprintf("A%d", i), fmt.Sprintf("03-10 11:0%d", i), "ok", 803, fields{})
	}
	env := p.env()
	why := "cannot be (sigma_within is -1 and must be at least 0)"
	frames := ask(t, env, `{"queryType":"visits","station":"filling","include":["limits","signals"]}`)
	if told := fmt.Sprint(frames[0].Meta.Notices); !strings.Contains(told, "fill_mass: its control limits "+why+": nothing is drawn or judged by them.") {
		t.Error(told)
	}
	if got := spelled(frames[1], 0, "usl", "model", "status", "centre", "sigma_plotted"); got != "804 | normal | approved | - | -" {
		t.Error(got)
	}
	if n := frames[2].Rows(); n != 0 {
		t.Errorf("%d values are beyond limits that cannot be", n)
	}
	signals := ask(t, env, `{"queryType":"signals","kinds":["out-of-control"]}`)[0]
	if told := fmt.Sprint(signals.Meta.Notices); signals.Rows() != 0 || !strings.Contains(told, "fill_mass has approved control limits that "+why) {
		t.Errorf("%d signals; %s", signals.Rows(), told)
	}
}

func TestAStationThatACellDidNotComeToIsCalledByItsNameWhereAnEventNamesIt(t *testing.T) {
	p := passLine(t, false)
	p.station(7, "leak_test", "cell", "", "", 0)
	p.filled("filler-01", "A1", "03-10 10:00", "ok", 800, fields{})
	p.event("command-ack", "cell", "A1", "03-10 10:01", fields{"item_id": "A1", "station": "leak_test", "disposition": "hold"})
	custom := fmt.Sprintf("%+v", ask(t, p.env(), `{"queryType":"traveler","cellId":"A1","parts":["header","events"]}`)[0].Meta.Custom)
	if want := "leak_test:Leak_test"; !strings.Contains(custom, want) {
		t.Errorf("the names are %s, want %s", custom, want)
	}
}

package types_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// wrongIDs are cells recorded under IDs that void events strike, each in another way; GOOD stays.
func wrongIDs(t *testing.T) *plant {
	p := passLine(t, false)
	p.visit("stacking", "line-1", "stacker-01", "W1", "03-10 09:00", fields{})
	ms := func(when string) int64 { return at(when).UnixMilli() }
	for cell, strike := range map[string]fields{
		"GOOD": nil,
		"W1":   {"station": "filling", "from_ms": ms("03-10 10:00"), "to_ms": ms("03-10 10:00")},
		"W2":   {"station": "filling"},
		"W3":   {"from_ms": ms("03-10 09:59"), "to_ms": ms("03-10 10:01")},
		"KEPT": {"station": "filling", "from_ms": ms("03-10 10:01")},
		"KEP2": {"station": "stacking"},
		"KEP3": {},
		"W4":   {"station": "filling", "equipment": "quality-desk"},
	} {
		p.filled("filler-01", cell, "03-10 10:00", "nok", 650, fields{})
		if strike != nil {
			p.event("void", "cell", cell, "03-10 10:05", strike)
		}
	}
	return p
}

func TestAVoidStrikesWhatItNamesAndNothingElse(t *testing.T) {
	frame := ask(t, wrongIDs(t).env(), `{"queryType":"visits","station":"filling"}`)[0]
	ids, _ := frame.FieldByName("cell_id")
	left := map[string]bool{}
	for row := range frame.Rows() {
		id, _ := ids.ConcreteAt(row)
		left[id.(string)] = true
	}
	if want := fmt.Sprint(map[string]bool{"GOOD": true, "KEPT": true, "KEP2": true, "KEP3": true}); fmt.Sprint(left) != want {
		t.Errorf("left are %v, want %s", left, want)
	}
}

func TestAVoidStrikesATravelerAskedForAnySinglePart(t *testing.T) {
	env := wrongIDs(t).env()
	for part, column := range map[string]string{"characteristics": "value", "environment": "value"} {
		frame := ask(t, env, `{"queryType":"traveler","cellId":"W1","parts":["`+part+`"]}`)[0]
		values, _ := frame.FieldByName(column)
		if values.Len() != 0 {
			t.Errorf("%s alone shows %d values of a struck visit", part, values.Len())
		}
	}
	for part, column := range map[string]string{"operations": "superseded"} {
		struck, _ := ask(t, env, `{"queryType":"traveler","cellId":"W1","parts":["`+part+`"]}`)[0].FieldByName(column)
		if v, _ := struck.ConcreteAt(1); v != true {
			t.Errorf("%s alone shows the struck visit as %v", part, v)
		}
	}
}

func TestVoidsCostOneStatementForAllReadersOfSomeSeconds(t *testing.T) {
	env := wrongIDs(t).env()
	run := &source.Run{Range: source.Range{From: at("03-10 09:00"), To: noon}}
	frames, err := env.Execute(t.Context(), run, "signals", []byte(`{"kinds":["out-of-spec","conflicting"]}`))
	if err != nil {
		t.Fatal(err)
	}
	count := func(text string) int { return strings.Count(text, `FROM "event"`) }
	if n := count(frames[0].Meta.ExecutedQueryString); n != 1 {
		t.Errorf("two kinds at two stations read events %d times, want once", n)
	}
	if n := count(ask(t, env, `{"queryType":"visits","station":"filling"}`)[0].Meta.ExecutedQueryString); n != 0 {
		t.Errorf("the next query read events %d times, want none", n)
	}
}

func TestAVoidIsOfItsSiteAndCanBeTakenBack(t *testing.T) {
	ms := at("03-10 10:00").UnixMilli()
	window := func(id string) fields {
		return fields{"event_id": id, "station": "filling", "from_ms": ms, "to_ms": ms}
	}
	back := func(p *plant, of, id, when string) {
		p.event("void", "event", of, when, fields{"event_id": id})
	}
	for name, c := range map[string]struct {
		store func(p *plant)
		left  string
	}{
		"of another site": {func(p *plant) { p.eventAt("us1", "void", "cell", "X", "03-10 10:05", window("v")) }, "X"},
		"twice": {func(p *plant) {
			p.event("void", "cell", "X", "03-10 10:05", window("v"))
			p.event("void", "cell", "X", "03-10 10:06", window("w"))
		}, ""},
		"taken back": {func(p *plant) {
			p.event("void", "cell", "X", "03-10 10:05", window("v"))
			back(p, "v", "b", "03-10 10:06")
		}, "X"},
		"one of two taken back": {func(p *plant) {
			p.event("void", "cell", "X", "03-10 10:05", window("v"))
			p.event("void", "cell", "X", "03-10 10:05:30", window("w"))
			back(p, "v", "b", "03-10 10:06")
		}, ""},
		"whose taking back was taken back": {func(p *plant) {
			p.event("void", "cell", "X", "03-10 10:05", window("v"))
			back(p, "v", "b", "03-10 10:06")
			back(p, "b", "c", "03-10 10:07")
		}, ""},
		"that another site cannot take back": {func(p *plant) {
			p.event("void", "cell", "X", "03-10 10:05", window("v"))
			p.eventAt("us1", "void", "event", "v", "03-10 10:06", fields{"event_id": "b"})
		}, ""},
		"of an unknown event": {func(p *plant) { back(p, "nobody", "b", "03-10 10:06") }, "X"},
	} {
		t.Run(name, func(t *testing.T) {
			p := passLine(t, false)
			p.filled("filler-01", "X", "03-10 10:00", "nok", 650, fields{})
			c.store(p)
			frame := ask(t, p.env(), `{"queryType":"visits","station":"filling","filters":[{"key":"cell_id","operator":"=","value":"X"}]}`)[0]
			if got := words(frame, "cell_id"); got != c.left {
				t.Errorf("left is %q, want %q", got, c.left)
			}
		})
	}
}

func TestAVoidThatStrikesNothingAnswersNoSignal(t *testing.T) {
	p := passLine(t, false)
	p.filled("filler-01", "X", "03-10 10:00", "nok", 650, fields{})
	p.event("void", "cell", "X", "03-10 10:05", fields{"station": "filling", "from_ms": at("03-10 10:01").UnixMilli()})
	frame := ask(t, p.env(), `{"queryType":"signals","kinds":["out-of-spec","station-nok"],"state":"open","stations":["filling"]}`)[0]
	if got := words(frame, "cell_id"); got != "X" {
		t.Errorf("open are %q, want X", got)
	}
}

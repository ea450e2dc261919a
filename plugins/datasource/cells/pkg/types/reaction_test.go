package types_test

import (
	"strings"
	"testing"
)

func TestASignalWithoutAReactionInThePlanSaysThatThePlanStatesNone(t *testing.T) {
	p := passLine(t, false)
	p.characteristic(2, "filling", "fill_time", "Time of filling", "s", 1, fields{"usl": 9.0, "reaction_text": `{"en":"Look at the pump"}`})
	p.filled("filler-01", "A1", "03-10 11:50", "ok", 900, fields{"fill_time": 12.0})
	frame := ask(t, p.env(), `{"queryType":"signals","kinds":["out-of-spec"],"include":["reaction"]}`)[0]
	want := map[string]string{"fill_mass": "The control plan states no reaction.", "fill_time": "Look at the pump"}
	if frame.Rows() != len(want) {
		t.Fatalf("%d signals", frame.Rows())
	}
	for row := range frame.Rows() {
		name := spelled(frame, row, "characteristic")
		if got := spelled(frame, row, "reaction"); got != want[name] {
			t.Errorf("%s: %q, want %q", name, got, want[name])
		}
	}
}

func TestALanguageThatThePlanLacksGivesTheDefaultOne(t *testing.T) {
	p := passLine(t, false)
	p.characteristic(2, "filling", "fill_time", "Time of filling", "s", 1, fields{"usl": 9.0, "reaction_text": `{"de":"Pumpe prüfen","en":"Look at the pump"}`})
	p.filled("filler-01", "A1", "03-10 11:50", "ok", 800, fields{"fill_time": 12.0})
	env := p.env()
	for language, want := range map[string]string{"de": "Pumpe prüfen", "en": "Look at the pump", "fr": "Look at the pump"} {
		frame := ask(t, env, `{"queryType":"signals","kinds":["out-of-spec"],"characteristics":["fill_time"],"include":["reaction"],"language":"`+language+`"}`)[0]
		if frame.Rows() != 1 || spelled(frame, 0, "reaction") != want {
			t.Errorf("%s: %d rows, want %q", language, frame.Rows(), want)
		}
	}
}

func TestWhoAsksForNoLanguageIsToldInThatOfThePlan(t *testing.T) {
	p := passLine(t, false)
	p.planned("setting,name=language", fields{"value": "de"})
	p.filled("filler-01", "A1", "03-10 11:50", "ok", 900, fields{})
	env := p.env()
	for query, want := range map[string]string{
		`"include":["reaction"]`:                 "Der Control Plan nennt keine Reaktion.",
		`"include":["reaction"],"language":"en"`: "The control plan states no reaction.",
		`"include":["evidence"]`:                 "über der oberen Spezifikationsgrenze",
		`"include":["evidence"],"language":"en"`: "above the upper spec limit",
		`"include":["evidence"],"language":"fr"`: "above the upper spec limit",
	} {
		column := "reaction"
		if strings.Contains(query, "evidence") {
			column = "sentence"
		}
		frame := ask(t, env, `{"queryType":"signals","kinds":["out-of-spec"],`+query+`}`)[0]
		if frame.Rows() != 1 || !strings.Contains(spelled(frame, 0, column), want) {
			t.Errorf("%s: %d rows, %q; want %q", query, frame.Rows(), spelled(frame, 0, column), want)
		}
	}
}

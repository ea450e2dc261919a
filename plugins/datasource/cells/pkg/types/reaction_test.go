package types_test

import "testing"

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

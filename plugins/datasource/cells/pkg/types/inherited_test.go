package types_test

import "testing"

func TestACellThatNoStationHasReportedInheritsTheHoldOfItsTray(t *testing.T) {
	p := newPlant(t)
	p.edge("carried_by", "EARLY", "cell", "TRAY-B", "tray", "03-10 08:00", fields{})
	p.edge("carried_by", "NEW", "cell", "TRAY-B", "tray", "03-10 09:30", fields{})
	p.edge("carried_by", "EARLY", "cell", "TRAY-A", "tray", "03-10 09:00", fields{})
	p.edge("carried_by", "BLOCKED", "cell", "TRAY-C", "tray", "03-10 09:00", fields{})
	p.event("hold", "tray", "TRAY-B", "03-10 10:00", fields{"disposition": "hold", "hold_id": "H"})
	p.event("hold", "cell", "BLOCKED", "03-10 10:00", fields{"disposition": "hold", "hold_id": "I"})
	env := p.env()
	for item, want := range map[string]string{"NEW": "hold", "EARLY": "-", "BLOCKED": "hold", "TRAY-C": "-"} {
		if got := words(ask(t, env, `{"queryType":"traveler","cellId":"`+item+`","parts":["header"]}`)[0], "disposition"); got != want {
			t.Errorf("%s is %q, want %q", item, got, want)
		}
	}
}

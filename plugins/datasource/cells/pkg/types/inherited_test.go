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

// dispositions compares what travelers say of items.
func dispositions(t *testing.T, p *plant, want map[string]string) {
	t.Helper()
	env := p.env()
	for item, want := range want {
		if got := words(ask(t, env, `{"queryType":"traveler","cellId":"`+item+`","parts":["header"]}`)[0], "disposition"); got != want {
			t.Errorf("%s is %q, want %q", item, got, want)
		}
	}
}

func TestAHoldOnAStretchOfAMotherRollHoldsTheCellsThatAreOfItAlone(t *testing.T) {
	p := newPlant(t)
	p.edge("cut_from", "SLIT", "roll", "MOTHER", "roll", "03-10 08:00", fields{"from_m": 0.0, "to_m": 500.0, "reversed": true})
	p.edge("cut_from", "NEAR", "cell", "SLIT", "roll", "03-10 09:00", fields{"from_m": 10.0, "to_m": 12.0})
	p.edge("cut_from", "FAR", "cell", "SLIT", "roll", "03-10 09:30", fields{"from_m": 300.0, "to_m": 302.0})
	p.event("hold", "roll", "MOTHER", "03-10 08:30", fields{"hold_id": "H", "from_m": 485.0, "to_m": 489.0})
	dispositions(t, p, map[string]string{"NEAR": "hold", "FAR": "-", "MOTHER": "hold"})
}

func TestTheReleaseOfAMachineReleasesWhatPassedItBefore(t *testing.T) {
	p := newPlant(t)
	p.visit("filling", "line-1", "filler-02", "BEFORE", "03-10 09:00", fields{"position": "nozzle-4"})
	p.visit("filling", "line-1", "filler-02", "RELEASED", "03-10 10:10", fields{"position": "nozzle-4"})
	p.visit("filling", "line-1", "filler-02", "OTHER", "03-10 10:20", fields{"position": "nozzle-5"})
	p.visit("filling", "line-1", "filler-03", "HELD", "03-10 10:20", fields{"position": "nozzle-4"})
	p.event("hold", "equipment", "filler-02", "03-10 10:00", fields{"hold_id": "H", "position": "nozzle-4"})
	p.event("release", "equipment", "filler-02", "03-10 11:00", fields{"answers": "H"})
	p.event("hold", "station", "filling", "03-10 11:00", fields{"hold_id": "I", "equipment": "filler-03", "from_ms": at("03-10 10:15").UnixMilli()})
	dispositions(t, p, map[string]string{"BEFORE": "-", "RELEASED": "release", "OTHER": "-", "HELD": "hold"})
}

package types_test

import (
	"testing"
	"time"
)

func TestWhatWasDoneToAMachineEndsWhatIsToldOfItAndOfNoOther(t *testing.T) {
	off := func(nozzle int, when time.Time) (float64, bool) {
		if nozzle == 4 && !when.Before(at("03-10 07:00")) {
			return 2.5, true
		}
		return 0, true
	}
	alertsAfter := func(kind, when string, f fields) []string {
		p := nozzleLine(t, nil, off)
		if kind != "" {
			p.event(kind, "equipment", "filler-02", when, f)
		}
		return alerts(t, p.env(), noon, "out-of-control")
	}
	const told = "out-of-control filling filler-02 nozzle-4"
	alerted(t, "nothing done", alertsAfter("", "", nil), told)
	alerted(t, "an action at the nozzle", alertsAfter("action", "03-10 11:00", fields{"equipment": "filler-02", "position": "nozzle-4"}))
	alerted(t, "a new tool in the machine", alertsAfter("tool-change", "03-10 09:00", fields{"equipment": "filler-02"}))
	alerted(t, "an action at another nozzle", alertsAfter("action", "03-10 11:00", fields{"equipment": "filler-02", "position": "nozzle-5"}), told)
	alerted(t, "an action before it began", alertsAfter("action", "03-10 02:00", fields{"equipment": "filler-02", "position": "nozzle-4"}), told)
	alerted(t, "an acknowledgement", alertsAfter("acknowledge", "03-10 11:00", fields{"equipment": "filler-02", "position": "nozzle-4"}), told)
}

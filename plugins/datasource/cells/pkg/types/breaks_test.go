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

func TestWhatWasMeasuredBeforeLimitsHeldIsNotHeldAgainstThem(t *testing.T) {
	moved := func(_ int, when time.Time) (float64, bool) {
		if when.Before(at("03-10 09:00")) {
			return 0, true
		}
		return 6, true
	}
	const series = "control_limit,station=filling,characteristic=fill_mass,product=*,stratum=*"
	limits := func(centre float64) fields {
		return fields{"model": "normal", "centre": centre, "sigma_within": 1.0, "subgroup_n": 5, "status": "approved"}
	}
	p := nozzleLine(t, nil, moved)
	p.planned(series, limits(800))
	alerted(t, "limits of the old process", alerts(t, p.env(), noon, "out-of-control"), "out-of-control filling filler-02")
	for what, when := range map[string]string{"approved with the change": "03-10 09:00", "approved an hour ago": "03-10 11:00"} {
		p := nozzleLine(t, nil, moved)
		p.planned(series, limits(800))
		p.plannedFrom(at(when), 2, series, limits(806))
		alerted(t, what, alerts(t, p.env(), noon, "out-of-control"))
	}
}

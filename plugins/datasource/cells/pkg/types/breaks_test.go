package types_test

import (
	"slices"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/slowtest"
)

func TestWhatWasDoneToAMachineEndsWhatIsToldOfItWhereItHelpedAndOfNoOther(t *testing.T) {
	slowtest.ManyCells(t)
	const told = "out-of-control filling filler-02 nozzle-4"
	lines := map[string]*plant{}
	for _, ends := range []string{"03-10 10:00", "03-10 12:00"} {
		lines[ends] = nozzleLine(t, nil, func(nozzle int, when time.Time) (float64, bool) {
			if nozzle == 4 && !when.Before(at("03-10 05:00")) && when.Before(at(ends)) {
				return 2.5, true
			}
			return 0, true
		})
	}
	for _, c := range []struct {
		what, ends, kind, target, when string
		f                              fields
		want                           []string
	}{
		{"nothing done, and it ended", "03-10 10:00", "note", "filler-02", "03-10 10:00", fields{"position": "nozzle-4"}, []string{told}},
		{"an action at the nozzle that helped", "03-10 10:00", "action", "filler-02", "03-10 10:00", fields{"position": "nozzle-4"}, nil},
		{"a new tool in the machine that helped", "03-10 10:00", "tool-change", "filler-02", "03-10 10:00", nil, nil},
		{"an action at another nozzle", "03-10 10:00", "action", "filler-02", "03-10 10:00", fields{"position": "nozzle-5"}, []string{told}},
		{"an action at another machine", "03-10 10:00", "action", "filler-01", "03-10 10:00", nil, []string{told}},
		{"an action that did not help", "03-10 12:00", "action", "filler-02", "03-10 09:00", fields{"position": "nozzle-4"}, []string{told}},
		{"an acknowledgement", "03-10 10:00", "acknowledge", "filler-02", "03-10 10:00", fields{"position": "nozzle-4"}, []string{told}},
	} {
		p := newPlant(t)
		for database, rows := range lines[c.ends].lines {
			p.lines[database] = slices.Clone(rows)
		}
		p.event(c.kind, "equipment", c.target, c.when, c.f)
		alerted(t, c.what, alerts(t, p.env(), at("03-10 10:40"), "out-of-control"), c.want...)
	}
}

func TestWhatWasMeasuredBeforeLimitsHeldIsNotHeldAgainstThem(t *testing.T) {
	slowtest.ManyCells(t)
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

package types_test

import (
	"fmt"
	"math"
	"testing"
	"time"
)

// gaugeLine has two machines whose gauges are to be checked with a master part every 8 hours and calibrated every 30 days.
func gaugeLine(t testing.TB) *plant {
	p := newPlant(t)
	p.planned("setting,name=sites", fields{"value": `[{"id":"de1","name":"Plant"}]`})
	p.planned("setting,name=calendar:de1", fields{"value": `{"timezone":"UTC","planned_stops":[{"name":"cleaning","days":["tue"],"start":"03:00","end":"05:00"}]}`})
	p.planned("station,station=filling", fields{"order": 1, "name": "Filling", "item": "cell", "equipment": "filler-01,filler-02"})
	p.characteristic(1, "filling", "fill_mass", "Mass", "massg", 1, fields{"lsl": 796.0, "usl": 804.0, "master_check_s": 8 * 3600.0, "calibration_s": 30 * 86400.0})
	p.characteristic(2, "filling", "fill_vacuum", "Vacuum", "mbar", 1, fields{"usl": 9.0, "master_check_s": 24 * 3600.0})
	return p
}

// measures stores a cell an hour of a machine, from so many hours before noon on.
func (p *plant) measures(equipment string, hours int) {
	for ago := 1; ago <= hours; ago++ {
		p.visitAt("filling", "line-1", equipment, fmt.Sprintf("%s-%d", equipment, ago), noon.Add(-time.Duration(ago)*time.Hour), fields{"fill_mass": 800.0})
	}
}

func TestAGaugeThatMeasuresWithoutAMasterCheckForLongerThanItsIntervalAndAQuarterIsOverdue(t *testing.T) {
	p := gaugeLine(t)
	p.measures("filler-01", 13) // from 23:00 to 11:00, with two hours of cleaning: ten
	p.measures("filler-02", 16)
	p.event("master-check", "equipment", "filler-02", "03-10 02:00", fields{"equipment": "filler-02"})
	if got := toldOf(t, p, "overdue", time.Minute); len(got) != 0 {
		t.Errorf("ten hours are in time: got %v", got)
	}
	p.measures("filler-01", 16) // from 20:00
	p.event("master-check", "equipment", "filler-03", "03-10 02:00", fields{"equipment": "filler-03"})
	if got := toldOf(t, p, "overdue", time.Minute); len(got) != 1 || got["filler-01 master-check"] != 13.0/8 {
		t.Errorf("thirteen hours of production without a check: got %v", got)
	}
	p.visit("filling", "line-1", "filler-01", "MASTER-1", "03-10 06:00", fields{"run_type": "master", "fill_mass": 800.0})
	if got := toldOf(t, p, "overdue", time.Minute); len(got) != 0 {
		t.Errorf("the master part was measured, without an event: got %v", got)
	}
}

func TestAGaugeIsCalibratedInDaysOfTheCalendarAndOneThatStandsIsNotOverdue(t *testing.T) {
	p := gaugeLine(t)
	for day := range 45 {
		when := noon.Add(-time.Duration(day)*24*time.Hour - 2*time.Hour)
		p.visitAt("filling", "line-1", "filler-01", fmt.Sprint("A", day), when, fields{"fill_mass": 800.0})
		if day > 10 {
			p.visitAt("filling", "line-1", "filler-02", fmt.Sprint("B", day), when, fields{"fill_mass": 800.0})
		}
	}
	p.event("calibration", "equipment", "filler-02", "01-20 10:00", fields{"equipment": "filler-02"})
	got := toldOf(t, p, "overdue", time.Minute)
	if got["filler-01 calibration"] != 44.0/30 || got["filler-02 calibration"] != 0 {
		t.Errorf("got %v", got)
	}
}

func TestAGaugeOfAPlantOfOneShiftIsOverdueToo(t *testing.T) {
	p := newPlant(t)
	p.planned("setting,name=sites", fields{"value": `[{"id":"de1","name":"Plant"}]`})
	p.planned("setting,name=calendar:de1", fields{"value": `{"timezone":"UTC","shifts":[{"id":"early","start":"06:00","end":"14:00"}]}`})
	p.planned("station,station=filling", fields{"order": 1, "name": "Filling", "item": "cell", "equipment": "filler-01"})
	p.characteristic(1, "filling", "fill_mass", "Mass", "massg", 1, fields{"lsl": 796.0, "usl": 804.0, "master_check_s": 8 * 3600.0})
	p.measures("filler-01", 80)
	p.event("master-check", "equipment", "filler-01", "03-09 06:00", fields{"equipment": "filler-01"})
	// Eight hours of yesterday, and five of today to the row of 11:00.
	if got := toldOf(t, p, "overdue", time.Minute); len(got) != 1 || math.Abs(got["filler-01 master-check"]-13.0/8) > 1e-3 {
		t.Errorf("got %v, want thirteen hours of production", got)
	}
}

func TestAGaugeThatWasNotCheckedBeforeALongStopIsOverdueWhenItMeasuresAgain(t *testing.T) {
	p := gaugeLine(t)
	p.event("master-check", "equipment", "filler-01", "03-07 23:00", fields{"equipment": "filler-01"})
	for ago := 40; ago <= 60; ago++ {
		p.visitAt("filling", "line-1", "filler-01", fmt.Sprint("A", ago), noon.Add(-time.Duration(ago)*time.Hour), fields{"fill_mass": 800.0})
	}
	if got := toldOf(t, p, "overdue", time.Minute); len(got) != 0 {
		t.Errorf("one that stands: got %v", got)
	}
	p.measures("filler-01", 1)
	p.measures("filler-02", 1) // its first row
	if got := toldOf(t, p, "overdue", time.Minute); len(got) != 1 || got["filler-01 master-check"] < 2 {
		t.Errorf("one that goes on: got %v", got)
	}
}

package types_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"time"
)

// rollLine coats a roll every four hours and dries it an hour later; the last of each is told of, and which is heavy.
func rollLine(t testing.TB, coated, dried func(roll int) float64) *plant {
	p := newPlant(t)
	p.planned("setting,name=sites", fields{"value": `[{"id":"de1","name":"Plant"}]`})
	p.station(1, "coating", "roll", "", "", 0)
	p.station(2, "drying", "roll", "", "coating", 24)
	p.characteristic(1, "coating", "weight", "Weight", "massg", 1, fields{"monitor_against": "lot"})
	p.characteristic(1, "drying", "solvent", "Solvent", "ppm", 1, fields{"monitor_against": "lot"})
	r := rand.New(rand.NewPCG(2, 2))
	for roll := range 21 {
		when := at("03-07 00:00").Add(time.Duration(roll) * 4 * time.Hour)
		id := fmt.Sprintf("ROLL-%02d", roll)
		for metre := range 6 {
			then := when.Add(time.Duration(metre) * time.Minute)
			p.visitAt("coating", "line-1", "coater-01", id, then, fields{"weight": 190 + coated(roll) + r.NormFloat64(), "visit": metre + 1})
			p.visitAt("drying", "line-1", "dryer-01", id, then.Add(time.Hour), fields{"solvent": 250 + dried(roll) + r.NormFloat64(), "visit": metre + 1})
		}
	}
	return p
}

// lotsTold are the stations and lots that are told, in the order of the answer.
func lotsTold(t *testing.T, p *plant) string {
	t.Helper()
	rows, _, err := askSignals(t, p.env(), time.Hour, `{"kinds":["out-of-control"]}`)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, row := range rows {
		for _, word := range strings.Fields(row) {
			if strings.HasPrefix(word, "station=") || strings.HasPrefix(word, "lot=") {
				out = append(out, word[strings.Index(word, "=")+1:])
			}
		}
	}
	return strings.Join(out, " ")
}

func TestALotThatDepartsAtSeveralStationsIsOneSignalWhereItWasFoundFirst(t *testing.T) {
	heavy := func(of int) func(int) float64 {
		return func(roll int) float64 {
			if roll == of {
				return 25
			}
			return 0
		}
	}
	if got := lotsTold(t, rollLine(t, heavy(20), heavy(20))); got != "coating ROLL-20" {
		t.Errorf("one roll: got %q", got)
	}
	if got := lotsTold(t, rollLine(t, heavy(20), heavy(19))); got != "coating ROLL-20 drying ROLL-19" {
		t.Errorf("two rolls: got %q", got)
	}
}

func TestAStationWhoseLotsCannotBeLookedAtExplainsNothingAndIsNamed(t *testing.T) {
	heavy := func(roll int) float64 { return float64(25 * (roll / 20)) }
	p := rollLine(t, heavy, heavy)
	number := regexp.MustCompile(`visit=\d+i`)
	for i, line := range p.lines["visits"] {
		if strings.HasPrefix(line, "coating,") {
			p.lines["visits"][i] = number.ReplaceAllString(line, `visit="one"`)
		}
	}
	rows, notices, err := askSignals(t, p.env(), time.Hour, `{"kinds":["out-of-control"],"stations":["drying"]}`)
	if err != nil || len(rows) != 1 || !strings.Contains(rows[0], "lot=ROLL-20") || !strings.Contains(notices, "Station Drying does not know whether its lots departed before at station Coating: ") {
		t.Errorf("got %q, %q, %v", rows, notices, err)
	}
}

// lotsLine takes a cell every two minutes on each of two stackers, of a lot of foil of its own: sixty cells a lot. The last whole lot of
// stacker-A is off.
func lotsLine(t testing.TB) *plant {
	p := newPlant(t)
	p.planned("setting,name=sites", fields{"value": `[{"id":"de1","name":"Plant"}]`})
	p.planned("station,station=stacking", fields{"order": 1, "name": "Stacking", "item": "cell", "materials": "foil"})
	p.characteristic(1, "stacking", "thickness", "Thickness", "lengthmm", 1, fields{"monitor_against": "lot", "lsl": 80.0, "usl": 120.0})
	for machine, first := range map[string]time.Time{"A": at("03-08 01:40"), "B": at("03-08 00:40")} {
		r := rand.New(rand.NewPCG(uint64(machine[0]), 6))
		for cell := range 60 * 30 {
			when, lot := first.Add(time.Duration(cell)*2*time.Minute), fmt.Sprintf("%s%02d", machine, cell/60)
			if !when.Before(noon) {
				break
			}
			off := 0.0
			if lot == "A28" {
				off = 6
			}
			p.visitAt("stacking", "line-1", "stacker-"+machine, fmt.Sprintf("%s-%d", lot, cell%60), when, fields{"thickness": 100 + off + r.NormFloat64(), "lot_foil": lot})
		}
	}
	return p
}

// lotsOf takes a cell every two minutes at each of two stations, of lots of sixty cells whose names are numbers; the last whole one is off at
// both.
func lotsOf(t testing.TB, first, second string) *plant {
	p := newPlant(t)
	p.planned("setting,name=sites", fields{"value": `[{"id":"de1","name":"Plant"}]`})
	for i, material := range []string{first, second} {
		station := []string{"stacking", "filling"}[i]
		p.planned("station,station="+station, fields{"order": i + 1, "name": station, "item": "cell", "materials": material})
		p.characteristic(1, station, "mass", "Mass", "massg", 1, fields{"monitor_against": "lot"})
		r := rand.New(rand.NewPCG(uint64(i), 6))
		for cell := range 60 * 30 {
			when, off := at("03-08 01:40").Add(time.Duration(2*cell+4*i)*time.Minute), 0.0
			if !when.Before(noon) {
				break
			}
			if cell/60 == 28 {
				off = 6
			}
			p.visitAt(station, "line-1", station+"-01", fmt.Sprintf("C%d-%d", i, cell), when, fields{"mass": 100 + off + r.NormFloat64(), "lot_" + material: fmt.Sprintf("%d", 100+cell/60)})
		}
	}
	return p
}

func TestLotsOfTwoMaterialsOfOneNameAreTwoCauses(t *testing.T) {
	if got := lotsTold(t, lotsOf(t, "foil", "foil")); got != "stacking 128" {
		t.Errorf("one material: got %q", got)
	}
	if got := lotsTold(t, lotsOf(t, "foil", "electrolyte")); got != "filling 128 stacking 128" && got != "stacking 128 filling 128" {
		t.Errorf("two materials: got %q", got)
	}
}

func TestOfALotThatDepartsTheLotsOwnCellsAreToldWhateverElseTheLineMeasuredMeanwhile(t *testing.T) {
	p := lotsLine(t)
	p.event("hold", "cell", "B28-59", "03-10 11:31", fields{"station": "stacking", "equipment": "stacker-B"})
	said(t, saidOf(t, p, "en"), "Stacking line-1 lot A28: Thickness is 5.77 mm higher than usual (5.7 σ), for 2 h 20 min; 60 cells, 0 out of spec.")
}

func TestOfARollThatDepartsItsOwnHoldsAreCounted(t *testing.T) {
	p := rollLine(t, func(roll int) float64 { return float64(25 * (roll / 20)) }, func(int) float64 { return 0 })
	for _, roll := range []string{"ROLL-19", "ROLL-20"} {
		p.event("hold", "roll", roll, "03-10 09:00", fields{"station": "coating", "equipment": "coater-01"})
	}
	if got := valuesOf(t, p.env(), noon, `,"value":"held"`); len(got) != 1 || got[0] != "coater-01  level 1" {
		t.Errorf("got %q, want one roll held", got)
	}
}

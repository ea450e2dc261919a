package types_test

import (
	"fmt"
	"math/rand/v2"
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

func TestALotThatDepartsAtSeveralStationsIsOneSignalWhereItWasFoundFirst(t *testing.T) {
	heavy := func(of int) func(int) float64 {
		return func(roll int) float64 {
			if roll == of {
				return 25
			}
			return 0
		}
	}
	stations := func(p *plant) string {
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
	if got := stations(rollLine(t, heavy(20), heavy(20))); got != "coating ROLL-20" {
		t.Errorf("one roll: got %q", got)
	}
	if got := stations(rollLine(t, heavy(20), heavy(19))); got != "coating ROLL-20 drying ROLL-19" {
		t.Errorf("two rolls: got %q", got)
	}
}

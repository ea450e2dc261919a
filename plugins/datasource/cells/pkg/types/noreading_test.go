package types_test

import (
	"fmt"
	"maps"
	"strings"
	"testing"
	"time"
)

func TestAGaugeThatSaysNothingTrueOfTheLastCellsIsToldByItsMachine(t *testing.T) {
	for name, dead := range map[string]fields{
		"its value is not sent any more":      {},
		"it sends a number no gauge can give": {"fill_mass": 9999.9},
	} {
		p := kOfNLine(t)
		p.planned("characteristic,station=filling,characteristic=pressure,product=*,stratum=*", fields{"order": 2, "name": "Pressure", "sample": "every cell", "k_of_n_n": 10})
		p.planned("characteristic,station=filling,characteristic=fill_mass,product=*,stratum=*", fields{"order": 1, "name": "Mass", "sample": "every cell", "plausible_hi": 2000.0})
		p.fill("filler-01", "", 30)
		p.fill("filler-02", "nozzle-1", 30)
		for ago := range 30 {
			f := fields{"position": "nozzle-2", "fill_mass": 800.0}
			if ago < 6 {
				f = maps.Clone(dead)
				f["position"] = "nozzle-2"
			}
			p.visitAt("filling", "line-1", "filler-02", fmt.Sprintf("dead-%d", ago), noon.Add(-time.Duration(ago)*time.Minute-2*time.Second), f)
		}
		got := toldOf(t, p, "no-reading", 15*time.Minute)
		if want := map[string]float64{"filler-02 nozzle-2 fill_mass no-value": 6}; !maps.Equal(got, want) {
			t.Errorf("%s: told %v, want %v", name, got, want)
		}
		p.fill("filler-02", "nozzle-2", 1)
		if got := toldOf(t, p, "no-reading", 15*time.Minute); len(got) > 0 {
			t.Errorf("%s, then it measured: still told %v", name, got)
		}
	}
}

// inTurns is a filler that stores a cell every 20 s, of one of twelve nozzles after the other, the last one at noon; a mass only of what it
// reads, by how many cells ago and which nozzle.
func inTurns(t *testing.T, cells int, read func(ago, nozzle int) bool) *plant {
	p := kOfNLine(t)
	var nozzles []string
	for n := range 12 {
		nozzles = append(nozzles, fmt.Sprintf(`"nozzle-%d"`, n+1))
	}
	p.planned("setting,name=equipment:de1", fields{"value": `[{"id":"filler-03","line":"line-1","station":"filling","positions":[` + strings.Join(nozzles, ",") + `]}]`})
	p.planned("characteristic,station=filling,characteristic=fill_mass,product=*,stratum=*", fields{"order": 1, "name": "Mass", "sample": "every cell"})
	for ago := range cells {
		nozzle := (cells - 1 - ago) % 12
		f := fields{"position": fmt.Sprint("nozzle-", nozzle+1)}
		if read(ago, nozzle) {
			f["fill_mass"] = 800.0
		}
		p.visitAt("filling", "line-1", "filler-03", fmt.Sprint("turn-", ago), noon.Add(-time.Duration(ago)*20*time.Second-time.Second), f)
	}
	return p
}

func TestOneGaugeOfAllPositionsIsOneSignalFromItsDeathToItsFirstReading(t *testing.T) {
	const dead = 100 // cells, of which every nozzle has more than five
	for _, c := range []struct {
		fact      string
		deadSince int // cells ago
		mended    int // cells ago, after that it reads
		before    int // the nozzle that did not read before
		want      map[string]float64
	}{
		{"not every nozzle had a turn", 11, -1, -1, nil},
		{"every nozzle had a turn", 12, -1, -1, map[string]float64{"filler-03 fill_mass no-value": 12}},
		{"every nozzle had five turns", dead, -1, -1, map[string]float64{"filler-03 fill_mass no-value": dead}},
		{"it read one cell", dead, 1, -1, nil},
		{"it read six cells", dead, 6, -1, nil},
		{"it read cells of all nozzles", dead, 12, -1, nil},
		{"one nozzle said nothing before", dead, 6, 11, map[string]float64{"filler-03 nozzle-12 fill_mass no-value": 7}},
	} {
		t.Run(c.fact, func(t *testing.T) {
			p := inTurns(t, dead+7*12, func(ago, nozzle int) bool {
				return (ago >= c.deadSince || ago < c.mended) && nozzle != c.before
			})
			if got := toldOf(t, p, "no-reading", 15*time.Minute); !maps.Equal(got, c.want) {
				t.Errorf("told %v, want %v", got, c.want)
			}
		})
	}
}

func TestNeighboursThatSayNothingAreToldWhateverTheMachineReadLast(t *testing.T) {
	for _, last := range []int{0, 3, 7, 10} {
		p := inTurns(t, 120+last, func(_, nozzle int) bool { return nozzle >= 7 })
		got := toldOf(t, p, "no-reading", 15*time.Minute)
		if cells := got["filler-03 fill_mass no-value"]; len(got) != 1 || cells < 5 {
			t.Errorf("%d cells after a turn of all: told %v", last, got)
		}
	}
}

package monitor

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// amongSisters are windows of eight streams of twenty values each; those of one in window 120 are changed.
func amongSisters(change func(values []float64)) (out []Window) {
	random := rand.New(rand.NewPCG(11, 12))
	for i := range 140 {
		w := Window{FromMs: int64(i) * 15 * minute, ToMs: int64(i+1) * 15 * minute, Steps: make([]summary.Step, 8)}
		for s := range w.Steps {
			values := make([]float64, 20)
			for v := range values {
				values[v] = 7 + 0.25*random.NormFloat64()
			}
			if i == 120 && s == 3 {
				change(values)
			}
			for _, v := range values {
				w.Steps[s].Add(v)
			}
		}
		out = append(out, w)
	}
	return out
}

func TestAStreamThatWaversIsToldByItsSpreadNotByItsLevel(t *testing.T) {
	random := rand.New(rand.NewPCG(13, 14))
	levels := 0
	for range 40 {
		windows := amongSisters(func([]float64) {})
		for i := range windows[120:] {
			s := summary.Step{}
			for range 6 {
				s.Add(7 + 4*0.25*random.NormFloat64())
			}
			windows[120+i].Steps[3] = s
		}
		levels += len(follow(followedOf(newDistances(alarm, levelOfSisters, 8, nil), 8, nil), windows, 96, nil))
		if got := follow(followedOf(newDistances(alarm, spreadOfSisters, 8, nil), 8, nil), windows, 96, nil); len(got) != 1 || got[0].Stream != 3 {
			t.Fatalf("by spread are told %+v", got)
		}
	}
	// A hundred times where its mean counts as that of any other.
	if levels > 10 {
		t.Errorf("its level was told %d times in 40", levels)
	}
}

func TestASteadyStreamIsAsSeldomTakenForAWaveringOneByFewItemsAsByMany(t *testing.T) {
	for _, items := range []int{4, 6, 30} {
		wavers, of := 0, 0
		for _, w := range newPlant(5, 12, items).windows(500) {
			for _, p := range levelOfSisters(w) {
				if of++; p.U > 1/math.Sqrt(float64(items))*unsure {
					wavers++
				}
			}
		}
		// What sisters spread is known from few items, too.
		if got := float64(wavers) / float64(of) / waveringTail; got < 0.8 || got > 1.4 {
			t.Errorf("of %d items: %.2f times as often as %v", items, got, waveringTail)
		}
	}
}

func TestOneWildValueIsNeitherALevelNorASpread(t *testing.T) {
	one := amongSisters(func(values []float64) { values[5] = 90 })
	two := amongSisters(func(values []float64) { values[5], values[9] = 90, 80 })
	centre, within := 7.0, 0.25
	limits := make([]spc.Model, 8)
	for s := range limits {
		limits[s] = spc.Model{Centre: &centre, SigmaWithin: &within}
	}
	known := known(8)
	for name, m := range map[string]struct {
		of    func(Window) []Point
		fixed *Reference
	}{
		"level beside sisters":        {levelOfSisters, nil},
		"spread beside sisters":       {spreadOfSisters, nil},
		"level beside its own limits": {levelOfSelf(limits), &known},
		"spread of its own limits":    {spreadOfSelf(limits), &known},
		"level of lots":               {levelOfLot, nil},
		"spread of lots":              {spreadOfLot, nil},
	} {
		find := func(windows []Window) []Episode {
			return follow(followedOf(newDistances(alarm, m.of, 8, m.fixed), 8, nil), windows, 96, nil)
		}
		if got := find(one); len(got) > 0 {
			t.Errorf("%s: one wild value gives %+v", name, got)
		}
		// Beside sisters two of them are a spread.
		if got := find(two); (len(got) == 0) != (name == "level beside sisters") {
			t.Errorf("%s: two wild values give %+v", name, got)
		}
	}
}

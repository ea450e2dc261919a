package monitor

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

const shift = int64(8 * 3600 * 1000)

// mastered is a book of a master part that is read once a shift, and a stretch of which the last six readings are judged.
func mastered(readings ...float64) (*summary.Book, summary.Key, Stretch) {
	book := summary.NewBook(300_000)
	key := summary.Key{Stream: summary.Stream{Equipment: "filler", Lot: "MASTER"}, Characteristic: "mass"}
	for i, value := range readings {
		book.Change(key, int64(i)*shift, func(s *summary.Step) { s.Add(value) })
	}
	n := int64(len(readings))
	return book, key, Stretch{StartMs: max(0, n-6) * shift, ToMs: n * shift}
}

func gauged(key summary.Key, g Gauge) Monitor {
	return Monitor{What: Level, Against: Master, Keys: []summary.Key{key}, Gauge: g}
}

var unsaid = math.NaN()

func TestAGaugeWhoseReadingsOfAMasterPartAreBeyondItsUncertaintyDrifts(t *testing.T) {
	for name, of := range map[string]struct {
		gauge    Gauge
		readings []float64
		drifts   bool
	}{
		"the value is known from the first reading on":            {Gauge{Known: 100, Sigma: 0.1}, []float64{100.6}, true},
		"within its uncertainty":                                  {Gauge{Known: 100, Sigma: 0.1}, []float64{100.1, 99.8, 100.2}, false},
		"against the readings before":                             {Gauge{Known: unsaid, Sigma: 0.1}, []float64{100, 100.1, 99.9, 100, 100, 100.7}, true},
		"two readings say nothing of the third":                   {Gauge{Known: unsaid, Sigma: 0.1}, []float64{100, 107, 107}, false},
		"it always scattered more than the plan says":             {Gauge{Known: unsaid, Sigma: 0.1}, []float64{99, 101, 100, 99, 101, 100, 99.5, 101, 99, 100.7}, false},
		"four readings alone tell little":                         {Gauge{Known: unsaid, Sigma: unsaid}, []float64{100, 100.1, 99.9, 100, 101}, false},
		"twenty tell more":                                        {Gauge{Known: unsaid, Sigma: unsaid}, append(alternating(20), 101), true},
		"a gauge that reads one number says nothing of the scale": {Gauge{Known: unsaid, Sigma: unsaid}, []float64{5, 5, 5, 5, 5, 5, 6}, false},
	} {
		book, key, at := mastered(of.readings...)
		on := false
		for _, e := range gauged(key, of.gauge).Follow(book, at, chartLimits, nil) {
			on = on || !e.Over
		}
		if on != of.drifts {
			t.Errorf("%s: drifts %v, want %v", name, on, of.drifts)
		}
	}
}

// alternating are readings that lie 0.1 from 100.
func alternating(n int) (out []float64) {
	for i := range n {
		out = append(out, 100+0.1*float64(1-2*(i%2)))
	}
	return out
}

var chartLimits = Alarm{Lambda: 0.2, Width: 4, Shewhart: 4.2, Tail: 1e-6}

func TestTheNewestReadingSaysHowFarTheGaugeIsOff(t *testing.T) {
	book, key, at := mastered(100, 100.1, 100.21)
	if r, ok := gauged(key, Gauge{Known: 100, Sigma: 0.1}).Newest(book, at, chartLimits); !ok || math.Abs(r.Off-2.1) > 1e-9 || r.Now != 100.21 || r.Usual != 100 {
		t.Errorf("got %+v %v", r, ok)
	}
	if r, ok := gauged(key, Gauge{Known: unsaid, Sigma: unsaid}).Newest(book, at, chartLimits); ok {
		t.Errorf("of two readings before nothing is known: got %+v", r)
	}
	empty := summary.NewBook(1)
	if _, ok := gauged(key, Gauge{Known: 100, Sigma: 0.1}).Newest(empty, at, chartLimits); ok {
		t.Error("nothing was read")
	}
}

func TestWhatAGaugeReadsWhileItIsToldToBeOffIsNotWhatItUsuallyReads(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 4))
	var readings []float64
	for i := range 27 {
		value := 5 + 0.05*random.NormFloat64()
		if i >= 10 {
			value++
		}
		readings = append(readings, value)
	}
	book, key, at := mastered(readings...)
	for _, n := range []int64{13, 19, 22, 26} {
		at.StartMs, at.ToMs = (n-5)*shift, n*shift
		r, ok := gauged(key, Gauge{Known: unsaid, Sigma: 0.1}).Newest(book, at, chartLimits)
		if !ok || r.Off < 6 || r.Off > 14 || math.Abs(r.Usual-5) > 0.1 {
			t.Errorf("after reading %d it reads %+v (%v), want 10 σ off 5", n, r, ok)
		}
	}
}

func TestAGaugeThatDoesWhatItsPlanSaysIsHardlyEverSaidToDrift(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	false1, weeks := 0, 2000
	for range weeks {
		var readings []float64
		for range 27 {
			readings = append(readings, 100+0.1*r.NormFloat64())
		}
		book, key, at := mastered(readings...)
		for _, g := range []Gauge{{Known: 100, Sigma: 0.1}, {Known: unsaid, Sigma: 0.1}, {Known: unsaid, Sigma: unsaid}} {
			false1 += len(gauged(key, g).Follow(book, at, chartLimits, nil))
		}
	}
	// Six readings of three gauges in each: limits of ARL 13 000 give three in 36 000.
	if false1 > 12 {
		t.Errorf("%d false alarms in %d points", false1, weeks*18)
	}
}

func TestAGaugeThatStaysOffIsToldUntilItIsMended(t *testing.T) {
	const off, mended, perDay = 9*3 + 1, 18 * 3, 3
	for _, c := range []struct {
		gauge     Gauge
		by, after float64
	}{{Gauge{Known: 100, Sigma: 0.1}, 0.5, 2}, {Gauge{Known: 100, Sigma: 0.1}, 0.25, 8}, {Gauge{Known: unsaid, Sigma: 0.1}, 0.6, 2}} {
		random := rand.New(rand.NewPCG(4, 4))
		var readings []float64
		for i := range 20 * perDay {
			value := 100 + 0.03*random.NormFloat64()
			if i >= off && i < mended {
				value += c.by
			}
			readings = append(readings, value)
		}
		book, key, at := mastered(readings...)
		for n := off + int(c.after); n < len(readings); n++ {
			// A reference that is learned is one of a week.
			if math.IsNaN(c.gauge.Known) && n > off+6*perDay {
				break
			}
			at.StartMs = int64(n/perDay*perDay-perDay) * shift
			at.FromMs, at.ToMs = at.StartMs-7*perDay*shift, int64(n)*shift
			all := gauged(key, c.gauge).Follow(book, at, chartLimits, nil)
			on := len(all) > 0 && !all[len(all)-1].Over
			if lasts := n <= mended; on != lasts && (lasts || n > mended+8) {
				t.Fatalf("off by %.2f g since reading %d until %d: at reading %d it is on: %v", c.by, off, mended, n, on)
			}
			if since := int64(off+2) * shift; on && all[len(all)-1].SinceMs > max(since, at.FromMs) {
				t.Errorf("at reading %d it is told since %d", n, all[len(all)-1].SinceMs/shift)
			}
		}
	}
}

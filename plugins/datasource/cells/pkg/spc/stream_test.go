package spc_test

import (
	"math"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
)

// same compares bit by bit; NaN is NaN.
func same(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Float64bits(got) != math.Float64bits(want) && !(got != got && want != want) && got != want {
		t.Errorf("%s is %v, in the batch %v", what, got, want)
	}
}

func holed(n int) spc.Data {
	d := spc.Data{Values: noise(n, 10, 1), Breaks: make([]bool, n), Excluded: make([]bool, n)}
	for i := range n {
		if i%13 == 5 {
			d.Values[i] = math.NaN()
		}
		d.Breaks[i], d.Excluded[i] = i%41 == 17, i%53 == 30
	}
	return d
}

func TestAnEWMAPointByPointIsTheEWMAOfTheBatch(t *testing.T) {
	for _, steady := range []bool{false, true} {
		d, c := holed(300), spc.FindChart("ewma")
		o := c.Defaults()
		o.Steady = steady
		fit, _ := c.Fit(d, o)
		part := c.Parts(d, fit, o)[0]
		memory := spc.NewEWMA(o.Lambda, fit.Centre, steady)
		for i, x := range d.Values {
			if d.Breaks[i] || d.Excluded[i] {
				memory.Restart()
			}
			if d.Excluded[i] {
				x = math.NaN()
			}
			z, spread := memory.Add(x, fit.SigmaWithin)
			same(t, "z", z, part.Points[i])
			same(t, "σ of z", spread, part.Sigma[i])
		}
	}
}

func TestACUSUMPointByPointIsTheCUSUMOfTheBatch(t *testing.T) {
	for _, standardised := range []bool{false, true} {
		d, c := holed(300), spc.FindChart("cusum")
		o := c.Defaults()
		o.HeadStart, o.Standardised = 0.5, standardised
		fit, _ := c.Fit(d, o)
		parts := c.Parts(d, fit, o)
		memory := spc.NewCUSUM(fit.Centre, o.K, o.H, o.HeadStart, standardised)
		for i, x := range d.Values {
			if d.Breaks[i] || d.Excluded[i] {
				memory.Restart()
			}
			if d.Excluded[i] {
				x = math.NaN()
			}
			high, low, limit := memory.Add(x, fit.SigmaWithin)
			same(t, "C⁺", high, parts[0].Points[i])
			same(t, "C⁻", -low, parts[1].Points[i])
			same(t, "limit", limit, parts[0].UCL[i])
		}
	}
}

func sisters(windows int) spc.Data {
	d := spc.Data{Values: noise(windows*24, 800, 1), Groups: make([]int, windows*24)}
	for w := range windows {
		d.Starts = append(d.Starts, w*24)
	}
	for i := range d.Groups {
		d.Groups[i] = i * 7 % 4
		if i%24 > 15 && d.Groups[i] == 2 {
			d.Values[i] = math.NaN()
		}
		if i > 18*24 && d.Groups[i] == 1 {
			d.Values[i] += 1.5
		}
	}
	return d
}

func TestSisterWindowsOneByOneAreThoseOfTheBatch(t *testing.T) {
	d, c := sisters(30), spc.FindChart("sister")
	o := c.Defaults()
	fit, ok := c.Fit(d.Slice(0, 15), o)
	if !ok {
		t.Fatal("no fit")
	}
	drawn := c.Draw(spc.Request{Data: d, Options: o, Given: &fit, Rules: spc.FindRules("N1")})
	monitor, points := spc.NewSisterMonitor(fit, o), make([]spc.SisterPoint, 4)
	signals := 0
	for w := range 30 {
		monitor.Add(d.Values[w*24:(w+1)*24], d.Groups[w*24:(w+1)*24], points)
		same(t, "common", monitor.Window.Common, drawn.Parts[0].Points[w])
		for s, p := range points {
			ewma, x := drawn.Parts[1+3*s], drawn.Parts[2+3*s]
			same(t, ewma.ID, p.Z, ewma.Points[w])
			same(t, x.ID, p.X, x.Points[w])
			for _, part := range []spc.DrawnPart{ewma, x} {
				beyond := p.BeyondZ
				if part.ID == x.ID {
					beyond = p.BeyondX
				}
				hit := false
				for _, signal := range part.Signals {
					hit = hit || signal.Point == w
				}
				if (beyond != 0 && beyond == beyond) != hit {
					t.Errorf("window %d, %s: beyond by %v, signal %v", w, part.ID, beyond, hit)
				}
				if hit {
					signals++
				}
			}
		}
	}
	if signals == 0 {
		t.Error("the shifted stream is not found")
	}
	if n := testing.AllocsPerRun(10, func() { monitor.Add(d.Values[:24], d.Groups[:24], points) }); n > 0 {
		t.Errorf("a window allocates %v times", n)
	}
}

func TestTheSeededSequenceIsThatOfTheTypeScriptStatistics(t *testing.T) {
	r := spc.NewRandom(1)
	for i, want := range typeScriptSequence {
		if got := r.Float64(); got != want {
			t.Errorf("number %d is %v, want %v", i, got, want)
		}
	}
}

// typeScriptSequence are the first numbers of seed 1.
var typeScriptSequence = []float64{0.5686059948349658, 0.8893939367683266, 0.4705824180198359, 0.35296769838967534}

package spc_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
)

// shaped gives values the form that a chart reads: subgroups of five, rows of two, windows of two streams.
func shaped(c *spc.Chart, values []float64) spc.Data {
	d := spc.Data{Values: values}
	switch c.Input {
	case "subgroups", "streams":
		d.Starts = []int{}
		for at := 0; at < len(values); at += 5 {
			d.Starts = append(d.Starts, at)
		}
		d.Groups = make([]int, len(values))
		for i := range d.Groups {
			d.Groups[i] = i % 2
		}
	case "rows":
		d.Columns = 2
		d.Values = values[:len(values)/2*2]
	case "counts":
		d.Sizes = slices.Repeat([]float64{1e12}, len(values))
	}
	return d
}

func drawn(c *spc.Chart, values []float64) spc.Drawn {
	o := c.Defaults()
	o.MinN = 1
	return c.Draw(spc.Request{Data: shaped(c, values), Options: o, Rules: spc.Rules})
}

func noise(n int, centre, sigma float64) []float64 {
	rng := rand.New(rand.NewPCG(5, 6))
	out := make([]float64, n)
	for i := range out {
		out[i] = centre + sigma*rng.NormFloat64()
	}
	return out
}

func TestEveryChartTakesNothingOneTwoEqualAndMissingValues(t *testing.T) {
	nan := math.NaN()
	for i := range spc.Charts {
		c := &spc.Charts[i]
		for _, values := range [][]float64{{}, {3}, {3, 4}, {nan}, {nan, nan, nan}, {3, nan}, slices.Repeat([]float64{7}, 40)} {
			got := drawn(c, values)
			for _, p := range got.Parts {
				if n := shaped(c, values).Points(); len(p.Points) != n || len(p.UCL) != n {
					t.Errorf("%s of %v: part %s has %d points, not %d", c.ID, values, p.ID, len(p.Points), n)
				}
				for at, x := range p.Points {
					if math.IsInf(x, 0) || math.IsInf(p.UCL[at], 0) {
						t.Errorf("%s of %v: part %s holds an infinite number", c.ID, values, p.ID)
					}
				}
			}
			if len(values) == 0 && got.Fits[0] != nil {
				t.Errorf("%s is fitted to nothing: %+v", c.ID, got.Fits[0])
			}
		}
	}
}

func TestEqualValuesNeverSignal(t *testing.T) {
	for i := range spc.Charts {
		c := &spc.Charts[i]
		if c.Family == "attributes" {
			continue // Counts are whole numbers: no rounding to forgive.
		}
		for _, centre := range []float64{1, 0.1, 1e10 + 0.3} {
			for _, p := range drawn(c, slices.Repeat([]float64{centre}, 60)).Parts {
				for _, s := range p.Signals {
					if s.Side != 0 {
						t.Errorf("%s of sixty times %v: %+v", c.ID, centre, s)
						break
					}
				}
			}
		}
	}
}

// free are charts of measured values, which do not care where zero lies.
func free(c *spc.Chart) bool {
	return slices.Contains([]string{"individuals", "subgroups", "memory", "streams", "short-run", "run"}, c.Family)
}

func TestAnOffsetOfTenThousandMillionMovesCentresAndNothingElse(t *testing.T) {
	// Sixteenths, so that the offset loses no digit of the values.
	values := noise(300, 0, 2)
	moved := make([]float64, len(values))
	for i, x := range values {
		values[i] = math.Round(x*16) / 16
		moved[i] = values[i] + 1e10
	}
	for i := range spc.Charts {
		c := &spc.Charts[i]
		if !free(c) {
			continue
		}
		a, b := drawn(c, values), drawn(c, moved)
		if got, want := b.Fits[0].SigmaWithin, a.Fits[0].SigmaWithin; math.Abs(got-want) > 1e-9*want {
			t.Errorf("%s: σ %v becomes %v", c.ID, want, got)
		}
		for k := range a.Parts {
			if len(a.Parts[k].Signals) != len(b.Parts[k].Signals) {
				t.Errorf("%s: %d signals of %s become %d", c.ID, len(a.Parts[k].Signals), a.Parts[k].ID, len(b.Parts[k].Signals))
			}
		}
	}
}

func TestAMillionValuesGiveTheFiguresOfTheirProcess(t *testing.T) {
	d := shaped(spc.FindChart("xbar-s"), noise(1_000_000, 50, 2))
	for _, m := range spc.SigmaMethods {
		if e, ok := spc.EstimateSigma(m.ID, d, 2); !ok || math.Abs(e.Sigma-2) > 0.01 {
			t.Errorf("%s: %v %+v", m.ID, ok, e)
		}
	}
	d.Starts = nil
	c := spc.FindChart("i-mr")
	if fit, ok := c.Fit(d, c.Defaults()); !ok || math.Abs(fit.SigmaWithin-2) > 0.01 || math.Abs(fit.Centre-50) > 0.01 {
		t.Errorf("%v %+v", ok, fit)
	}
}

func TestNoFunctionAllocatesForEachPoint(t *testing.T) {
	few, many := noise(1_000, 50, 2), noise(8_000, 50, 2)
	for i := range spc.Charts {
		c := &spc.Charts[i]
		small, large := shaped(c, few), shaped(c, many)
		count := func(d spc.Data) float64 {
			return testing.AllocsPerRun(1, func() {
				c.Draw(spc.Request{Data: d, Options: c.Defaults(), Rules: spc.FindRules("nelson")})
			})
		}
		// Lists of signals grow by doubling: a few more for eight times the points.
		if a, b := count(small), count(large); b > a+150 {
			t.Errorf("%s: %.0f allocations for 1 000 values, %.0f for 8 000", c.ID, a, b)
		}
	}
	d := spc.Data{Values: many}
	for _, m := range spc.SigmaMethods {
		if n := testing.AllocsPerRun(2, func() { spc.EstimateSigma(m.ID, d, 2) }); n > 20 {
			t.Errorf("%s: %.0f allocations", m.ID, n)
		}
	}
}

func TestMirroringAndDuplicatingLeaveSigmaAsItIs(t *testing.T) {
	values := noise(400, 3, 1)
	mirrored := make([]float64, len(values))
	for i, x := range values {
		mirrored[i] = -x
	}
	for i := range spc.Charts {
		c := &spc.Charts[i]
		if !free(c) {
			continue
		}
		a, b := drawn(c, values).Fits[0], drawn(c, mirrored).Fits[0]
		if math.Abs(a.SigmaWithin-b.SigmaWithin) > 1e-12 || math.Abs(a.Centre+b.Centre) > 1e-12 {
			t.Errorf("%s: %+v mirrored is %+v", c.ID, a, b)
		}
	}
	twice := spc.Data{Values: slices.Concat(values, values), Starts: []int{}}
	for at := 0; at < 800; at += 5 {
		twice.Starts = append(twice.Starts, at)
	}
	for _, method := range []string{"r-bar", "s-bar"} {
		one, _ := spc.EstimateSigma(method, twice.Slice(0, 80), 2)
		two, _ := spc.EstimateSigma(method, twice, 2)
		near(t, method+" of the data twice", two.Sigma, one.Sigma, 1e-12)
	}
}

func TestTheRegistryHasNoNameTwice(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range spc.Rules {
		if seen[r.ID] || strings.TrimSpace(r.Title) == "" || !slices.Contains(spc.RuleSets, r.Set) {
			t.Errorf("rule %+v", r)
		}
		seen[r.ID] = true
	}
	for i := range spc.Charts {
		if seen[spc.Charts[i].ID] {
			t.Errorf("chart %s", spc.Charts[i].ID)
		}
		seen[spc.Charts[i].ID] = true
	}
}

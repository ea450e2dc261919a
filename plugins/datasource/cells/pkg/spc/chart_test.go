package spc_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
)

func near(t *testing.T, what string, got, want, relative float64) {
	t.Helper()
	if !(math.Abs(got-want) <= relative*math.Abs(want)) {
		t.Errorf("%s is %.17g, want %.17g", what, got, want)
	}
}

func TestConstantsAgreeWithTheirClosedForms(t *testing.T) {
	root := math.Sqrt(math.Pi)
	for n, want := range map[int]float64{2: 2 / root, 3: 3 / root, 4: 3 / root * (1 + 2*math.Asin(1.0/3)/math.Pi)} {
		d2, _ := spc.D2D3(n)
		near(t, "d₂", d2, want, 1e-13)
	}
	_, d3 := spc.D2D3(2)
	near(t, "d₃(2)", d3, math.Sqrt(2-4/math.Pi), 1e-12)
	near(t, "c₄(2)", spc.C4(2), math.Sqrt(2/math.Pi), 1e-14)
	near(t, "c₄(3)", spc.C4(3), root/2, 1e-14)
	near(t, "c₄(5)", spc.C4(5), 3*math.Sqrt(math.Pi/2)/4, 1e-14)
}

func TestC4HoldsItsDigitsForEveryN(t *testing.T) {
	// c₄(n)·c₄(n+1) = √((n−1)/n) exactly, whatever way the gamma functions are computed.
	for n := 2.0; n < 1e7; n = math.Ceil(n * 1.07) {
		near(t, "c₄(n)·c₄(n+1)", spc.C4(n)*spc.C4(n+1), math.Sqrt((n-1)/n), 1e-13)
	}
	if !math.IsNaN(spc.C4(1)) {
		t.Error("c₄(1) exists")
	}
}

func TestIndividualsOfTheHandbook(t *testing.T) {
	// NIST/SEMATECH e-Handbook 6.3.2.2: flow rates of ten batches, UCL 55.8041, centre 50.81, LCL 45.8159 (with d₂ 1.128).
	flow := []float64{49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1}
	chart := spc.FindChart("i-mr")
	fit, ok := chart.Fit(spc.Data{Values: flow}, chart.Defaults())
	if !ok {
		t.Fatal("no fit")
	}
	parts := chart.Parts(spc.Data{Values: flow}, fit, chart.Defaults())
	near(t, "centre", parts[0].Centre[0], 50.81, 1e-12)
	near(t, "ucl", parts[0].UCL[0], 50.81+(55.8041-50.81)*1.128/(2/math.Sqrt(math.Pi)), 1e-6)
	near(t, "MR̄", parts[1].Centre[0], 1.8777777777777778, 1e-12)
	if !math.IsNaN(parts[1].Points[0]) || parts[1].LCL[3] != 0 {
		t.Errorf("the first moving range is %v, the lower limit %v", parts[1].Points[0], parts[1].LCL[3])
	}
}

func TestAMovingRangeNeverCrossesAHoleABreakOrAnExcludedPoint(t *testing.T) {
	d := spc.Data{Values: []float64{1, 2, math.NaN(), 5, 6, 9, 11, 14}, Breaks: make([]bool, 8), Excluded: make([]bool, 8)}
	d.Breaks[4], d.Excluded[6] = true, true
	estimate, ok := spc.EstimateSigma("mr-bar", d, 2)
	if !ok || estimate.Count != 2 || estimate.Average != 2 {
		t.Errorf("%+v, want the two ranges 1 and 3", estimate)
	}
}

func TestEveryEstimatorOnTooLittleAndOnEqualValues(t *testing.T) {
	nan := math.NaN()
	for _, m := range spc.SigmaMethods {
		for _, values := range [][]float64{{}, {1}, {nan, nan}, {1, nan}} {
			if e, ok := spc.EstimateSigma(m.ID, spc.Data{Values: values, Starts: []int{0}[:min(1, len(values))]}, 2); ok {
				t.Errorf("%s of %v gives %+v", m.ID, values, e)
			}
		}
		equal := spc.Data{Values: []float64{1e10, 1e10, 1e10, 1e10}}
		if m.ID != "mr-bar" && m.ID != "median-mr" {
			equal.Starts = []int{0, 2}
		}
		if e, ok := spc.EstimateSigma(m.ID, equal, 2); !ok || e.Sigma != 0 {
			t.Errorf("%s of equal values gives %+v, %v", m.ID, e, ok)
		}
	}
}

func TestEstimatesFollowShiftAndScaleAndStayUnbiased(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 4))
	for _, m := range spc.SigmaMethods {
		var d, moved spc.Data
		for i := range 20_000 {
			if m.ID != "mr-bar" && m.ID != "median-mr" && i%5 == 0 {
				d.Starts = append(d.Starts, i)
			}
			x := rng.NormFloat64()
			d.Values, moved.Values = append(d.Values, x), append(moved.Values, 3*x+1e6)
		}
		moved.Starts = d.Starts
		plain, _ := spc.EstimateSigma(m.ID, d, 2)
		other, _ := spc.EstimateSigma(m.ID, moved, 2)
		near(t, m.ID+" scaled", other.Sigma, 3*plain.Sigma, 1e-9)
		near(t, m.ID, plain.Sigma, 1, 0.03)
	}
}

func TestPartialSubgroupsHaveLimitsOfTheirOwnSize(t *testing.T) {
	d := spc.Data{Values: []float64{1, 2, 3, 4, math.NaN(), 5, 7}, Starts: []int{0, 3, 5, 6}}
	for id, constant := range map[string]func(n int) float64{
		"xbar-r": func(n int) float64 { d2, _ := spc.D2D3(n); return d2 },
		"xbar-s": func(n int) float64 { return spc.C4(float64(n)) },
	} {
		chart := spc.FindChart(id)
		parts := chart.Parts(d, spc.Fit{Centre: 3, SigmaWithin: 2}, chart.Defaults())
		near(t, id+" ucl of 3", parts[0].UCL[0], 3+6/math.Sqrt(3), 1e-12)
		near(t, id+" ucl of 1", parts[0].UCL[1], 9, 1e-12)
		near(t, id+" centre of 3", parts[1].Centre[0], 2*constant(3), 1e-12)
		if !math.IsNaN(parts[1].Points[1]) || !math.IsNaN(parts[1].UCL[1]) {
			t.Errorf("%s: one value has a dispersion", id)
		}
	}
}

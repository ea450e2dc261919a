package spc_test

import (
	"math"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
)

func num(v float64) *float64 { return &v }

func TestBeyondIsInWidthsOfTheSpecAndZeroOnALimit(t *testing.T) {
	two := spc.Spec{LSL: num(796), Target: num(800), USL: num(804)}
	upper := spc.Spec{Target: num(1), USL: num(3)}
	bare := spc.Spec{USL: num(5)}
	zero := spc.Spec{LSL: num(0)}
	for _, c := range []struct {
		name  string
		spec  spc.Spec
		value float64
		want  float64
	}{
		{"inside", two, 800, 0}, {"on usl", two, 804, 0}, {"on lsl", two, 796, 0}, {"above", two, 806, 0.25}, {"below", two, 788, -1},
		{"one-sided with target", upper, 5, 0.5}, {"one-sided without target", bare, 10, 1}, {"limit zero", zero, -2, -2},
		{"no limits", spc.Spec{Target: num(1)}, 1e9, 0},
	} {
		if got := c.spec.Beyond(c.value); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestAReadingIsMeasuredCensoredOrImplausible(t *testing.T) {
	gauge := spc.Gauge{Lo: num(0), Hi: num(100), CensoredLow: num(0.1), CensoredHigh: num(99)}
	for value, want := range map[float64]spc.Reading{
		50: spc.Measured, 0.1: spc.CensoredLow, 0: spc.CensoredLow, -1: spc.Implausible, 99: spc.CensoredHigh, 100: spc.CensoredHigh,
		9999: spc.Implausible, math.Inf(1): spc.Implausible,
	} {
		if got := gauge.Read(value); got != want {
			t.Errorf("%v is %s, want %s", value, got, want)
		}
	}
	if got := (spc.Gauge{}).Read(math.NaN()); got != spc.Implausible {
		t.Errorf("NaN is %s", got)
	}
}

func TestLinesOfMeansComeFromSigmaWithinAndBetween(t *testing.T) {
	m := spc.Model{Kind: "normal", Centre: num(800), SigmaWithin: num(2), SigmaBetween: num(1.5), SubgroupN: 5}
	lines := m.Lines(25)
	sigma := math.Sqrt(1.5*1.5 + 4.0/25)
	if math.Abs(lines.Sigma-sigma) > 1e-12 || math.Abs(lines.UCL-(800+3*sigma)) > 1e-12 {
		t.Errorf("%+v, want σ %v", lines, sigma)
	}
	m.SigmaPlotted = num(1)
	if got := m.Lines(5).Sigma; got != 1 {
		t.Errorf("the stated σ of the plotted point is 1, not %v", got)
	}
	if got := m.Lines(1).Sigma; got != 2.5 {
		t.Errorf("σ of single values is 2.5 whatever is stated for subgroups of 5, not %v", got)
	}
}

func TestNoLinesWithoutAStatedProcess(t *testing.T) {
	for name, m := range map[string]spc.Model{
		"no centre": {SigmaPlotted: num(1)}, "no sigma": {Centre: num(1)}, "sigma zero": {Centre: num(1), SigmaPlotted: num(0)},
		"retired": {Centre: num(1), SigmaPlotted: num(1), Status: "retired"}, "of shares": {Kind: "laney", Centre: num(0.1), SigmaPlotted: num(1)},
	} {
		if lines := m.Lines(1); lines != nil {
			t.Errorf("%s: %+v", name, lines)
		}
	}
}

func TestAPointOnAControlLimitIsInside(t *testing.T) {
	lines := spc.Lines{Centre: 10, Sigma: 1, LCL: 7, UCL: 13}
	for value, want := range map[float64]float64{13: 0, 7: 0, 14: 4, 6: -4} {
		if got := lines.Out(value); got != want {
			t.Errorf("%v: %v, want %v", value, got, want)
		}
	}
}

func TestTheMeasureOfASpecSaysInWordsWhatItIs(t *testing.T) {
	for name, of := range map[string]struct {
		spec  spc.Spec
		width float64
		words string
	}{
		"two-sided":            {spc.Spec{LSL: num(1), Target: num(2), USL: num(5)}, 4, " of the spec’s width"},
		"one-sided, target":    {spc.Spec{Target: num(2), USL: num(5)}, 6, " of twice the distance from target to limit"},
		"one-sided":            {spc.Spec{LSL: num(-5)}, 5, " of the limit’s size"},
		"target at the limit":  {spc.Spec{Target: num(5), USL: num(5)}, 5, " of the limit’s size"},
		"a limit of zero":      {spc.Spec{USL: num(0)}, 1, ""},
		"target, limit zero":   {spc.Spec{Target: num(-2), USL: num(0)}, 4, " of twice the distance from target to limit"},
		"nothing to be beyond": {spc.Spec{Target: num(2)}, 0, ""},
	} {
		if of.spec.Width() != of.width || of.spec.WidthWords() != of.words {
			t.Errorf("%s: %g%s, want %g%s", name, of.spec.Width(), of.spec.WidthWords(), of.width, of.words)
		}
	}
}

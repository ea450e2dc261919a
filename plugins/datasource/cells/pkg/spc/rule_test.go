package spc_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
)

// standardised is a part of z values about 0 with σ 1.
func standardised(z []float64) spc.Part {
	line := func(v float64) []float64 { return slices.Repeat([]float64{v}, len(z)) }
	return spc.Part{ID: "z", Zones: true, Points: z, Centre: line(0), Sigma: line(1), LCL: line(-3), UCL: line(3)}
}

func TestRulesFlagTheLastPointOfTheirPattern(t *testing.T) {
	for _, c := range []struct{ fact, rule, z, want string }{
		{"beyond on both sides, exactly 3 is inside", "N1", "0.1 3.01 -0.4 -3.2 3 -3", "2 4"},
		{"a run of nine goes on being flagged", "N2", "0.2 0.9 0.1 1.4 0.6 0.3 0.7 0.2 1.1 0.4", "9 10"},
		{"a point on the centre line breaks the run", "N2", "0.2 0.9 0.1 1.4 0 0.3 0.7 0.2 1.1 0.4 0.5 0.6 0.3", ""},
		{"a missing point is skipped", "WE4", "1 1 1 nan 1 1 1 1 1", "9"},
		{"six points are five steps", "N3", "-1 -0.6 -0.2 0.1 0.5 0.9 0.8", "6"},
		{"a tie breaks the trend", "N3", "-1 -0.6 -0.2 -0.2 0.1 0.5 0.9", ""},
		{"falling", "AIAG3", "1.2 0.9 0.5 0.2 -0.3 -0.7", "6"},
		{"alternating fourteen", "N4", strings.TrimSpace(strings.Repeat("0.5 -0.5 ", 7)), "14"},
		{"alternating thirteen", "N4", strings.TrimSpace(strings.Repeat("0.5 -0.5 ", 6)) + " 0.5", ""},
		{"two of three", "N5", "0.3 2.1 0.5 2.4 0.1", "4"},
		{"two of three, the last inside", "WE2", "2.2 2.3 0.4", "2"},
		{"two of three on opposite sides", "N5", "0.3 2.1 0.5 -2.4 0.1", ""},
		{"four of five", "N6", "1.1 1.3 0.4 1.2 1.6 0.2", "5"},
		{"four of five on mixed sides", "WE3", "1.1 1.3 -1.4 1.2 0.6", ""},
		{"fifteen within", "N7", strings.TrimSpace(strings.Repeat("0.9 ", 14)) + " -0.1", "15"},
		{"exactly one sigma is within", "N7", strings.TrimSpace(strings.Repeat("1 ", 15)), "15"},
		{"eight outside, both sides", "N8", "1.2 -1.4 1.6 1.1 -1.3 1.8 -1.1 1.5", "8"},
		{"eight outside on one side are no Nelson 8", "N8", "1.2 1.4 1.6 1.1 1.3 1.8 1.1 1.5", ""},
		{"but AIAG 8", "AIAG8", "1.2 1.4 1.6 1.1 1.3 1.8 1.1 1.5", "8"},
	} {
		var z []float64
		for _, word := range strings.Fields(c.z) {
			v, err := strconv.ParseFloat(word, 64)
			if err != nil {
				t.Fatal(err)
			}
			z = append(z, v)
		}
		var got []string
		for _, s := range spc.Evaluate(standardised(z), spc.Data{}, spc.FindRules(c.rule)) {
			got = append(got, strconv.Itoa(s.Point+1))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s (%s): flagged %v, want %s", c.fact, c.rule, got, c.want)
		}
	}
}

func TestBreaksAndExcludedPointsStartEveryPatternAnew(t *testing.T) {
	part := standardised(slices.Repeat([]float64{0.5}, 12))
	breaks := make([]bool, 12)
	breaks[4] = true
	if got := spc.Evaluate(part, spc.Data{Breaks: breaks}, spc.FindRules("WE4")); len(got) != 1 || got[0].Point != 11 {
		t.Errorf("with a break: %v", got)
	}
	part.Points = slices.Clone(part.Points)
	part.Points[4] = 9
	if got := spc.Evaluate(part, spc.Data{Excluded: breaks}, spc.FindRules("N1")); got != nil {
		t.Errorf("an excluded point signals: %v", got)
	}
	part.Zones = false
	if got := spc.Evaluate(part, spc.Data{}, spc.FindRules("nelson")); len(got) != 1 || got[0].Point != 4 || got[0].Rule != "N1" || got[0].Side != 1 {
		t.Errorf("a chart without zones: %v", got)
	}
}

func TestMirroredDataGiveMirroredSignals(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 3))
	z, mirrored := make([]float64, 5000), make([]float64, 5000)
	for i := range z {
		z[i] = rng.NormFloat64() * 1.3
		mirrored[i] = -z[i]
	}
	a := spc.Evaluate(standardised(z), spc.Data{}, spc.Rules)
	b := spc.Evaluate(standardised(mirrored), spc.Data{}, spc.Rules)
	if len(a) == 0 || len(a) != len(b) {
		t.Fatalf("%d signals, mirrored %d", len(a), len(b))
	}
	for i := range a {
		if a[i].Point != b[i].Point || a[i].Rule != b[i].Rule || a[i].Side != -b[i].Side {
			t.Fatalf("%+v mirrored is %+v", a[i], b[i])
		}
	}
}

func TestTheAverageRunLengthOfWesternElectricIsThatOfTheExactChain(t *testing.T) {
	// Champ & Woodall 1987, Technometrics 29, 393–399: all four rules together 91.75.
	const want, runs = 91.75, 1000
	rng := rand.New(rand.NewPCG(11, 12))
	total := 0
	z := make([]float64, 1200)
	for range runs {
		for i := range z {
			z[i] = rng.NormFloat64()
		}
		first := len(z)
		if signals := spc.Evaluate(standardised(z), spc.Data{}, spc.FindRules("western-electric")); len(signals) > 0 {
			first = signals[0].Point + 1
		}
		total += first
	}
	// The run length is nearly geometric: its standard error is about mean/√runs.
	if mean := float64(total) / runs; math.Abs(mean-want) > 4*want/math.Sqrt(runs) {
		t.Errorf("a false alarm every %.1f points, want %.1f", mean, want)
	}
}

func BenchmarkIMRAndAllRules(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 1))
	d := spc.Data{Values: make([]float64, 100_000)}
	for i := range d.Values {
		d.Values[i] = rng.NormFloat64()
	}
	chart := spc.FindChart("i-mr")
	b.ReportAllocs()
	for b.Loop() {
		fit, _ := chart.Fit(d, chart.Defaults())
		for _, part := range chart.Parts(d, fit, chart.Defaults()) {
			spc.Evaluate(part, d, spc.FindRules("nelson"))
		}
	}
}

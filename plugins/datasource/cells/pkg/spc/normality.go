package spc

import (
	"fmt"
	"math"
	"slices"
)

// Normality is the Anderson–Darling test of a sample.
type Normality struct {
	// N are the present values, Used those tested after thinning.
	N, Used int
	// A2 is the statistic, Adjusted A²(1 + 0.75/n + 2.25/n²).
	A2, Adjusted, P float64
	// Resolution is the smallest step between different values over s: above about ⅓ rounding alone rejects any normal.
	Resolution float64
	Warnings   []string
}

// MostTested is the number of values tested where nothing is said.
const MostTested = 500

// thin takes every k-th value in the order given, k = ⌈n/most⌉.
func thin(values []float64, most int) []float64 {
	step := (len(values) + most - 1) / most
	if step <= 1 {
		return values
	}
	kept := make([]float64, 0, most)
	for i := 0; i < len(values); i += step {
		kept = append(kept, values[i])
	}
	return kept
}

// AndersonDarling is A² = −n − (1/n) Σ (2i − 1)(ln Fᵢ + ln(1 − Fₙ₊₁₋ᵢ)) of sorted values, from the logarithms of their lower and
// upper tail probabilities.
func AndersonDarling(sorted []float64, lower, upper func(x float64) float64) float64 {
	n, sum := len(sorted), 0.0
	for i, x := range sorted {
		sum += float64(2*i+1) * (lower(x) + upper(sorted[n-1-i]))
	}
	return -float64(n) - sum/float64(n)
}

// normalP is p of the adjusted statistic, mean and variance estimated (D'Agostino & Stephens 1986, table 4.9, p. 127).
func normalP(a float64) float64 {
	switch {
	case a >= 0.6:
		// The parabola turns at 153; nothing rises with A.
		a = min(153, a)
		return math.Exp(1.2937 - 5.709*a + 0.0186*a*a)
	case a >= 0.34:
		return math.Exp(0.9177 - 4.279*a - 1.38*a*a)
	case a >= 0.2:
		return 1 - math.Exp(-8.318+42.796*a-59.938*a*a)
	}
	return 1 - math.Exp(-13.436+101.14*a-223.73*a*a)
}

// NormalityOf is the Anderson–Darling test with estimated mean and s (Stephens 1974, JASA 69, 730–737). At most most values,
// thinned in the order given: with 10⁵ cells every departure is "significant". ok is false below 8 values or without spread.
func NormalityOf(values []float64, most int) (t Normality, ok bool) {
	present := presentValues(values, nil)
	used := slices.Clone(thin(present, most))
	slices.Sort(used)
	m := MomentsOf(used, nil)
	if m.N < 8 || !(m.SS > 0) {
		return t, false
	}
	s, n := m.SD(), float64(m.N)
	t.N, t.Used = len(present), m.N
	t.A2 = AndersonDarling(used,
		func(x float64) float64 { return LogNormalSF((m.Mean - x) / s) },
		func(x float64) float64 { return LogNormalSF((x - m.Mean) / s) })
	t.Adjusted = t.A2 * (1 + 0.75/n + 2.25/(n*n))
	t.P = min(1, max(0, normalP(t.Adjusted)))
	step := math.Inf(1)
	for i := 1; i < len(used); i++ {
		if d := used[i] - used[i-1]; d > 1e-12*math.Abs(used[i]) && d < step {
			step = d
		}
	}
	t.Resolution = step / s
	if t.N > t.Used {
		every := (t.N + most - 1) / most
		t.Warnings = append(t.Warnings, fmt.Sprintf("tested on %d of %d values (every %s)", t.Used, t.N, ordinal(every)))
	}
	if t.Resolution > 1.0/8 && m.N > 50 {
		how := fmt.Sprintf("are rounded to %.2f σ", t.Resolution)
		if math.IsInf(t.Resolution, 0) {
			how = "differ in last digits only"
		}
		t.Warnings = append(t.Warnings, "values "+how+": the test may reject for that alone")
	}
	return t, true
}

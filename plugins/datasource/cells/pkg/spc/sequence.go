package spc

import "math"

// Runs is the Wald–Wolfowitz test about the median.
type Runs struct {
	Above, Below, Runs int
	Expected, Z, P     float64
}

// RunsOf leaves out values on the median; two-sided normal approximation (NIST e-Handbook 1.3.5.13). ok is false where one side
// is empty.
func RunsOf(values []float64) (r Runs, ok bool) {
	median := medianInPlace(presentValues(values, nil))
	last := 0
	for _, x := range values {
		side := 0
		switch {
		case x > median:
			side = 1
			r.Above++
		case x < median:
			side = -1
			r.Below++
		default:
			continue
		}
		if side != last {
			r.Runs++
		}
		last = side
	}
	n := float64(r.Above + r.Below)
	if r.Above == 0 || r.Below == 0 || n < 3 {
		return r, false
	}
	product := 2 * float64(r.Above) * float64(r.Below)
	r.Expected = product/n + 1
	r.Z = (float64(r.Runs) - r.Expected) / math.Sqrt(product*(product-n)/(n*n*(n-1)))
	r.P = min(1, 2*NormalSF(math.Abs(r.Z)))
	return r, true
}

// Change of the mean: Index is the first point after it, [First, Last] where it may begin with the stated confidence.
type Change struct {
	Index, First, Last                 int
	Before, After, Sigma, Statistic, P float64
}

// bestSplit is the split with the largest sum of squares between the parts; values are centred. gain may be nil.
func bestSplit(x, gain []float64) (at int, between float64) {
	n, sum := float64(len(x)), 0.0
	at, between = 1, -1
	for k := 1; k < len(x); k++ {
		sum += x[k-1]
		// With total 0: n₁m₁² + n₂m₂² = S²·n/(k(n − k)).
		found := sum * sum * n / (float64(k) * (n - float64(k)))
		if gain != nil {
			gain[k] = found
		}
		if found > between {
			at, between = k, found
		}
	}
	return at, between
}

// ChangeOf is the split with the greatest likelihood, normal values with one variance (Hinkley 1970, Biometrika 57, 1–17).
// Interval: splits with 2(ℓ̂ − ℓ) below −2 ln(1 − √confidence) (Siegmund 1988, Int. Stat. Review 56, 31–48); p by permuting the
// order. Missing values are passed over. ok is false below 4 values or without spread.
func ChangeOf(values []float64, confidence float64, replicates int, seed uint32) (c Change, ok bool) {
	m := MomentsOf(values, nil)
	if m.N < 4 || !(m.SS > 0) {
		return c, false
	}
	place, x := []int{}, []float64{}
	for i, v := range values {
		if v == v {
			place, x = append(place, i), append(x, v-m.Mean)
		}
	}
	n, gain, tiny := float64(m.N), make([]float64, m.N), 0x1p-52*m.SS
	at, between := bestSplit(x, gain)
	rest := max(m.SS-between, tiny)
	bound := -2 * math.Log(1-math.Sqrt(confidence))
	first, last := at, at
	for k := 1; k < m.N; k++ {
		if n*math.Log(max(m.SS-gain[k], tiny)/rest) <= bound {
			first, last = min(first, k), max(last, k)
		}
	}
	c = Change{Index: place[at], First: place[first], Last: place[last]}
	c.Before, c.After = m.Mean+MomentsOf(x[:at], nil).Mean, m.Mean+MomentsOf(x[at:], nil).Mean
	c.Sigma, c.Statistic = math.Sqrt(rest/(n-2)), n*math.Log(m.SS/rest)
	random, hits := NewRandom(seed), 0
	for range replicates {
		shuffle(x, random)
		if _, found := bestSplit(x, nil); found >= between*(1-1e-12) {
			hits++
		}
	}
	c.P = float64(1+hits) / float64(1+replicates)
	return c, true
}

func shuffle[T any](items []T, random *Random) {
	for i := len(items) - 1; i > 0; i-- {
		j := random.IntN(i + 1)
		items[i], items[j] = items[j], items[i]
	}
}

package spc

import (
	"math"
	"slices"
)

// BenjaminiHochberg gives p-values adjusted for the false discovery rate: min over j ≥ i of p₍ⱼ₎·m/j, at most 1 (Benjamini &
// Hochberg 1995, JRSS B 57, 289–300). NaN stays NaN and is not counted.
func BenjaminiHochberg(p []float64) []float64 {
	order := []int{}
	for i, x := range p {
		if x == x {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return compare(p[b], p[a]) })
	q, m, least := blanks(len(p)), float64(len(order)), 1.0
	for from, i := range order {
		least = min(least, p[i]*m/(m-float64(from)))
		q[i] = least
	}
	return q
}

func compare(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// ChiSquare is Pearson's test of independence; SmallestExpected below 5 makes the approximation poor.
type ChiSquare struct {
	Chi2, P, SmallestExpected float64
	DF                        int
}

// ChiSquareOf reads a table of counts (rows of equal length). ok is false where a margin leaves no freedom.
func ChiSquareOf(table [][]float64) (t ChiSquare, ok bool) {
	if len(table) == 0 {
		return t, false
	}
	rows, columns, total := make([]float64, len(table)), make([]float64, len(table[0])), 0.0
	for i, row := range table {
		for j, count := range row {
			rows[i] += count
			columns[j] += count
			total += count
		}
	}
	filled := func(margin []float64) (n int) {
		for _, x := range margin {
			if x > 0 {
				n++
			}
		}
		return n
	}
	r, c := filled(rows), filled(columns)
	if r < 2 || c < 2 {
		return t, false
	}
	t.SmallestExpected, t.DF = math.Inf(1), (r-1)*(c-1)
	for i, row := range table {
		for j, count := range row {
			if expected := rows[i] * columns[j] / total; expected > 0 {
				t.Chi2 += (count - expected) * (count - expected) / expected
				t.SmallestExpected = min(t.SmallestExpected, expected)
			}
		}
	}
	t.P = ChiSquareCDF(t.Chi2, float64(t.DF), true)
	return t, true
}

// Grubbs is the test for one outlier.
type Grubbs struct {
	N, Index       int
	G, Critical, P float64
	Outlier        bool
}

// GrubbsOf is two-sided: G = max|x − x̄|/s against (n − 1)/√n·√(t²/(n − 2 + t²)), t at α/(2n), n − 2 degrees of freedom (Grubbs 1969,
// Technometrics 11, 1–21; NIST e-Handbook 1.3.5.17.1). ok is false below 3 values or without spread.
func GrubbsOf(values []float64, alpha float64) (g Grubbs, ok bool) {
	m := MomentsOf(values, nil)
	if m.N < 3 || !(m.SS > 0) {
		return g, false
	}
	far, n := -1.0, float64(m.N)
	for i, x := range values {
		if d := math.Abs(x - m.Mean); d > far {
			far, g.Index = d, i
		}
	}
	g.N, g.G = m.N, far/m.SD()
	t := TQuantile(1-alpha/(2*n), n-2)
	g.Critical = (n - 1) / math.Sqrt(n) * math.Sqrt(t*t/(n-2+t*t))
	if inverse := n * (n - 2) * g.G * g.G / ((n-1)*(n-1) - n*g.G*g.G); inverse > 0 {
		g.P = min(1, 2*n*TSF(math.Sqrt(inverse), n-2))
	}
	g.Outlier = g.G > g.Critical
	return g, true
}

// MedianOutliers are places with a modified z-score 0.6745 (x − median)/MAD beyond 3.5 (Iglewicz & Hoaglin, How to Detect and
// Handle Outliers, 1993, p. 11). Scores are NaN where missing.
type MedianOutliers struct {
	Median, MAD float64
	Scores      []float64
	Outliers    []int
}

// MedianOutliersOf is false when empty. Where more than half of the values agree every other value is an outlier.
func MedianOutliersOf(values []float64) (m MedianOutliers, ok bool) {
	present := presentValues(values, nil)
	if len(present) == 0 {
		return m, false
	}
	m.Median = medianInPlace(present)
	for i, x := range present {
		present[i] = math.Abs(x - m.Median)
	}
	m.MAD, m.Scores, m.Outliers = medianInPlace(present), make([]float64, len(values)), []int{}
	for i, x := range values {
		if x != m.Median {
			m.Scores[i] = 0.6745 * (x - m.Median) / m.MAD
		}
		if math.Abs(m.Scores[i]) > 3.5 {
			m.Outliers = append(m.Outliers, i)
		}
	}
	return m, true
}

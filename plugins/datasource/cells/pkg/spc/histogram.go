package spc

import "math"

// Histogram has bins [From + k·Width, From + (k + 1)·Width), the last one closed.
type Histogram struct {
	From, Width float64
	Counts      []int
}

const (
	mostBins = 1000
	// binSlack is the share of a bin by which rounding may have moved a value below the edge that it lies on.
	binSlack = 1e-9
)

// HistogramOf takes bins of width 2·IQR·n^(−1/3) (Freedman & Diaconis 1981, Z. Wahrscheinlichkeitstheorie 57, 453–476), Scott's
// 3.49·s·n^(−1/3) where the IQR is 0; not narrower than resolution (a whole multiple of it), else rounding makes combs. ok is
// false when empty.
func HistogramOf(sorted []float64, resolution float64) (h Histogram, ok bool) {
	n := len(sorted)
	if n == 0 {
		return h, false
	}
	low, high := sorted[0], sorted[n-1]
	if low == high {
		return Histogram{low - 0.5, 1, []int{n}}, true
	}
	wide := 2 * (Quantile(sorted, 0.75, 7) - Quantile(sorted, 0.25, 7))
	if !(wide > 0) {
		wide = 3.49 * MomentsOf(sorted, nil).SD()
	}
	from, width := low, max(wide/math.Cbrt(float64(n)), (high-low)/mostBins)
	if resolution > 0 {
		// Half a bin goes up, here and in TypeScript.
		from, width = low-resolution/2, max(1, math.Floor(width/resolution+0.5))*resolution
	}
	count := max(1, int(math.Ceil((high-from)/width-binSlack)))
	h = Histogram{from, width, make([]int, count)}
	for _, x := range sorted {
		h.Counts[min(count-1, int((x-from)/width+binSlack))]++
	}
	return h, true
}

package spc

import "math"

// Histogram has bins [From + k·Width, From + (k + 1)·Width), the last one closed.
type Histogram struct {
	From, Width float64
	Counts      []int
}

const mostBins = 1000

// HistogramOf takes bins of width 2·IQR·n^(−1/3) (Freedman & Diaconis 1981, Z. Wahrscheinlichkeitstheorie 57, 453–476), Scott's
// 3.49·s·n^(−1/3) where the IQR is 0. ok is false when empty.
func HistogramOf(sorted []float64) (h Histogram, ok bool) {
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
	width := max(wide*math.Pow(float64(n), -1.0/3), (high-low)/mostBins)
	h = Histogram{low, width, make([]int, max(1, int(math.Ceil((high-low)/width))))}
	for _, x := range sorted {
		h.Counts[min(len(h.Counts)-1, int((x-low)/width))]++
	}
	return h, true
}

package spc

import (
	"fmt"
	"math"
	"slices"
)

// Sorted are the present values in ascending order, in a new slice.
func Sorted(values []float64) []float64 {
	kept := presentValues(values, nil)
	slices.Sort(kept)
	return kept
}

// Quantile is quantile p of sorted values (Hyndman & Fan 1996, American Statistician 50, 361–365): style 6 at (n + 1)p (Minitab,
// JMP), 7 at (n − 1)p + 1 (R, Excel), 8 at (n + ⅓)p + ⅓ (median-unbiased). NaN when empty or p outside [0, 1].
func Quantile(sorted []float64, p float64, style int) float64 {
	if len(sorted) == 0 || !(p >= 0 && p <= 1) {
		return math.NaN()
	}
	n := float64(len(sorted))
	place := (n-1)*p + 1
	switch style {
	case 6:
		place = (n + 1) * p
	case 8:
		place = (n+1.0/3)*p + 1.0/3
	}
	// Rounding must not turn a whole place into the one below it.
	whole := math.Floor(place + slack*n)
	part := max(0, place-whole)
	at := func(k float64) float64 { return sorted[int(min(n, max(1, k)))-1] }
	low, high := at(whole), at(whole+1)
	if part == 0 {
		return low
	}
	return low + part*(high-low)
}

// PercentileCapability stands on the 0.135 %, 50 % and 99.865 % quantiles; NaN where an index cannot be given.
type PercentileCapability struct {
	Low, Median, High, Pp, Ppk float64
	Warnings                   []string
}

const (
	percentileTail   = 0.0013498980316300933
	percentileFewest = 1000
	percentileEnough = 3000
)

func fromQuantiles(low, median, high float64, spec Spec) PercentileCapability {
	lsl, usl := spec.bounds()
	c := PercentileCapability{Low: low, Median: median, High: high, Pp: math.NaN()}
	finite := func(x float64) float64 {
		if math.IsInf(x, 0) {
			return math.NaN()
		}
		return x
	}
	if high > low {
		c.Pp = (usl - lsl) / (high - low)
	}
	c.Ppk = lesser(finite((median-lsl)/(median-low)), finite((usl-median)/(high-median)))
	return c
}

// PercentileCapabilityOf is Pp = (USL − LSL)/(x₉₉.₈₆₅ − x₀.₁₃₅), Ppk from the median to the nearer spec side over its own half
// (ISO 22514-2:2017, method M2,1; Clements 1989) with the sample's own quantiles. ok is false below n = 1 000, where the outer
// quantiles are the extremes themselves; warned below 3 000.
func PercentileCapabilityOf(sorted []float64, spec Spec, style int) (c PercentileCapability, ok bool) {
	if len(sorted) < percentileFewest {
		return c, false
	}
	at := func(p float64) float64 { return Quantile(sorted, p, style) }
	c = fromQuantiles(at(percentileTail), at(0.5), at(1-percentileTail), spec)
	if len(sorted) < percentileEnough {
		c.Warnings = append(c.Warnings, fmt.Sprintf("n = %d: below %d the 0.135 %% quantiles stand on a handful of values",
			len(sorted), percentileEnough))
	}
	return c, true
}

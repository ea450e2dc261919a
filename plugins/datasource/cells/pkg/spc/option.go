package spc

// Options of a chart. Take a chart's Defaults and change what differs: the zero value is not meaningful. Widths and limits are
// in σ of the plotted statistic; NaN where a number is not stated.
type Options struct {
	// Sigma is the estimator of σ within; the chart's own where empty.
	Sigma string
	Width float64
	// Span is the number of points in a moving range or average.
	Span int
	// Probability asks for the tails 1 − Φ(Width) of the distribution in place of mean ± Width·σ (dispersion, g and t charts; exact counts of p, np, c and u).
	Probability bool
	// Between adds the variance between subgroups to the limits of X̄ charts.
	Between bool
	// Lambda is the weight of a new point in an EWMA, 0 < λ ≤ 1.
	Lambda float64
	// K and H are the CUSUM's reference value and decision interval, HeadStart its start as part of H.
	K, H, HeadStart float64
	// Target is a centre to be held instead of the estimated one.
	Target float64
	// Alpha is the probability of a false signal a point (T²), Limit a limit given in its place.
	Alpha, Limit float64
	// Steady asks for asymptotic limits of memory charts, Standardised for a CUSUM in σ.
	Steady, Standardised bool
	// Shewhart is the limit beside an EWMA, MinN the fewest values of a stream that a window is judged on.
	Shewhart float64
	MinN     int
	// Underdispersion keeps Laney's σz below 1, which narrows the limits; else it is taken as 1.
	Underdispersion bool
	// ConstantSigma takes one σ for all products of a short run; Successive the covariance of successive differences.
	ConstantSigma, Successive bool
}

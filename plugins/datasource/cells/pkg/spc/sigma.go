package spc

import "math"

// Estimate is an estimate of σ of single values (0 when all agree). DF are the degrees of freedom of a χ² with the same
// relative spread, Average is the dispersion averaged (R̄, S̄, MR̄, pooled s), Count how many of them.
type Estimate struct {
	Method    string
	Sigma, DF float64
	Average   float64
	Count     int
}

// SigmaMethod is a way to estimate σ.
type SigmaMethod struct {
	ID, Title string
	estimate  func(d Data, span int) Estimate
}

// SigmaMethods are all estimators: sources and choices are those of the TypeScript statistics, which the same corpus binds.
var SigmaMethods = []SigmaMethod{
	{"r-bar", "R̄/d₂", rBar},
	{"s-bar", "S̄/c₄", sBar},
	{"pooled", "pooled s", pooled},
	{"r-bar-plain", "R̄/d₂, not weighted", rBarPlain},
	{"s-bar-plain", "S̄/c₄, not weighted", sBarPlain},
	{"pooled-plain", "pooled s, not divided by c₄", pooledPlain},
	{"mr-bar", "MR̄/d₂", mrBar},
	{"median-mr", "median MR/d₄", medianMR},
	{"overall", "overall s", overall},
}

// EstimateSigma estimates σ by a method of the registry, moving ranges over span points; ok is false for too little data or
// an unknown method.
func EstimateSigma(method string, d Data, span int) (e Estimate, ok bool) {
	for _, m := range SigmaMethods {
		if m.ID == method {
			e = m.estimate(d, span)
			e.Method = method
			return e, e.Count > 0
		}
	}
	return e, false
}

// defaultSigma is R̄/d₂ for subgroups to 8, S̄/c₄ above, MR̄/d₂ for individuals.
func defaultSigma(d Data) string {
	switch {
	case d.Starts == nil:
		return "mr-bar"
	case float64(len(d.Values))/float64(max(1, len(d.Starts))) > 8:
		return "s-bar"
	}
	return "r-bar"
}

// Of |Z₂ − Z₁|, in σ²: variance 2 − 4/π, covariance of neighbours (4/π)(√¾ + asin(½)/2 − 1).
var (
	rangeVariance   = 2 - 4/math.Pi
	rangeCovariance = 4 / math.Pi * (math.Sqrt(0.75) + 0.5*math.Asin(0.5) - 1)
)

// mrBar is MR̄/d₂(span), exact d₂(2) = 2/√π and not 1.128 (Montgomery, eq. 6.33; NIST e-Handbook 6.3.2.2). Degrees of freedom
// from the variance of the mean of overlapping ranges of two (Cryer & Ryan 1990, J. Quality Technology 22, 187–192); for
// longer spans only the ranges that do not overlap are counted.
func mrBar(d Data, span int) (e Estimate) {
	breaks := d.valueBreaks()
	ranges := movingRanges(d.Values, breaks, d.valueMask(), span)
	sum, neighbours := 0.0, 0.0
	for i, r := range ranges {
		if r != r {
			continue
		}
		sum += r
		e.Count++
		if i > 0 && ranges[i-1] == ranges[i-1] && !flag(breaks, i) {
			neighbours++
		}
	}
	if e.Count == 0 {
		return e
	}
	d2, d3 := D2D3(span)
	count := float64(e.Count)
	e.Average = sum / count
	cv2 := d3 * d3 / (d2 * d2 * math.Max(1, math.Ceil(count/float64(span))))
	if span == 2 {
		cv2 = (count*rangeVariance + 2*neighbours*rangeCovariance) / (count * count * d2 * d2)
	}
	e.Sigma, e.DF = e.Average/d2, equivalentDF(cv2)
	return e
}

// medianCV2 is n · cv² of the median of moving ranges of two: (¼ + 2 cov) / (m f(m))², with the covariance of neighbouring
// indicators |d| < m from the bivariate normal at ρ = −½ (numerical integration) and f the density at the median m.
const medianCV2 = 1.649982656798436

// medianMR is median(MR)/d₄, d₄ the median of the range of span standard normal values; hardly moved by a few outliers
// (Wheeler, Understanding Statistical Process Control, 3rd ed.).
func medianMR(d Data, span int) (e Estimate) {
	ranges := presentValues(movingRanges(d.Values, d.valueBreaks(), d.valueMask(), span), nil)
	if len(ranges) == 0 {
		return e
	}
	e.Count, e.Average = len(ranges), medianInPlace(ranges)
	e.DF = equivalentDF(medianCV2 * float64(span-1) / float64(e.Count))
	e.Sigma = e.Average / RangeQuantile(0.5, span)
	return e
}

// overall is the sample standard deviation of all values together, the σ of Pp and Ppk.
func overall(d Data, _ int) (e Estimate) {
	m := MomentsOf(d.Values, d.valueMask())
	if m.N < 2 {
		return e
	}
	return Estimate{Sigma: m.SD(), DF: float64(m.N - 1), Average: m.SD(), Count: m.N}
}

// equivalentDF is ν for which s has the squared coefficient of variation cv2: (1 − c₄²)/c₄² at n = ν + 1 (Patnaik 1950,
// Biometrika 37, 78–87). +Inf for cv2 = 0.
func equivalentDF(cv2 float64) float64 {
	if !(cv2 > 0) {
		return math.Inf(1)
	}
	at := func(df float64) float64 {
		c := C4(df + 1)
		return 1/(c*c) - 1
	}
	if cv2 >= at(1) {
		return 1
	}
	low, high := 1.0, 1/cv2+10
	for step := 0; step < 100 && high-low > 1e-12*high; step++ {
		middle := 0.5 * (low + high)
		if at(middle) > cv2 {
			low = middle
		} else {
			high = middle
		}
	}
	return 0.5 * (low + high)
}

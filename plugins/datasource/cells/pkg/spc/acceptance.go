package spc

import "math"

// Acceptance are spec limits drawn in by a guard band (NaN where the spec has none), and P(outside spec and accepted), P(inside
// spec and rejected) of a stated process, NaN without one.
type Acceptance struct {
	Lower, Upper, ConsumerRisk, ProducerRisk float64
}

// AcceptanceOf takes a guard band of factor·U, U the expanded uncertainty (k = 2) of a measurement: factor 1 proves conformity
// (ISO 14253-1:2017), 0 is simple acceptance. Global risks for a normal process by integration (JCGM 106:2012, eq. 17 and 19,
// measurement error normal with u = U/2); no risks where sigma is not above 0.
func AcceptanceOf(spec Spec, uncertainty, factor, mean, sigma float64) Acceptance {
	lsl, usl := spec.bounds()
	band, nan := factor*uncertainty, math.NaN()
	a := Acceptance{lsl + band, usl - band, nan, nan}
	if !(sigma > 0) || !(uncertainty > 0) {
		return a
	}
	u := uncertainty / 2
	accepted := func(y float64) float64 {
		p := 1.0
		if a.Upper == a.Upper {
			p = NormalCDF((a.Upper - y) / u)
		}
		if a.Lower == a.Lower {
			p -= NormalCDF((a.Lower - y) / u)
		}
		return math.Max(0, p)
	}
	nodes, weights := gaussLegendre(20)
	// P(true value in [from, to] and outcome), in panels fine against both σ and u.
	joint := func(from, to float64, outcome func(y float64) float64) float64 {
		low, high := max(from, mean-10*sigma), min(to, mean+10*sigma)
		if !(high > low) {
			return 0
		}
		panels := min(5000, int(math.Ceil((high-low)/min(sigma, u))))
		half, sum := (high-low)/float64(panels)/2, 0.0
		for k := range panels {
			for i, x := range nodes {
				y := low + half*(float64(2*k+1)+x)
				sum += half * weights[i] / sigma * NormalPDF((y-mean)/sigma) * outcome(y)
			}
		}
		return sum
	}
	low, high := math.Inf(-1), math.Inf(1)
	if spec.LSL != nil {
		low = lsl
	}
	if spec.USL != nil {
		high = usl
	}
	a.ConsumerRisk = joint(math.Inf(-1), low, accepted) + joint(high, math.Inf(1), accepted)
	a.ProducerRisk = joint(low, high, func(y float64) float64 { return 1 - accepted(y) })
	return a
}

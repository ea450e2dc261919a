package spc

import "math"

// Acceptance are spec limits drawn in by a guard band (NaN where the spec has none), and P(outside spec and accepted), P(inside
// spec and rejected) of a stated process, NaN without one.
type Acceptance struct {
	Lower, Upper, ConsumerRisk, ProducerRisk float64
	Warnings                                 []string
}

// acceptanceReach: beyond so many u from a limit a measurement is accepted or rejected for sure, to 1e-16.
const acceptanceReach = 9

// AcceptanceOf takes a guard band of factor·U, U the expanded uncertainty (k = 2) of a measurement: factor 1 proves conformity
// (ISO 14253-1:2017), 0 is simple acceptance. Global risks for a normal process by integration (JCGM 106:2012, eq. 17 and 19,
// measurement error normal with u = U/2). A process with σ 0 is its mean; without uncertainty nothing is accepted or rejected
// wrongly; no risks where sigma is NaN.
func AcceptanceOf(spec Spec, uncertainty, factor, mean, sigma float64) Acceptance {
	lsl, usl := spec.bounds()
	band, nan := factor*uncertainty, math.NaN()
	a := Acceptance{Lower: lsl + band, Upper: usl - band, ConsumerRisk: nan, ProducerRisk: nan}
	if a.Lower > a.Upper {
		a.Warnings = append(a.Warnings, "the guard bands are wider than the tolerance: no result can be accepted")
	}
	if sigma != sigma {
		return a
	}
	if !(uncertainty > 0) {
		a.ConsumerRisk, a.ProducerRisk = 0, 0
		return a
	}
	u, low, high := uncertainty/2, math.Inf(-1), math.Inf(1)
	if spec.LSL != nil {
		low = lsl
	}
	if spec.USL != nil {
		high = usl
	}
	if !(sigma > 0) {
		a.ConsumerRisk, a.ProducerRisk = a.accepted(mean, u), 0
		if mean >= low && mean <= high {
			a.ConsumerRisk, a.ProducerRisk = 0, a.rejected(mean, u)
		}
		return a
	}
	nodes, weights := gaussLegendre(20)
	// P(true value in [from, to] and outcome), in panels fine against both σ and u.
	joint := func(from, to float64, outcome func(y, u float64) float64) float64 {
		low, high := max(from, mean-10*sigma), min(to, mean+10*sigma)
		if !(high > low) {
			return 0
		}
		panels := int(math.Ceil((high - low) / min(sigma, u)))
		half, sum := (high-low)/float64(panels)/2, 0.0
		for k := range panels {
			for i, x := range nodes {
				y := low + half*(float64(2*k+1)+x)
				sum += half * weights[i] / sigma * NormalPDF((y-mean)/sigma) * outcome(y, u)
			}
		}
		return sum
	}
	// The guard band is at most 2u wide: farther from a spec limit than near nothing is in doubt.
	near := (acceptanceReach + 2) * u
	a.ConsumerRisk = joint(low-near, low, a.accepted) + joint(high, high+near, a.accepted)
	if low+near >= high-near {
		a.ProducerRisk = joint(low, high, a.rejected)
	} else {
		a.ProducerRisk = joint(low, low+near, a.rejected) + joint(high-near, high, a.rejected)
	}
	return a
}

// accepted is P(accepted) of a true value y measured with u.
func (a Acceptance) accepted(y, u float64) float64 {
	p := 1.0
	if a.Upper == a.Upper {
		p = NormalCDF((a.Upper - y) / u)
	}
	if a.Lower == a.Lower {
		p -= NormalCDF((a.Lower - y) / u)
	}
	return max(0, p)
}

// rejected is P(rejected), with its own digits.
func (a Acceptance) rejected(y, u float64) (p float64) {
	if a.Upper == a.Upper {
		p = NormalSF((a.Upper - y) / u)
	}
	if a.Lower == a.Lower {
		p += NormalSF((y - a.Lower) / u)
	}
	return min(1, p)
}

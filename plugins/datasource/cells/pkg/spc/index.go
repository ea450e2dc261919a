package spc

import "math"

// Indices of capability; NaN where a needed spec limit or spread is missing.
type Indices struct {
	Cp, Cpl, Cpu, Cpk, Pp, Ppl, Ppu, Ppk, Cpm float64
}

// target that Cpm is about: the stated one, else the middle of the spec limits, else none (NaN).
func (s Spec) target() float64 {
	switch {
	case s.Target != nil:
		return *s.Target
	case s.LSL != nil && s.USL != nil:
		return (*s.LSL + *s.USL) / 2
	}
	return math.NaN()
}

// bounds are the spec limits as numbers, NaN where not stated.
func (s Spec) bounds() (lsl, usl float64) {
	lsl, usl = math.NaN(), math.NaN()
	if s.LSL != nil {
		lsl = *s.LSL
	}
	if s.USL != nil {
		usl = *s.USL
	}
	return lsl, usl
}

// lesser is the smaller of two numbers, or the only one.
func lesser(a, b float64) float64 {
	if a != a {
		return b
	}
	if b != b {
		return a
	}
	return min(a, b)
}

// IndicesOf is Cp = (USL − LSL)/6σ, Cpl = (x̄ − LSL)/3σ, Cpu = (USL − x̄)/3σ, Cpk the smaller (or only) one; P… with σ overall
// (NIST e-Handbook 7.1.6). within is NaN where it is not known; Cpm is left to cpmOf.
func IndicesOf(mean, within, overall float64, spec Spec) Indices {
	lsl, usl := spec.bounds()
	side := func(distance, sigma float64) float64 {
		if !(sigma > 0) {
			return math.NaN()
		}
		return distance / (3 * sigma)
	}
	half, below, above := (usl-lsl)/2, mean-lsl, usl-mean
	out := Indices{
		Cp: side(half, within), Cpl: side(below, within), Cpu: side(above, within),
		Pp: side(half, overall), Ppl: side(below, overall), Ppu: side(above, overall),
		Cpm: math.NaN(),
	}
	out.Cpk, out.Ppk = lesser(out.Cpl, out.Cpu), lesser(out.Ppl, out.Ppu)
	return out
}

// named are the indices that have intervals.
func (i Indices) named() [5]float64 { return [5]float64{i.Cp, i.Cpk, i.Pp, i.Ppk, i.Cpm} }

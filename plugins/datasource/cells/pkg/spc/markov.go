package spc

import "math"

// mostSteps ends the sum of a chain that will not settle.
const mostSteps = 200_000

// arl is the mean run length of the automaton's rules for independent normal points: exact up to rounding. The points lie at
// (shift + scale·Z) σ from the centre, so that limits estimated with an error are covered as well.
func (a automaton) arl(shift, scale float64) float64 {
	probability := a.zoneProbabilities(shift, scale)
	now, then := make([]float64, a.states), make([]float64, a.states)
	now[0] = 1
	return sumSurvival(func() float64 {
		clear(then)
		zones := len(probability)
		for state, mass := range now {
			if mass <= 0 {
				continue
			}
			for zone, to := range a.next[state*zones : (state+1)*zones] {
				if to >= 0 {
					then[to] += mass * probability[zone]
				}
			}
		}
		now, then = then, now
		left := 0.0
		for _, mass := range now {
			left += mass
		}
		return left
	})
}

func (a automaton) zoneProbabilities(shift, scale float64) []float64 {
	zones := len(a.borders) + 1
	out := make([]float64, zones)
	for zone := range out {
		low, high := math.Inf(-1), math.Inf(1)
		if zone > 0 {
			low = (a.borders[zone-1] - shift) / scale
		}
		if zone+1 < zones {
			high = (a.borders[zone] - shift) / scale
		}
		// Differences in the tail that keeps digits.
		if low > 0 {
			out[zone] = NormalSF(low) - NormalSF(high)
		} else {
			out[zone] = NormalCDF(high) - NormalCDF(low)
		}
	}
	return out
}

// sumSurvival is Σ P(N > t) of an absorbing chain; once its decay is geometric the rest of the sum is closed.
func sumSurvival(advance func() float64) float64 {
	survival, arl, ratio, calm := 1.0, 1.0, 0.0, 0
	for t := 1; t <= mostSteps; t++ {
		next, decay := advance(), 0.0
		if survival > 0 {
			decay = next / survival
		}
		if math.Abs(decay-ratio) < 1e-15 {
			calm++
		} else {
			calm = 0
		}
		ratio, survival = decay, next
		arl += survival
		if survival < 1e-300 {
			break
		}
		if calm >= 5 && t > 40 {
			if ratio < 1 {
				arl += survival * ratio / (1 - ratio)
			}
			break
		}
	}
	return arl
}

package spc

import "math"

// mostSteps ends the sum of a chain that will not settle.
const mostSteps = 200_000

// arl is the mean run length of the automaton's rules for independent normal points: exact up to rounding. The points lie at
// (shift + scale·Z) σ from the centre, so that limits estimated with an error are covered as well. Sums P(N > t) until the
// share of the surviving that signal is the same at every step; then the rest of the sum is geometric.
func (a automaton) arl(shift, scale float64) float64 {
	probability := a.zoneProbabilities(shift, scale)
	now, then := make([]float64, a.states), make([]float64, a.states)
	now[0] = 1
	survival, arl, hazard, calm := 1.0, 1.0, -1.0, 0
	for t := 1; t <= mostSteps && survival > 1e-300; t++ {
		signals := a.step(now, then, probability)
		now, then = then, now
		before := hazard
		hazard = signals / survival
		if math.Abs(hazard-before) <= 1e-14*hazard {
			calm++
		} else {
			calm = 0
		}
		survival = 0
		for _, mass := range now {
			survival += mass
		}
		arl += survival
		if calm >= 5 && t > 40 {
			return arl + survival*(1-hazard)/hazard
		}
	}
	return arl
}

// step moves the mass of all states to then by one point and gives what signals.
func (a automaton) step(now, then, probability []float64) (signals float64) {
	clear(then)
	zones := len(probability)
	for state, mass := range now {
		if mass <= 0 {
			continue
		}
		for zone, to := range a.next[state*zones : (state+1)*zones] {
			if to >= 0 {
				then[to] += mass * probability[zone]
			} else {
				signals += mass * probability[zone]
			}
		}
	}
	return signals
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

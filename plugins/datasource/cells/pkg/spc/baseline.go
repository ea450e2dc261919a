package spc

import (
	"math"
	"slices"
)

// BaselineEffect is what limits estimated from so many in-control individuals (x̄, MR̄/d₂) are worth.
type BaselineEffect struct {
	// Median, P10 and P90 of the run lengths that such limits really have.
	Median, P10, P90 float64
	// MeanRate is the mean of 1/ARL over the baselines: the share of points that signal; StandardError is that of the mean.
	MeanRate, StandardError float64
	Replicates              int
}

// BaselineEffectOf draws baselines of n points; the run length given each of them is exact (chain). ok is false where the
// rules are not about zones.
func BaselineEffectOf(rules []Rule, n int, limit, shift float64, replicates int, seed uint32) (e BaselineEffect, ok bool) {
	chain, ok := newAutomaton(rules, limit)
	if !ok || n < 2 {
		return e, false
	}
	draw, lengths := NewNormals(seed), make([]float64, replicates)
	rates, squares, count := 0.0, 0.0, float64(replicates)
	for i := range lengths {
		centre, sigma := estimated(draw, n)
		lengths[i] = chain.arl((shift-centre)/sigma, 1/sigma)
		rates += 1 / lengths[i]
		squares += 1 / (lengths[i] * lengths[i])
	}
	slices.Sort(lengths)
	at := func(p float64) float64 { return lengths[int(p*(count-1))] }
	rate := rates / count
	return BaselineEffect{at(0.5), at(0.1), at(0.9), rate, math.Sqrt((squares/count - rate*rate) / (count - 1)), replicates}, true
}

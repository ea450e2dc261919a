package spc

import (
	"math"
	"slices"
)

// BaselineEffect is what limits estimated from so many in-control individuals (x̄, MR̄/d₂) are worth.
type BaselineEffect struct {
	// ARL is the mean of the run lengths that such limits really have, +Inf where there is none; ARLError its standard error.
	ARL, ARLError float64
	// Median, P10 and P90 are of the same run lengths.
	Median, P10, P90 float64
	// MeanRate is the mean of 1/ARL over the baselines: the share of points that signal; StandardError is that of the mean.
	MeanRate, StandardError float64
	Replicates              int
}

// States of the chain and points of the baseline, times baselines, are bounded to some seconds.
const (
	usualBaselines  = 20_000
	mostBaselines   = 1_000_000
	chainWork       = 300_000
	drawWork        = 100_000_000
	fewestBaselines = 100
)

// BaselineReplicates is how many baselines of n points are drawn at most for the rules. ok is false where the rules are not about
// zones.
func BaselineReplicates(rules []Rule, n int, limit float64) (most int, ok bool) {
	chain, ok := newAutomaton(rules, limit)
	if !ok {
		return 0, false
	}
	_, most = baselineReplicates(chain.states, n)
	return most, true
}

// baselineReplicates is how many are drawn where nothing is said, and how many can be asked for.
func baselineReplicates(states, n int) (usual, most int) {
	bearable := max(fewestBaselines, min(chainWork/states, drawWork/n))
	return min(usualBaselines, bearable), min(mostBaselines, 5*bearable)
}

// drawnBaseline has the weight of its draw and the run length of its limits.
type drawnBaseline struct{ length, weight float64 }

// BaselineEffectOf draws baselines of n points; the run length given each of them is exact (chain). Where a few lucky baselines
// rule the mean, half of them are drawn wider and weighed back (see luckyBaselines). replicates is cut to what can be borne; 0
// takes the usual. ok is false where the rules are not about zones.
func BaselineEffectOf(rules []Rule, n int, limit, shift float64, replicates int, seed uint32) (e BaselineEffect, ok bool) {
	chain, ok := newAutomaton(rules, limit)
	if !ok || n < 2 {
		return e, false
	}
	usual, most := baselineReplicates(chain.states, n)
	if replicates = min(replicates, most); replicates == 0 {
		replicates = usual
	}
	l, draw, runs := luckyBaselines(rules, n, limit), NewNormals(seed), make([]drawnBaseline, replicates)
	for i := range runs {
		wide := l.spread
		if 2*i < replicates {
			wide = 1
		}
		centre, sigma, squares := estimated(draw, n, wide)
		runs[i] = drawnBaseline{chain.arl((shift-centre)/sigma, 1/sigma), l.weight(squares)}
	}
	e.Replicates = replicates
	e.ARL, e.ARLError = meanOfBaselines(runs, func(length float64) float64 { return length })
	e.MeanRate, e.StandardError = meanOfBaselines(runs, func(length float64) float64 { return 1 / length })
	if l.infinite {
		e.ARL, e.ARLError = math.Inf(1), math.NaN()
	}
	slices.SortStableFunc(runs, func(a, b drawnBaseline) int { return compare(a.length, b.length) })
	total := 0.0
	for _, run := range runs {
		total += run.weight
	}
	at := func(p float64) float64 {
		below := 0.0
		for _, run := range runs {
			if below += run.weight; below >= p*total {
				return run.length
			}
		}
		return runs[len(runs)-1].length
	}
	e.Median, e.P10, e.P90 = at(0.5), at(0.1), at(0.9)
	return e, true
}

func meanOfBaselines(runs []drawnBaseline, of func(length float64) float64) (mean, err float64) {
	count, ss := float64(len(runs)), 0.0
	for _, run := range runs {
		mean += run.weight * of(run.length)
	}
	mean /= count
	for _, run := range runs {
		away := run.weight*of(run.length) - mean
		ss += away * away
	}
	return mean, math.Sqrt(ss / (count - 1) / count)
}

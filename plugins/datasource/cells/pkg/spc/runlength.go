package spc

import "math"

// RunLength is the mean number of points to the first signal.
type RunLength struct {
	ARL float64
	// Method is markov-chain, integral-equation or simulation.
	Method string
	// StandardError is that of a simulation, NaN where the figure is exact.
	StandardError float64
	// Cut are simulated runs that were cut at LongestRun; where there are any ARL is a lower bound.
	Cut int
	// Effect says how the run length varies from baseline to baseline; nil without one.
	Effect *BaselineEffect
}

// RunLengthOf is the mean run length (in control, or at a shift) of any set of rules, EWMA and CUSUM together, for independent
// normal points: exactly where a chain or an integral equation exists, else by seeded simulation with its standard error. With a
// baseline the figure is 1/(mean share of signalling points) over baselines (for rules on zones), because the mean of the run
// lengths themselves is ruled by the few luckiest baselines.
func RunLengthOf(m Monitoring) RunLength {
	if m.Baseline == 0 {
		if found, ok := m.exact(); ok {
			return found
		}
	} else if m.EWMA == nil && m.CUSUM == nil {
		replicates := 2000
		if m.Replicates > 0 {
			replicates = min(m.Replicates, 100_000)
		}
		if e, ok := BaselineEffectOf(m.Rules, m.Baseline, m.Limit, m.Shift, replicates, m.Seed); ok {
			arl := 1 / e.MeanRate
			return RunLength{ARL: arl, Method: "simulation", StandardError: e.StandardError * arl * arl, Effect: &e}
		}
	}
	replicates := 20_000
	if m.Replicates > 0 {
		replicates = m.Replicates
	}
	arl, standardError, cut := m.simulate(replicates)
	return RunLength{ARL: arl, Method: "simulation", StandardError: standardError, Cut: cut}
}

// exact is the figure of rules on zones alone, EWMA alone or with limits, CUSUM alone; else ok is false.
func (m Monitoring) exact() (found RunLength, ok bool) {
	done := func(arl float64, method string) (RunLength, bool) {
		return RunLength{ARL: arl, Method: method, StandardError: math.NaN()}, true
	}
	beyondOnly := true
	for _, r := range m.Rules {
		beyondOnly = beyondOnly && r.Test.Shape == BeyondLimits
	}
	switch {
	case m.EWMA == nil && m.CUSUM == nil:
		if chain, ok := newAutomaton(m.Rules, m.Limit); ok {
			return done(chain.arl(m.Shift, 1), "markov-chain")
		}
	case m.EWMA == nil && len(m.Rules) == 0:
		if arl, ok := CUSUMARL(m.CUSUM.K, m.CUSUM.H, m.Shift, m.CUSUM.HeadStart); ok {
			return done(arl, "integral-equation")
		}
	case m.CUSUM == nil && len(m.Rules) == 0:
		return done(EWMAARL(m.EWMA.Lambda, m.EWMA.Width, m.Shift), "integral-equation")
	case m.CUSUM == nil && beyondOnly:
		return done(EWMAShewhartARL(m.EWMA.Lambda, m.EWMA.Width, m.Limit, m.Shift), "integral-equation")
	}
	return found, false
}

package spc

import "math"

// RunLength is the mean number of points to the first signal.
type RunLength struct {
	ARL float64
	// Rate is the share of points that signal: 1/ARL, with a baseline the mean over baselines.
	Rate float64
	// Method is markov-chain, integral-equation or simulation.
	Method string
	// StandardError is that of a simulation, NaN where the figure is exact.
	StandardError float64
	// Replicates are the runs, or baselines, that were simulated; 0 where the figure is exact.
	Replicates int
	// Cut are simulated runs that were cut at LongestRun; where there are any ARL is a lower bound.
	Cut int
	// Effect says how the run length varies from baseline to baseline; nil without one.
	Effect *BaselineEffect
}

// RunLengthOf is the mean run length (in control, or at a shift) of any set of rules, EWMA and CUSUM together, for independent
// normal points: exactly where a chain or an integral equation exists, else by seeded simulation with its standard error. With a
// baseline the limits come from so many points, new ones each time, and the mean is over them as well; for rules on zones each
// baseline's own run length is exact.
func RunLengthOf(m Monitoring) RunLength {
	if m.Baseline == 0 {
		if found, ok := m.exact(); ok {
			return found
		}
	} else if m.EWMA == nil && m.CUSUM == nil {
		if e, ok := BaselineEffectOf(m.Rules, m.Baseline, m.Limit, m.Shift, m.Replicates, m.Seed); ok {
			return RunLength{ARL: e.ARL, Rate: e.MeanRate, Method: "simulation", StandardError: e.ARLError,
				Replicates: e.Replicates, Effect: &e}
		}
	}
	return m.simulate()
}

// exact is the figure of rules on zones alone, EWMA alone or with limits, CUSUM alone; else ok is false.
func (m Monitoring) exact() (found RunLength, ok bool) {
	done := func(arl float64, method string) (RunLength, bool) {
		return RunLength{ARL: arl, Rate: 1 / arl, Method: method, StandardError: math.NaN()}, true
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

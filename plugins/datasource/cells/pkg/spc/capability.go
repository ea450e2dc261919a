package spc

import (
	"fmt"
	"math"
)

// CapabilityOptions say how σ within and the intervals are made.
type CapabilityOptions struct {
	// Sigma is the estimator; empty takes R̄/d₂ to subgroups of 8, S̄/c₄ above, MR̄/d₂ for individuals. Span is that of moving ranges.
	Sigma string
	Span  int
	// Confidence of the intervals; IntervalDF is "" (of the estimator), minitab or n-1.
	Confidence float64
	IntervalDF string
	// CpmForm is "" (nist) or minitab, see cpmOf.
	CpmForm string
	// Clusters is the lot, roll or tray of each value: intervals then come from resampling whole clusters.
	Clusters   []int
	Replicates int
	Seed       uint32
}

// CapabilityDefaults are the options where nothing is stated.
func CapabilityDefaults() CapabilityOptions {
	return CapabilityOptions{Span: 2, Confidence: 0.95, Replicates: 2000, Seed: 1}
}

// OutOfSpec is parts per million outside the spec limits.
type OutOfSpec struct{ Below, Above, Total float64 }

// Intervals of the indices that have one.
type Intervals struct{ Cp, Cpk, Pp, Ppk, Cpm *Interval }

// Capability of a process; NaN where a figure is not known.
type Capability struct {
	Indices
	N                                                 int
	Mean, SigmaWithin, DFWithin, SigmaOverall, Target float64
	Method                                            string
	Intervals                                         Intervals
	Confidence                                        float64
	// Clusters is 0 where the intervals take every value as independent.
	Clusters int
	// EffectiveN is how many independent values the clustered ones are worth for a mean.
	EffectiveN                  float64
	Observed, Within, Overall   OutOfSpec
	ZBenchWithin, ZBenchOverall float64
	Warnings                    []string
}

// CapabilityOf gives capability and performance of single values (never of subgroup means) against spec limits. Intervals by
// cluster bootstrap where clusters are known, else the formulas for independent normal values. ok is false below two values; N and Mean
// are known even so.
func CapabilityOf(d Data, spec Spec, o CapabilityOptions) (c Capability, ok bool) {
	mask := d.valueMask()
	m := MomentsOf(d.Values, mask)
	if c.N, c.Mean = m.N, m.Mean; m.N < 2 {
		return c, false
	}
	c.SigmaOverall, c.Target = m.SD(), spec.target()
	c.Method, c.Confidence, c.EffectiveN = o.Sigma, o.Confidence, float64(m.N)
	if c.Method == "" {
		c.Method = defaultSigma(d)
	}
	c.SigmaWithin, c.DFWithin = math.NaN(), math.NaN()
	if e, ok := EstimateSigma(c.Method, d, o.Span); ok {
		c.SigmaWithin, c.DFWithin = e.Sigma, intervalDF(o.IntervalDF, e, m.N)
	}
	c.Indices = IndicesOf(c.Mean, c.SigmaWithin, c.SigmaOverall, spec)
	c.Cpm = cpmOf(o.CpmForm, float64(m.N), c.Mean, c.SigmaOverall, spec)
	if m.N < 30 {
		c.Warnings = append(c.Warnings, fmt.Sprintf("only %d values: the intervals are wide", m.N))
	}
	if !(c.SigmaOverall > 0) {
		c.Warnings = append(c.Warnings, "all values are equal: no index can be given")
	}
	if spec.Target != nil && spec.Beyond(*spec.Target) != 0 {
		c.Warnings = append(c.Warnings, "the target lies outside the spec limits")
	}
	if o.Clusters == nil {
		c.Intervals = c.independent()
	} else {
		table := clusterTableOf(d, o.Clusters, c.Method, o.Span)
		c.Clusters, c.EffectiveN = len(table.n), table.effectiveN()
		c.Intervals = table.bootstrap(c.Indices, spec, o)
		if c.Clusters < 3 {
			c.Warnings = append(c.Warnings, "fewer than three clusters: no intervals")
		} else if c.Clusters < 20 {
			c.Warnings = append(c.Warnings, fmt.Sprintf("only %d clusters: below 20 the interval is approximate", c.Clusters))
		}
	}
	c.Observed = observedOutOfSpec(d.Values, mask, spec)
	c.Within, c.Overall = ExpectedOutOfSpec(c.Mean, c.SigmaWithin, spec), ExpectedOutOfSpec(c.Mean, c.SigmaOverall, spec)
	c.ZBenchWithin, c.ZBenchOverall = c.Within.zBench(), c.Overall.zBench()
	return c, true
}

// independent are the intervals for independent normal values.
func (c Capability) independent() Intervals {
	n, df := float64(c.N), float64(c.N-1)
	make := func(index float64, how func() Interval) *Interval {
		if index != index {
			return nil
		}
		found := how()
		return &found
	}
	a := 0.0
	if c.Target == c.Target {
		a = (c.Mean - c.Target) / c.SigmaOverall
	}
	return Intervals{
		Cp:  make(c.Cp, func() Interval { return CpInterval(c.Cp, c.DFWithin, c.Confidence) }),
		Cpk: make(c.Cpk, func() Interval { return CpkInterval(c.Cpk, n, c.DFWithin, c.Confidence) }),
		Pp:  make(c.Pp, func() Interval { return CpInterval(c.Pp, df, c.Confidence) }),
		Ppk: make(c.Ppk, func() Interval { return CpkInterval(c.Ppk, n, df, c.Confidence) }),
		Cpm: make(c.Cpm, func() Interval { return CpmInterval(c.Cpm, n, a*a, c.Confidence) }),
	}
}

// MachineCapability is Cm = (USL − LSL)/6s and Cmk = nearer side/3s of one short run; NaN where a spec limit or spread is
// missing.
type MachineCapability struct {
	N                       int
	Mean, Sigma, Cm, Cmk    float64
	CmInterval, CmkInterval *Interval
}

// MachineCapabilityOf is that of at least 50 consecutive parts (ISO 22514-3:2020; VDA volume 4); ok is false below: a machine
// study that is too short is not a study.
func MachineCapabilityOf(values []float64, spec Spec, confidence float64) (c MachineCapability, ok bool) {
	m := MomentsOf(values, nil)
	if m.N < 50 {
		return c, false
	}
	found := IndicesOf(m.Mean, math.NaN(), m.SD(), spec)
	c = MachineCapability{N: m.N, Mean: m.Mean, Sigma: m.SD(), Cm: (found.Ppl + found.Ppu) / 2, Cmk: found.Ppk}
	if c.Cm == c.Cm {
		interval := CpInterval(c.Cm, float64(m.N-1), confidence)
		c.CmInterval = &interval
	}
	if c.Cmk == c.Cmk {
		interval := CpkInterval(c.Cmk, float64(m.N), float64(m.N-1), confidence)
		c.CmkInterval = &interval
	}
	return c, true
}

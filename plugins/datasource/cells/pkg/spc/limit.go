package spc

import "math"

// Model is what a process does when nothing special happens, as the plan keeps it. A figure that is not stated is nil.
type Model struct {
	// Kind is normal, lognormal …; lines are defined for normal (also the empty kind) only so far.
	Kind                                            string
	Centre, SigmaWithin, SigmaBetween, SigmaPlotted *float64
	// SubgroupN is the number of values behind one plotted point; below 1 it counts as 1.
	SubgroupN int
	// Status is provisional, approved or retired.
	Status string
}

// Lines are control limits of a chart of locations.
type Lines struct {
	Centre, Sigma, LCL, UCL float64
}

// Sigmas is the distance of Shewhart limits from the centre.
const Sigmas = 3

// PlottedSigma is the σ of the plotted statistic: the stated one, or √(σ_between² + σ_within²/n) — not σ_within/√n alone,
// which gives 12 % false alarms at n = 25 with a third of the variance between lots. Nil when neither is known or n < 1.
func (m Model) PlottedSigma(n int) *float64 {
	if m.SigmaPlotted != nil && n == m.n() {
		return m.SigmaPlotted
	}
	if m.SigmaWithin == nil || n < 1 {
		return nil
	}
	between := 0.0
	if m.SigmaBetween != nil {
		between = *m.SigmaBetween
	}
	sigma := math.Sqrt(between*between + *m.SigmaWithin**m.SigmaWithin/float64(n))
	return &sigma
}

// HasLines tells whether lines are known for the kind of the model.
func (m Model) HasLines() bool { return m.Kind == "" || m.Kind == "normal" }

// Lines are centre ± 3 σ of points of n values each; nil when the model states too little, is retired or of a kind that
// has no such lines.
func (m Model) Lines(n int) *Lines {
	sigma := m.PlottedSigma(n)
	if m.Status == "retired" || !m.HasLines() || m.Centre == nil || sigma == nil || !(*sigma > 0) {
		return nil
	}
	return &Lines{Centre: *m.Centre, Sigma: *sigma, LCL: *m.Centre - Sigmas**sigma, UCL: *m.Centre + Sigmas**sigma}
}

func (m Model) n() int { return max(m.SubgroupN, 1) }

// Z is a value's distance from the centre in σ.
func (l Lines) Z(value float64) float64 { return (value - l.Centre) / l.Sigma }

// Out is how far beyond the control limits a point lies, in σ from the centre with its sign; 0 inside. A point on a limit
// is inside.
func (l Lines) Out(value float64) float64 {
	if value > l.UCL || value < l.LCL {
		return l.Z(value)
	}
	return 0
}

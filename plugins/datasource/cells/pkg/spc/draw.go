package spc

import "slices"

// Request is what a chart is drawn from.
type Request struct {
	Data    Data
	Options Options
	// Given limits: nothing is estimated.
	Given *Fit
	// Baseline are the points [From, To) that limits are estimated from; nil takes all (of the stage).
	Baseline *Range
	// Stages are the first points of the stages, ascending, the first 0; each has limits of its own. Not with Given or Baseline.
	Stages []int
	Rules  []Rule
}

// Range are the points [From, To).
type Range struct{ From, To int }

// DrawnPart is a part with the signals of the rules.
type DrawnPart struct {
	Part
	Signals []Signal
}

// Drawn is a chart as it is shown.
type Drawn struct {
	// Fits has one entry a stage, nil where that stage has too little data.
	Fits []*Fit
	// Reasons say why a stage has no fit; "" where it has one.
	Reasons []string
	// Parts is nil where no stage could be estimated.
	Parts []DrawnPart
}

// Draw estimates (or takes) the limits, computes the points stage by stage and evaluates the rules. Values must not be ±Inf.
func (c *Chart) Draw(r Request) Drawn {
	d, count := r.Data, r.Data.Points()
	stages := r.Stages
	if len(stages) == 0 {
		stages = []int{0}
	}
	breaks := make([]bool, count)
	copy(breaks, d.Breaks)
	var out Drawn
	var whole []Part
	for s, from := range stages {
		to := count
		if s+1 < len(stages) {
			to = stages[s+1]
		}
		if from < count {
			breaks[from] = true
		}
		piece := d
		if len(stages) > 1 {
			piece = d.Slice(from, to)
		}
		fit, reason := c.learn(r, piece)
		out.Fits, out.Reasons = append(out.Fits, fit), append(out.Reasons, reason)
		if fit == nil {
			continue
		}
		parts := c.judge(r, piece, *fit)
		if len(stages) == 1 {
			whole = parts
			break
		}
		for _, part := range parts {
			at := slices.IndexFunc(whole, func(known Part) bool { return known.ID == part.ID })
			// A stream may begin in a later stage.
			if at < 0 {
				at, whole = len(whole), append(whole, newPart(part.ID, part.Zones, count))
			}
			whole[at].place(part, from)
		}
	}
	d.Breaks = breaks
	for _, p := range whole {
		out.Parts = append(out.Parts, DrawnPart{p, Evaluate(p, d, r.Rules)})
	}
	return out
}

func (c *Chart) learn(r Request, piece Data) (found *Fit, reason string) {
	if r.Given != nil {
		return r.Given, ""
	}
	if r.Baseline != nil {
		piece = r.Data.Slice(r.Baseline.From, r.Baseline.To)
	}
	if fit, ok := c.Fit(piece, r.Options); ok {
		return &fit, ""
	}
	if c.whyNot != nil {
		reason = c.whyNot(piece, r.Options)
	}
	if reason == "" {
		reason = "too little data for limits"
	}
	return nil, reason
}

// judge gives the parts of a piece; with a baseline the points that limits were estimated from keep their phase I limits.
func (c *Chart) judge(r Request, piece Data, fit Fit) []Part {
	if r.Baseline == nil || fit.Phase != 1 {
		return c.Parts(piece, fit, r.Options)
	}
	first := c.Parts(r.Data.Slice(r.Baseline.From, r.Baseline.To), fit, r.Options)
	fit.Phase = 2
	parts := c.Parts(piece, fit, r.Options)
	for i := range parts {
		parts[i].place(first[i], r.Baseline.From)
	}
	return parts
}

package spc

import (
	"fmt"
	"math"
)

// wantedPoints is below which limits are uncertain.
const wantedPoints = 100

// Warnings are what a quality engineer should know before trusting the limits of a chart.
func (c *Chart) Warnings(d Data, fits []*Fit) []string {
	return append(c.fitWarnings(fits), c.dataWarnings(d, fits)...)
}

func (c *Chart) fitWarnings(fits []*Fit) []string {
	out := []string{}
	for stage, fit := range fits {
		where := ""
		if len(fits) > 1 {
			where = fmt.Sprintf("stage %d: ", stage+1)
		}
		if fit == nil {
			out = append(out, where+"too little data for limits")
			continue
		}
		if fit.Points > 0 && fit.Points < wantedPoints && c.Family != "run" {
			out = append(out, fmt.Sprintf("%slimits from %d points; below %d they are uncertain", where, fit.Points, wantedPoints))
		}
		if c.Input == "values" && fit.SigmaWithin == 0 {
			out = append(out, where+"all moving ranges are 0")
		}
	}
	return out
}

func (c *Chart) dataWarnings(d Data, fits []*Fit) (out []string) {
	if c.Family == "individuals" || c.Family == "subgroups" {
		x := plotted(d)
		if r := LagAutocorrelation(x, 1, d.Breaks, d.Excluded); math.Abs(r) > 0.2 && len(x) >= 20 {
			out = append(out, fmt.Sprintf("lag-1 autocorrelation %.2f: rules and limits assume independent points", r))
		}
	}
	if (c.ID == "xbar-r" || c.ID == "xbar-s") && len(fits) > 0 && fits[0] != nil && fits[0].SigmaBetween == 0 {
		f, ok := ComponentsOf(d)
		if ok && f.Groups >= 20 && FCDF(f.F, float64(f.Groups-1), float64(f.DFWithin), true) < 0.001 {
			out = append(out, fmt.Sprintf("subgroups differ by more than the spread within them explains (ICC %.2f): "+
				"consider I-MR-R/S, or between: true", f.ICC))
		}
	}
	return out
}

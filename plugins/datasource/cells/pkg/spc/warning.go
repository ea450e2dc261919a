package spc

import (
	"fmt"
	"math"
	"strings"
)

// wantedPoints is below which limits are uncertain.
const wantedPoints = 100

// Warnings are what a quality engineer should know before trusting the limits of a chart.
func (c *Chart) Warnings(r Request, drawn Drawn) []string {
	return append(c.fitWarnings(r, drawn), c.dataWarnings(r.Data, drawn.Fits)...)
}

// withoutWidth says why limits that were estimated have no width.
func (c *Chart) withoutWidth(fit *Fit) string {
	if c.Family == "attributes" || c.ID == "g" {
		if fit.Centre == 0 {
			return "every count is 0"
		}
		return "every unit is defective"
	}
	switch fit.Method {
	case "mr-bar":
		return "all moving ranges are 0"
	case "median-mr":
		return "at least half of the moving ranges are 0"
	case "overall":
		return "all values are equal"
	}
	return "no subgroup has any spread"
}

func (c *Chart) fitWarnings(r Request, drawn Drawn) []string {
	out := []string{}
	for stage, fit := range drawn.Fits {
		where := ""
		if len(drawn.Fits) > 1 {
			where = fmt.Sprintf("stage %d: ", stage+1)
		}
		if fit == nil {
			out = append(out, where+drawn.Reasons[stage])
			continue
		}
		if fit.Points > 0 && fit.Points < wantedPoints && c.Family != "run" {
			out = append(out, fmt.Sprintf("%slimits from %d points; below %d they are uncertain", where, fit.Points, wantedPoints))
		}
		if r.Given == nil && fit.SigmaWithin == 0 {
			out = append(out, where+c.withoutWidth(fit))
		}
		if strings.HasPrefix(c.ID, "laney-") && fit.SigmaPlotted < 1 && !r.Options.Underdispersion {
			out = append(out, fmt.Sprintf("%sσ_z %.2f is below 1 and taken as 1: limits are not narrowed", where, fit.SigmaPlotted))
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

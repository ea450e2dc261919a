package problem

import (
	"fmt"
	"math"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
)

// sigmaless families judge without a σ within.
var sigmaless = []string{"attributes", "rare-events", "multivariate", "run"}

// sigmaOf is σ within under its name in problems, or in models.
func sigmaOf(own *fields) float64 {
	sigma, within := own.number("sigma", math.NaN()), own.number("sigmaWithin", math.NaN())
	if sigma == sigma && within == within {
		complain(own.name("sigma"), "give either sigma or sigmaWithin")
	}
	if sigma == sigma {
		return sigma
	}
	return within
}

// givenFit reads a model as an answer has it; centre and σ are enough for most charts. What it judges are new points: phase II.
func givenFit(f *fields, c *spc.Chart, columns int, in *input) *spc.Fit {
	own := f.object("given")
	if own == nil {
		return nil
	}
	if kind := own.text("kind", ""); own.has("kind") && kind != c.ID {
		complain(own.name("kind"), "is a model of %s, not of %q", shown(kind), c.ID)
	}
	nan := math.NaN()
	fit := &spc.Fit{
		Chart:        c.ID,
		SigmaWithin:  sigmaOf(own),
		Centre:       own.number("centre", 0),
		SigmaBetween: own.number("sigmaBetween", 0),
		SigmaPlotted: own.number("sigmaPlotted", nan),
		SubgroupSize: own.number("subgroupSize", nan),
		Points:       own.whole("points", 0),
		N:            own.number("n", 0),
		DF:           own.number("df", nan),
		Method:       own.text("method", ""),
		Means:        own.numbers("means"),
		Covariance:   covarianceOf(own),
		Strata:       readStrata(own, in),
		Phase:        2,
	}
	multivariate := c.Family == "multivariate"
	if multivariate && (fit.Means == nil || !own.has("covariance")) {
		complain(own.name("means"), "is missing")
	}
	if multivariate {
		refuseMisfit(own, fit, columns)
	}
	if !multivariate {
		own.need("centre")
	}
	if (c.Family == "streams" || c.Family == "short-run") && fit.Strata == nil {
		complain(own.name("strata"), "is missing: the limits of each group")
	}
	refuseImpossibleCentre(own.name("centre"), c, fit.Centre)
	if !slices.Contains(sigmaless, c.Family) && fit.SigmaWithin != fit.SigmaWithin {
		complain(own.name("sigma"), "is missing")
	}
	if c.ID == "g" {
		fit.SigmaWithin = math.Sqrt(fit.Centre * (fit.Centre + 1))
	}
	return fit
}

// refuseImpossibleCentre: a share lies in 0 … 1, a mean count is not negative.
func refuseImpossibleCentre(field string, c *spc.Chart, centre float64) {
	switch share := c.ID == "p" || c.ID == "np" || c.ID == "laney-p"; {
	case share && (centre < 0 || centre > 1):
		complain(field, "must be a share, 0 … 1, not %s", label(centre))
	case (c.Family == "attributes" || c.ID == "g") && centre < 0:
		complain(field, "must not be negative, not %s", label(centre))
	}
}

// refuseMisfit: means and covariance must fit the variables of the rows.
func refuseMisfit(own *fields, fit *spc.Fit, columns int) {
	if len(fit.Means) != columns {
		complain(own.name("means"), "must have one number a variable: %d, not %d", columns, len(fit.Means))
	}
	if len(fit.Covariance) != columns*columns {
		complain(own.name("covariance"), "must be %d rows of %d numbers", columns, columns)
	}
	if !spc.PositiveDefinite(fit.Covariance, columns) {
		complain(own.name("covariance"), "must be symmetric and positive definite")
	}
}

// covarianceOf reads rows of numbers, or the numbers of a model row by row.
func covarianceOf(own *fields) (out []float64) {
	list, name := own.list("covariance"), own.name("covariance")
	flat := true
	for _, x := range list {
		_, number := x.(float64)
		flat = flat && number
	}
	if flat {
		return numbersOf(list)
	}
	for i, entry := range list {
		row, ok := entry.([]any)
		if !ok || len(row) != len(list) {
			complain(fmt.Sprintf("%s[%d]", name, i), "must be a list of %d numbers", len(list))
		}
		out = append(out, numbersOf(row)...)
	}
	return out
}

// readLimits completes a request with given limits, a baseline or stages.
func readLimits(f *fields, c *spc.Chart, r *spc.Request, in *input) {
	count := r.Data.Points()
	r.Given = givenFit(f, c, max(1, r.Data.Columns), in)
	baseline := f.object("baseline")
	r.Stages = f.indices("stages", max(1, count))
	if baseline != nil {
		r.Baseline = &spc.Range{From: baseline.whole("from", 0), To: baseline.whole("to", count)}
		if to := r.Baseline.To; to > count {
			complain(baseline.name("to"), "must be at most %d, the number of points, not %d", count, to)
		}
		if r.Baseline.To <= r.Baseline.From {
			complain(baseline.name("to"), "must lie above from (%d)", r.Baseline.From)
		}
	}
	if r.Given != nil && baseline != nil {
		complain(f.name("baseline"), "given limits need no estimation")
	}
	if r.Given != nil && r.Stages != nil {
		complain(f.name("stages"), "given limits need no estimation")
	}
	if baseline != nil && r.Stages != nil {
		complain(f.name("stages"), "give either a baseline or stages")
	}
	for i, s := range r.Stages {
		if (i == 0 && s != 0) || (i > 0 && s <= r.Stages[i-1]) {
			complain(f.name("stages"), "must begin with 0 and rise")
		}
	}
	if r.Stages != nil && len(r.Stages) == 0 {
		complain(f.name("stages"), "must begin with 0 and rise")
	}
}

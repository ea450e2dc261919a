package problem

import (
	"fmt"
	"math"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
)

// sigmaless families judge without a σ within.
var sigmaless = []string{"attributes", "rare-events", "multivariate", "run"}

func givenFit(f *fields, c *spc.Chart, columns int) *spc.Fit {
	own := f.object("given")
	if own == nil {
		return nil
	}
	nan, inf := math.NaN(), math.Inf(1)
	fit := &spc.Fit{
		Chart:        c.ID,
		Centre:       own.any("centre", 0),
		SigmaWithin:  own.number("sigma", 0, inf, nan),
		SigmaBetween: own.number("sigmaBetween", 0, inf, 0),
		SigmaPlotted: own.number("sigmaPlotted", 0, inf, nan),
		SubgroupSize: own.number("subgroupSize", 1, inf, nan),
		Points:       own.whole("points", 0, most, 0),
		N:            own.number("n", 0, inf, 0),
		DF:           own.number("df", 0, inf, nan),
		Means:        own.numbers("means", false),
		Phase:        2,
	}
	for i, row := range own.list("covariance") {
		fit.Covariance = append(fit.Covariance, covarianceRow(row, fmt.Sprintf("%s[%d]", own.name("covariance"), i))...)
	}
	own.refuseOthers()
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
	if !slices.Contains(sigmaless, c.Family) {
		own.need("sigma")
	}
	if c.ID == "g" {
		fit.SigmaWithin = math.Sqrt(fit.Centre * (fit.Centre + 1))
	}
	return fit
}

// refuseMisfit: means and covariance must fit the variables of the rows.
func refuseMisfit(own *fields, fit *spc.Fit, columns int) {
	if len(fit.Means) != columns {
		complain(own.name("means"), "must have one number a variable: %d, not %d", columns, len(fit.Means))
	}
	rows := own.list("covariance")
	fits := len(rows) == columns
	for _, row := range rows {
		list, _ := row.([]any)
		fits = fits && len(list) == columns
	}
	if !fits {
		complain(own.name("covariance"), "must be %d rows of %d numbers", columns, columns)
	}
	if !spc.PositiveDefinite(fit.Covariance, columns) {
		complain(own.name("covariance"), "must be symmetric and positive definite")
	}
}

func covarianceRow(row any, name string) []float64 {
	list, ok := row.([]any)
	out := make([]float64, len(list))
	for i, value := range list {
		x, number := value.(float64)
		ok = ok && number && !math.IsInf(x, 0)
		out[i] = x
	}
	if !ok {
		complain(name, "must be a list of numbers")
	}
	return out
}

// readLimits completes a request with given limits, a baseline or stages.
func readLimits(f *fields, c *spc.Chart, r *spc.Request) {
	count := r.Data.Points()
	r.Given = givenFit(f, c, max(1, r.Data.Columns))
	baseline := f.object("baseline")
	r.Stages = f.indices("stages", max(1, count))
	if baseline != nil {
		r.Baseline = &spc.Range{From: baseline.whole("from", 0, count, 0), To: baseline.whole("to", 0, count, count)}
		baseline.refuseOthers()
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

package problem

import (
	"fmt"
	"math"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
)

// domain of an argument.
type domain struct{ low, high float64 }

var (
	anyNumber   = domain{math.Inf(-1), math.Inf(1)}
	probability = domain{0, 1}
	// Beyond tail quantiles of t and F leave the range of numbers.
	tail = domain{1e-50, 1}
	// shapeOf is for degrees of freedom and shapes, sampleSize for ranges.
	shapeOf    = domain{0.5, 1e5}
	sampleSize = domain{2, 1e5}
	// Ranges are integrated, not counted in their tails.
	middle = domain{1e-6, 0.999999}
)

// function of a distribution with the domains of its arguments.
type function struct {
	name    string
	domains []domain
	f       func(a []float64) float64
}

var functions = []function{
	{"normal-cdf", []domain{anyNumber}, func(a []float64) float64 { return spc.NormalCDF(a[0]) }},
	{"normal-sf", []domain{anyNumber}, func(a []float64) float64 { return spc.NormalSF(a[0]) }},
	{"normal-quantile", []domain{probability}, func(a []float64) float64 { return spc.NormalQuantile(a[0]) }},
	{"chi-square-cdf", []domain{anyNumber, shapeOf}, func(a []float64) float64 { return spc.ChiSquareCDF(a[0], a[1], false) }},
	{"chi-square-sf", []domain{anyNumber, shapeOf}, func(a []float64) float64 { return spc.ChiSquareCDF(a[0], a[1], true) }},
	{"chi-square-quantile", []domain{probability, shapeOf}, func(a []float64) float64 { return spc.ChiSquareQuantile(a[0], a[1]) }},
	{"t-sf", []domain{anyNumber, shapeOf}, func(a []float64) float64 { return spc.TSF(a[0], a[1]) }},
	{"t-quantile", []domain{tail, shapeOf}, func(a []float64) float64 { return spc.TQuantile(a[0], a[1]) }},
	{"f-sf", []domain{anyNumber, shapeOf, shapeOf}, func(a []float64) float64 { return spc.FCDF(a[0], a[1], a[2], true) }},
	{"f-quantile", []domain{tail, shapeOf, shapeOf}, func(a []float64) float64 { return spc.FQuantile(a[0], a[1], a[2], false) }},
	{"beta-cdf", []domain{anyNumber, shapeOf, shapeOf}, func(a []float64) float64 { return spc.BetaCDF(a[0], a[1], a[2], false) }},
	{"beta-quantile", []domain{tail, shapeOf, shapeOf}, func(a []float64) float64 { return spc.BetaQuantile(a[0], a[1], a[2], false) }},
	{"range-cdf", []domain{anyNumber, sampleSize}, func(a []float64) float64 { return spc.RangeCDF(a[0], int(a[1])) }},
	{"range-quantile", []domain{middle, sampleSize}, func(a []float64) float64 { return spc.RangeQuantile(a[0], int(a[1])) }},
}

func answerProbability(f *fields) *object {
	known := functions[slices.IndexFunc(functions, func(known function) bool { return known.name == f.text("function", "") })]
	arguments := f.numbers("arguments")
	if len(arguments) != len(known.domains) {
		complain(f.name("arguments"), "must be %d, not %d", len(known.domains), len(arguments))
	}
	for i, d := range known.domains {
		x, field := arguments[i], fmt.Sprintf("%s[%d]", f.name("arguments"), i)
		if x < d.low || x > d.high {
			complain(field, "must lie in %s … %s, not %s", label(d.low), label(d.high), label(x))
		}
		if d == sampleSize && x != math.Trunc(x) {
			complain(field, "must be a whole number, not %s", label(x))
		}
	}
	return newObject().set("kind", "probability").set("value", known.f(arguments))
}

package spc

import (
	"math"
	"slices"
)

// Chart is a kind of control chart.
type Chart struct {
	ID, Title, Family string
	// Input is what Values hold: values, subgroups, values-or-subgroups, counts, rows, streams.
	Input string
	// Sigma lists the estimators it allows, the default first.
	Sigma    []string
	defaults func(o *Options)
	fit      func(d Data, o Options) (Fit, bool)
	// whyNot says why there is no fit, where it is for another reason than too little data; else "".
	whyNot func(d Data, o Options) string
	parts  func(d Data, fit Fit, o Options) []Part
}

// anySigma are the estimators of charts that take values or subgroups.
var anySigma = slices.Concat([]string{"mr-bar", "median-mr"}, SubgroupSigma, []string{"overall"})

// Charts is the registry, in the order of menus.
var Charts = []Chart{
	iMR,
	xbar("xbar-r", "X̄-R", "r", "r-bar", "s-bar", "pooled", "r-bar-plain", "s-bar-plain", "pooled-plain"),
	xbar("xbar-s", "X̄-S", "s", "s-bar", "pooled", "r-bar", "s-bar-plain", "pooled-plain", "r-bar-plain"),
	iMRWithin("i-mr-r", "I-MR-R", "r", "r-bar", "s-bar", "pooled", "r-bar-plain", "s-bar-plain", "pooled-plain"),
	iMRWithin("i-mr-s", "I-MR-S", "s", "s-bar", "pooled", "r-bar", "s-bar-plain", "pooled-plain", "r-bar-plain"),
	ewma, ewmaShewhart, cusum, movingAverage, sister,
	attribute{id: "p", title: "p", binomial: true}.chart(),
	attribute{id: "np", title: "np", binomial: true, counts: true}.chart(),
	attribute{id: "c", title: "c", counts: true}.chart(),
	attribute{id: "u", title: "u"}.chart(),
	attribute{id: "laney-p", title: "Laney p′", binomial: true, laney: true}.chart(),
	attribute{id: "laney-u", title: "Laney u′", laney: true}.chart(),
	rareG, rareT, t2, mewma, zMR, runChart,
}

// FindChart finds a chart of the registry; nil when there is none of that name.
func FindChart(id string) *Chart {
	for i := range Charts {
		if Charts[i].ID == id {
			return &Charts[i]
		}
	}
	return nil
}

// Defaults are the options of the chart where nothing is stated.
func (c *Chart) Defaults() Options {
	nan := math.NaN()
	o := Options{Width: 3, Span: 2, Lambda: 0.2, K: 0.5, H: 5, Target: nan, Alpha: 0.0027, Limit: nan, Shewhart: 4.2, MinN: 5}
	if c.defaults != nil {
		c.defaults(&o)
	}
	return o
}

// Fit estimates the process from a baseline; ok is false for too little data.
func (c *Chart) Fit(d Data, o Options) (fit Fit, ok bool) {
	if o.Sigma == "" && len(c.Sigma) > 0 && c.Input != "values-or-subgroups" {
		o.Sigma = c.Sigma[0]
	}
	return c.fit(d, o)
}

// Parts gives points and limits of data under a fit.
func (c *Chart) Parts(d Data, fit Fit, o Options) []Part { return c.parts(d, fit, o) }

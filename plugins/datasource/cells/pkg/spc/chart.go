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

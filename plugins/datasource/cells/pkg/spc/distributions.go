package spc

// Distributions are all that can be fitted, by maximum likelihood, to present values; ok is false where the values cannot
// follow it (too few, all equal, out of support).
var Distributions = []func(values []float64) (d Distribution, ok bool){fitNormal, fitLognormal, fitFolded, fitWeibull, fitGamma}

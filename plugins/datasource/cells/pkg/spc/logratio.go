package spc

import "math"

// logRatio is ln(x/unit) of positive numbers, with the digits of their difference where the two are close.
func logRatio(x, unit float64) float64 {
	if d := (x - unit) / unit; math.Abs(d) < 0.5 {
		return math.Log1p(d)
	}
	return math.Log(x / unit)
}

// fromLogRatio is x with ln(x/unit) = log.
func fromLogRatio(log, unit float64) float64 {
	if math.Abs(log) < 0.5 {
		return unit + unit*math.Expm1(log)
	}
	return unit * math.Exp(log)
}

// logRatios are those of all values; ok is false where one is not positive.
func logRatios(values []float64, unit float64) (logs []float64, ok bool) {
	logs = make([]float64, len(values))
	for i, x := range values {
		if !(x > 0) {
			return nil, false
		}
		logs[i] = logRatio(x, unit)
	}
	return logs, true
}

package monitor

import "math"

// leastDragged is the least number of points that tell whether they drift.
const leastDragged = 200

// dragOf is 1.4826 times the median size of an EWMA over what it was learned from, in its own σ for independent points; 1 where that
// is less, or points are too few. Points that drift by their nature do so without an alarm.
func dragOf(rows [][]Point, r Reference, lambda float64) float64 {
	var sizes []float64
	for s := range r.Centre {
		value, variance := 0.0, 0.0
		for _, row := range rows {
			p := row[s]
			if !p.There() || p.In == lasting || math.IsNaN(r.Centre[s]) {
				continue
			}
			value = lambda*(p.Y-r.Centre[s])/(p.U*r.Scale) + (1-lambda)*value
			variance = lambda*lambda + (1-lambda)*(1-lambda)*variance
			sizes = append(sizes, math.Abs(value)/math.Sqrt(variance))
		}
	}
	if len(sizes) < leastDragged {
		return 1
	}
	return max(1, 1.4826*MedianOf(sizes))
}

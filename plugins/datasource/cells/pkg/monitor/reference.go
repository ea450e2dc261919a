package monitor

import (
	"math"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
)

const (
	// leastPoints of a stream make a centre, and leastOfGroup of all streams a scale.
	leastPoints  = 6
	leastOfGroup = 24
	// medianLoss is the variance of a median over that of a mean, for normal values.
	medianLoss = math.Pi / 2
)

// Reference is what points of a group of streams do when nothing is wrong.
type Reference struct {
	// Centre of each stream; NaN where too little is known of it.
	Centre []float64
	// Doubt is the variance of a centre, in units of a point's own.
	Doubt []float64
	// Scale is by how much points spread more (or less) than their U says.
	Scale float64
	// Freedom is the number of degrees of freedom that Scale is known with; 0 where it is as good as certain.
	Freedom float64
	// Drag is by how much an EWMA of the points spreads more than one of independent points would: they drift.
	Drag float64
}

// referenceOf estimates from rows of points (a row a window, an entry a stream), robust against a fault that is in a minority of
// them: medians for the centres; for the scale the larger of 1.4826 times the median and 1/1.96 times the 95 % quantile of the
// distances, so that long tails widen it. What lies in an episode makes no centre, nor a scale while that is on. ok is false where there
// is too little.
func referenceOf(rows [][]Point, streams int) (r Reference, ok bool) {
	r = Reference{Centre: make([]float64, streams), Doubt: make([]float64, streams)}
	var away []float64
	var ys []float64
	for s := range streams {
		ys = ys[:0]
		for _, row := range rows {
			if p := row[s]; p.There() && p.In == outside {
				ys = append(ys, p.Y)
			}
		}
		r.Centre[s] = math.NaN()
		if len(ys) < leastPoints {
			continue
		}
		r.Centre[s], r.Doubt[s] = MedianOf(ys), medianLoss/float64(len(ys))
		// Each stream's own centre takes one degree of freedom off its distances.
		correct := math.Sqrt(float64(len(ys)) / float64(len(ys)-1))
		for _, row := range rows {
			if p := row[s]; p.There() && p.In != lasting {
				away = append(away, correct*math.Abs(p.Y-r.Centre[s])/p.U)
			}
		}
	}
	if len(away) < leastOfGroup {
		return r, false
	}
	slices.Sort(away)
	r.Scale = max(1.4826*quantile(away, 0.5), quantile(away, 0.95)/1.96)
	return r, r.Scale > 0
}

// MedianOf sorts what it is given; NaN of nothing.
func MedianOf(values []float64) float64 {
	slices.Sort(values)
	return quantile(values, 0.5)
}

// quantile of sorted values, between neighbours in proportion.
func quantile(sorted []float64, p float64) float64 { return spc.Quantile(sorted, p, 7) }

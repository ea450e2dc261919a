package monitor

import (
	"math"
	"slices"
)

// young are what streams showed of which nothing is known from before: what is usual of them is learned as they go, from what was inside.
type young [][]float64

// reference is the centre of a stream and the doubt about it; NaN as long as it showed too little.
func (y young) reference(stream int) (centre, doubt float64) {
	if len(y[stream]) < leastPoints {
		return math.NaN(), math.NaN()
	}
	return MedianOf(slices.Clone(y[stream])), medianLoss / float64(len(y[stream]))
}

// add learns from one more point of a stream, until there are enough. What it learned from before stays, for others who know it.
func (y young) add(stream int, value float64) {
	if len(y[stream]) < enoughBefore {
		y[stream] = append(slices.Clip(y[stream]), value)
	}
}

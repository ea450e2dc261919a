package spc

import "math"

// SisterWindow compares parallel streams (nozzles, welders, channels) in one window of time. The slices have an entry a stream
// and are overwritten by the next window: a stream of windows allocates nothing.
type SisterWindow struct {
	MinN int
	// N, Mean and SD are those of each stream; NaN where it has too few values.
	N        []int
	Mean, SD []float64
	// Difference is the mean minus the median of the sisters' means; NaN below MinN values or without a sister.
	Difference []float64
	// Common is the median of all streams' means.
	Common  float64
	scratch []float64
	rest    []float64
}

// NewSisterWindow has room for so many streams.
func NewSisterWindow(streams, minN int) *SisterWindow {
	arena := make([]float64, 5*streams)
	cut := func(k int) []float64 { return arena[k*streams : (k+1)*streams : (k+1)*streams] }
	w := &SisterWindow{MinN: minN, N: make([]int, streams), Mean: cut(0), SD: cut(1), Difference: cut(2)}
	w.scratch, w.rest = cut(3), cut(4)
	return w
}

// Judge reads the values of a window and the stream of each (nil: all of stream 0).
func (w *SisterWindow) Judge(values []float64, streams []int) {
	stream := func(i int) int {
		if streams == nil {
			return 0
		}
		return streams[i]
	}
	clear(w.N)
	clear(w.Mean)
	clear(w.SD)
	clear(w.rest)
	for i, x := range values {
		if x == x {
			w.Mean[stream(i)] += x
			w.N[stream(i)]++
		}
	}
	for s, n := range w.N {
		w.Mean[s] /= float64(n)
	}
	for i, x := range values {
		if x == x {
			d := x - w.Mean[stream(i)]
			w.SD[stream(i)] += d * d
			w.rest[stream(i)] += d
		}
	}
	judged := w.scratch[:0]
	for s, n := range w.N {
		// What rounding left of the mean: equal values must not differ from their sisters.
		w.Mean[s] += w.rest[s] / float64(n)
		w.SD[s] = math.Sqrt(max(0, w.SD[s]-w.rest[s]*w.rest[s]/float64(n)) / float64(n-1))
		if n < 2 {
			w.SD[s] = math.NaN()
		}
		if n >= w.MinN && n > 0 {
			judged = append(judged, w.Mean[s])
		}
	}
	w.Common = medianInPlace(judged)
	for s, n := range w.N {
		w.Difference[s] = math.NaN()
		if n < w.MinN || n == 0 {
			continue
		}
		others := w.scratch[:0]
		for r, m := range w.N {
			if r != s && m >= w.MinN && m > 0 {
				others = append(others, w.Mean[r])
			}
		}
		if len(others) > 0 {
			w.Difference[s] = w.Mean[s] - medianInPlace(others)
		}
	}
}

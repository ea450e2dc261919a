package spc

import "math"

// sisterWindows are all windows of the data, the inner slices an entry a window.
type sisterWindows struct {
	count, streams int
	n              [][]int
	sd, difference [][]float64
	common         []float64
}

func sisterWindowsOf(d Data, minN, atLeast int) sisterWindows {
	streams := max(atLeast, d.groupCount())
	starts := d.Starts
	if starts == nil {
		starts = []int{0}
	}
	w := sisterWindows{count: len(starts), streams: streams, common: make([]float64, len(starts))}
	w.n = make([][]int, streams)
	w.sd, w.difference = make([][]float64, streams), make([][]float64, streams)
	for s := range streams {
		w.n[s], w.sd[s], w.difference[s] = make([]int, w.count), make([]float64, w.count), make([]float64, w.count)
	}
	window := NewSisterWindow(streams, minN)
	for i, from := range starts {
		to := len(d.Values)
		if i+1 < len(starts) {
			to = starts[i+1]
		}
		window.Judge(d.Values[from:to], sliced(d.Groups, from, to))
		w.common[i] = window.Common
		for s := range streams {
			w.n[s][i], w.sd[s][i], w.difference[s][i] = window.N[s], window.SD[s], window.Difference[s]
		}
	}
	return w
}

// stratum is what the windows say of one stream; ok is false below two of them.
func (w sisterWindows) stratum(stream int, d Data, o Options) (Stratum, bool) {
	difference := w.difference[stream]
	m := MomentsOf(difference, d.Excluded)
	nan := math.NaN()
	if m.N < 2 {
		return Stratum{stream, nan, nan, nan, nan, 0}, false
	}
	inverse, deviations, weights := 0.0, 0.0, 0.0
	for i, x := range difference {
		if x != x || d.excluded(i) {
			continue
		}
		n := w.n[stream][i]
		inverse += 1 / float64(n)
		if n > 1 {
			c := C4(float64(n))
			weight := c * c / (1 - c*c)
			deviations += weight * w.sd[stream][i] / c
			weights += weight
		}
	}
	out := Stratum{ID: stream, Centre: m.Mean, Points: m.N, SubgroupSize: float64(m.N) / inverse}
	if weights > 0 {
		out.SigmaWithin = deviations / weights
	}
	out.SigmaPlotted = m.SD() / C4(float64(m.N))
	if o.Sigma == "mr-bar" {
		d2, _ := D2D3(2)
		out.SigmaPlotted = MomentsOf(movingRanges(difference, d.Breaks, d.Excluded, 2), nil).Mean / d2
	}
	return out, true
}

// PlottedSigma is σ of a stream's difference for a window of n values, moved from its stated size through σ within.
func (s Stratum) PlottedSigma(n int) float64 {
	within := s.SigmaWithin * s.SigmaWithin
	moved := s.SigmaPlotted*s.SigmaPlotted + within*(1/float64(n)-1/s.SubgroupSize)
	return math.Sqrt(max(moved, within/float64(n)))
}

// sister: a stream's point is its window mean minus the median of its sisters' means: what all share (lot, temperature)
// cancels. Against its own centre and σ: EWMA (λ 0.2, L 4.0) with a Shewhart limit (4.2); a standard deviation chart a stream
// by χ² probability limits; the median of all streams is the common mode.
var sister = Chart{
	ID: "sister", Title: "Sister streams", Family: "streams", Input: "streams", Sigma: []string{"overall", "mr-bar"},
	defaults: func(o *Options) { o.Width, o.Probability = 4, true },
	fit: func(d Data, o Options) (Fit, bool) {
		w := sisterWindowsOf(d, o.MinN, 0)
		fit := newFit("sister")
		within, known := 0.0, 0
		for s := range w.streams {
			found, ok := w.stratum(s, d, o)
			fit.Strata = append(fit.Strata, found)
			if ok {
				known++
				fit.N += float64(found.Points) * found.SubgroupSize
				within += found.SigmaWithin * found.SigmaWithin
			}
		}
		if known == 0 {
			return fit, false
		}
		spread := MomentsOf(w.common, d.Excluded)
		fit.Centre = medianInPlace(presentValues(w.common, d.Excluded))
		fit.SigmaWithin, fit.SigmaPlotted = math.Sqrt(within/float64(known)), spread.SD()
		fit.Points, fit.DF = w.count, float64(spread.N-1)
		return fit, true
	},
	parts: sisterParts,
}

func sisterParts(d Data, fit Fit, o Options) []Part {
	w := sisterWindowsOf(d, o.MinN, len(fit.Strata))
	parts := []Part{shewhartPart("common", w.common, func(int) float64 { return fit.SigmaPlotted }, fit.Centre, o.Shewhart)}
	for _, stratum := range fit.Strata {
		s := stratum.ID
		sigma := func(i int) float64 {
			if x := w.difference[s][i]; x != x {
				return x
			}
			return stratum.PlottedSigma(w.n[s][i])
		}
		parts = append(parts,
			ewmaPart(streamPart("ewma", s), statistic{w.difference[s], sigma}, stratum.Centre, d, o, o.Width),
			shewhartPart(streamPart("x", s), w.difference[s], sigma, stratum.Centre, o.Shewhart),
			w.spreadPart(s, stratum.SigmaWithin, o))
	}
	return parts
}

func (w sisterWindows) spreadPart(stream int, sigma float64, o Options) Part {
	part := newPart(streamPart("s", stream), false, w.count)
	for i, n := range w.n[stream] {
		if n >= o.MinN && n >= 2 {
			part.Points[i] = w.sd[stream][i]
			centre, spread, lcl, ucl := dispersionLines("s", n, o.Shewhart, o.Probability).times(sigma)
			part.lines(i, centre, spread, lcl, ucl)
		}
	}
	return part
}

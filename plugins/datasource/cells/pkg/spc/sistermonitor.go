package spc

import (
	"math"
	"strconv"
)

func streamPart(prefix string, stream int) string { return prefix + "/" + strconv.Itoa(stream) }

// SisterMonitor judges windows of sister streams one after the other, as an alert meets them; its points are those of the
// sister chart. Take NewSisterMonitor.
type SisterMonitor struct {
	// Window is the window judged last.
	Window *SisterWindow
	fit    Fit
	o      Options
	ewma   []EWMA
}

// SisterPoint is what one stream shows in a window: difference from its sisters, its EWMA, and how far both lie beyond their
// limits in σ with their sign (0 inside). NaN where the stream has no point.
type SisterPoint struct {
	X, Z, BeyondX, BeyondZ float64
}

// NewSisterMonitor stands on a fit of the sister chart and its options.
func NewSisterMonitor(fit Fit, o Options) *SisterMonitor {
	m := &SisterMonitor{Window: NewSisterWindow(len(fit.Strata), o.MinN), fit: fit, o: o, ewma: make([]EWMA, len(fit.Strata))}
	for i, s := range fit.Strata {
		m.ewma[i] = NewEWMA(o.Lambda, s.Centre, o.Steady)
	}
	return m
}

// Restart forgets all windows: before a break.
func (m *SisterMonitor) Restart() {
	for i := range m.ewma {
		m.ewma[i].Restart()
	}
}

// Add judges the next window; out has an entry a stream and is filled. Streams are numbered as in the fit.
func (m *SisterMonitor) Add(values []float64, streams []int, out []SisterPoint) {
	m.Window.Judge(values, streams)
	for i, s := range m.fit.Strata {
		x := m.Window.Difference[i]
		if x != x {
			out[i] = SisterPoint{x, x, x, x}
			continue
		}
		sigma := s.PlottedSigma(m.Window.N[i])
		z, spread := m.ewma[i].Add(x, sigma)
		out[i] = SisterPoint{x, z, beyondWidth(x-s.Centre, sigma, m.o.Shewhart), beyondWidth(z-s.Centre, spread, m.o.Width)}
	}
}

func beyondWidth(away, sigma, width float64) float64 {
	if math.Abs(away) <= width*sigma || away != away {
		return 0
	}
	return away / sigma
}

package monitor

import (
	"math"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
)

// Scale is what values of a characteristic are judged in: as they are, or, of a lognormal one, their natural logarithms, whose
// means and spreads are those of a normal one.
type Scale struct {
	Logarithms bool
	// Floor stands for values at or below zero, which have no logarithm: half of what the gauge tells apart. Without one (0) they
	// have no level.
	Floor float64
}

// Of is a value as it is judged; NaN where it cannot be.
func (s Scale) Of(value float64) float64 {
	switch {
	case !s.Logarithms:
		return value
	case value > 0:
		return math.Log(value)
	case s.Floor > 0:
		return math.Log(s.Floor)
	}
	return math.NaN()
}

// Level is a mean in units of the characteristic: of logarithms the median.
func (s Scale) Level(mean float64) float64 {
	if s.Logarithms {
		return math.Exp(mean)
	}
	return mean
}

// Spread is a standard deviation in units of the characteristic: of logarithms m √(e^σ² (e^σ² − 1)) about the median m (Aitchison
// and Brown 1957, 2.2).
func (s Scale) Spread(mean, deviation float64) float64 {
	if s.Logarithms {
		return math.Exp(mean+deviation*deviation/2) * math.Sqrt(math.Expm1(deviation*deviation))
	}
	return deviation
}

// Limits are approved limits as they are judged: of logarithms the mean and deviations that give those stated (by moments). ok is
// false where there are none.
func (s Scale) Limits(m spc.Model) (judged spc.Model, ok bool) {
	if !s.Logarithms {
		return m, true
	}
	if m.Centre == nil || !(*m.Centre > 0) {
		return m, false
	}
	variance := func(sigma *float64) *float64 {
		if sigma == nil {
			return nil
		}
		v := math.Sqrt(math.Log1p(*sigma * *sigma / (*m.Centre * *m.Centre)))
		return &v
	}
	judged = m
	judged.SigmaWithin, judged.SigmaBetween, judged.SigmaPlotted = variance(m.SigmaWithin), variance(m.SigmaBetween), variance(m.SigmaPlotted)
	centre := math.Log(*m.Centre)
	for _, sigma := range []*float64{judged.SigmaWithin, judged.SigmaBetween} {
		if sigma != nil {
			centre -= *sigma * *sigma / 2
		}
	}
	judged.Centre = &centre
	return judged, true
}

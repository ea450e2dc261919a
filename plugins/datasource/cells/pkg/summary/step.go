package summary

import "math"

// Step is what a stream measured from Begin (Unix ms) on, for as long as the steps of its book are.
type Step struct {
	Begin int64
	// N values have this mean and sum of squared deviations from it.
	N        int
	Mean, SS float64
	// Bad of Judged values were out of spec; of verdicts: nok of those that were ok or nok.
	Bad, Judged int
	// Late of them were told of long after they were measured.
	Late int
}

// Add takes one more value (Welford 1962).
func (s *Step) Add(value float64) {
	s.N++
	d := value - s.Mean
	s.Mean += d / float64(s.N)
	s.SS += d * (value - s.Mean)
}

// Judge counts one more verdict, and whether it was told of long after.
func (s *Step) Judge(bad, late bool) {
	s.Judged++
	if late {
		s.Late++
	}
	if bad {
		s.Bad++
	}
}

// With is both together, from the earlier beginning (Chan, Golub and LeVeque 1979).
func (s Step) With(o Step) Step {
	out := Step{Begin: s.Begin, N: s.N + o.N, Bad: s.Bad + o.Bad, Judged: s.Judged + o.Judged, Late: s.Late + o.Late}
	if s.N+s.Judged == 0 || o.Begin < s.Begin && o.N+o.Judged > 0 {
		out.Begin = o.Begin
	}
	switch {
	case s.N == 0:
		out.Mean, out.SS = o.Mean, o.SS
	case o.N == 0:
		out.Mean, out.SS = s.Mean, s.SS
	default:
		d, n := o.Mean-s.Mean, float64(out.N)
		out.Mean = s.Mean + d*float64(o.N)/n
		out.SS = s.SS + o.SS + d*d*float64(s.N)*float64(o.N)/n
	}
	return out
}

// WithVerdicts is the step with the verdicts of another, not its values.
func (s Step) WithVerdicts(o Step) Step {
	s.Bad += o.Bad
	s.Judged += o.Judged
	return s
}

// Variance is that of the values of a step; NaN below two.
func (s Step) Variance() float64 {
	if s.N < 2 {
		return math.NaN()
	}
	return s.SS / float64(s.N-1)
}

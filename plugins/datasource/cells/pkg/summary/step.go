package summary

import "math"

// Step is what a stream measured from Begin (Unix ms) on, for as long as the steps of its book are.
type Step struct {
	Begin int64
	// N values have this mean and sum of squared deviations from it.
	N        int
	Mean, SS float64
	// Far is by how much the value farthest from the mean lies off it.
	Far float64
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
	far := s.Far - d/float64(s.N)
	if s.N == 3 { // of the two before both lay as far from their mean
		far = farther(far, -s.Far-d/float64(s.N))
	}
	s.Far = farther(far, value-s.Mean)
	if s.N == 1 {
		s.Far = 0
	}
}

func farther(a, b float64) float64 {
	if math.Abs(a) < math.Abs(b) {
		return b
	}
	return a
}

// farFrom is by how much the value farthest from another mean lies off that; of two values both lie as far from their own.
func (s Step) farFrom(mean float64) float64 {
	d := s.Mean - mean
	if s.N == 2 {
		return farther(d+s.Far, d-s.Far)
	}
	return d + s.Far
}

// Without is the step without the value farthest from its mean, of two values at least.
func (s Step) Without() Step {
	n := float64(s.N)
	s.N--
	s.Mean -= s.Far / (n - 1)
	s.SS = max(0, s.SS-s.Far*s.Far*n/(n-1))
	s.Far = 0
	return s
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
		out.Mean, out.SS, out.Far = o.Mean, o.SS, o.Far
	case o.N == 0:
		out.Mean, out.SS, out.Far = s.Mean, s.SS, s.Far
	default:
		d, n := o.Mean-s.Mean, float64(out.N)
		out.Mean = s.Mean + d*float64(o.N)/n
		out.SS = s.SS + o.SS + d*d*float64(s.N)*float64(o.N)/n
		out.Far = farther(s.farFrom(out.Mean), o.farFrom(out.Mean))
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

package proof

import (
	"math"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// spread judges the ratio of a stream's standard deviation to that of its sisters together, or to the approved one. The square of a ratio of
// independent normal values is distributed as F (Fisher 1924); of one against a known deviation as χ² over its degrees of freedom.
type spread struct{ Case }

// certain are so many degrees of freedom that more say nothing more.
const certain = 1e6

// reference is the variance that a stream's is held against, and its degrees of freedom.
func (s *spread) reference(of func(Sister) summary.Step) (variance, freedom float64) {
	if s.Limits != nil {
		return s.Limits.Within * s.Limits.Within, certain
	}
	squares := 0.0
	for _, sister := range s.Sisters {
		if step := of(sister); step.N > 1 {
			squares += step.SS
			freedom += float64(step.N - 1)
		}
	}
	return squares / freedom, freedom
}

func before(s Sister) summary.Step { return s.Before }
func after(s Sister) summary.Step  { return s.After }

func (s *spread) of(own summary.Step, sisters func(Sister) summary.Step) Estimate {
	variance, freedom := s.reference(sisters)
	ratio := math.Sqrt(own.Variance() / variance)
	low, high := ratioBounds((1-stated)/2, float64(own.N-1), freedom)
	wider := s.wider()
	return Estimate{Value: ratio, Low: ratio / math.Pow(low, wider), High: ratio * math.Pow(high, wider), N: own.N}
}

// ratioBounds are the factors by which a ratio of standard deviations may be too high and too low, each but with a probability.
func ratioBounds(tail, f1, f2 float64) (low, high float64) {
	return math.Sqrt(spc.FQuantile(tail, f1, f2, true)), math.Sqrt(spc.FQuantile(tail, f2, f1, true))
}

func (s *spread) estimates() (b, a Estimate, few string) {
	if few = s.few(); few != "" {
		return b, a, few
	}
	if _, freedom := s.reference(after); freedom < fewest {
		return b, a, Nothing
	}
	if _, freedom := s.reference(before); freedom < fewest {
		return b, a, Nothing
	}
	return s.of(s.Before, before), s.of(s.After, after), ""
}

func (s *spread) inside() bool {
	variance, freedom := s.reference(after)
	low, _ := ratioBounds(falselyBad, float64(s.After.N-1), freedom)
	return math.Sqrt(s.After.Variance()/variance) <= math.Pow(low, s.wider())
}

func (s *spread) differs() bool {
	was, _ := s.reference(before)
	is, _ := s.reference(after)
	factor := math.Sqrt(s.Before.Variance() / was / (s.After.Variance() / is))
	low, _ := ratioBounds(falselyGood, float64(s.Before.N-1), float64(s.After.N-1))
	return factor > math.Pow(low, s.wider())
}

func (s *spread) needed() int {
	variance, freedom := s.reference(before)
	if s.few() == FewBefore || !(freedom >= fewest) {
		return Most
	}
	ratio := s.Before.Variance() / variance
	for n := fewest; n < Most; n++ {
		f := float64(n - 1)
		if spc.ChiSquareUpperQuantile(falselyBad, f) <= ratio*spc.ChiSquareQuantile(falselyGood, f) {
			return n
		}
	}
	return Most
}

// wider is by how much the logarithms of the sisters' deviations changed from before to after more than chance has them do: each has the
// variance 1/(2(n−1)) (Bartlett 1937).
func (s *spread) wider() float64 {
	var changes, variances []float64
	for _, sister := range s.Sisters {
		if sister.Before.N >= fewest && sister.After.N >= fewest && sister.Before.SS > 0 && sister.After.SS > 0 {
			changes = append(changes, math.Log(sister.After.Variance()/sister.Before.Variance())/2)
			variances = append(variances, 1/(2*float64(sister.Before.N-1))+1/(2*float64(sister.After.N-1)))
		}
	}
	return scatter(changes, variances)
}

func (s *spread) against() float64 { return math.NaN() }

// leastScatter is the number of sisters that tell by how much they change.
const leastScatter = 3

// scatter is by how much changes scatter about their mean more than their variances say, 1 at least.
func scatter(changes, variances []float64) float64 {
	if len(changes) < leastScatter {
		return 1
	}
	weights, mean := 0.0, 0.0
	for i, change := range changes {
		weights += 1 / variances[i]
		mean += change / variances[i]
	}
	mean /= weights
	squares := 0.0
	for i, change := range changes {
		squares += (change - mean) * (change - mean) / variances[i]
	}
	return max(1, math.Sqrt(squares/float64(len(changes)-1)))
}

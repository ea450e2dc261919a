package proof

import (
	"math"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// level judges the mean of a stream less the median of its sisters' means and what it usually is off them, or less the approved centre. Its
// degrees of freedom are those of Welch (1947).
type level struct{ Case }

// distance is a difference of means with its variance and degrees of freedom.
type distance struct{ value, variance, freedom float64 }

func (l *level) distance(own summary.Step, of func(Sister) summary.Step) distance {
	n := float64(own.N)
	single := own.Variance() / n
	if l.Limits != nil {
		// The mean of so many scatters by what is between them as well.
		between := l.Limits.Between * l.Limits.Between
		return distance{own.Mean - l.Limits.Centre, single + between, n - 1}
	}
	means, squares, freedom, items := l.sisters(of)
	loss := math.Pi / 2
	if len(means) < leastScatter { // the median of two is their mean
		loss = 1
	}
	beside := loss * squares / freedom / items
	usual := l.Usual
	if math.IsNaN(usual) {
		usual = 0
	}
	return distance{
		value: own.Mean - monitor.MedianOf(means) - usual, variance: single + beside,
		freedom: (single + beside) * (single + beside) / (single*single/(n-1) + beside*beside/freedom),
	}
}

// sisters are their means, the squares of what they measured about these with their degrees of freedom, and how many items that was.
func (l *level) sisters(of func(Sister) summary.Step) (means []float64, squares, freedom, items float64) {
	for _, sister := range l.Sisters {
		if step := of(sister); step.N > 1 {
			means = append(means, step.Mean)
			squares += step.SS
			freedom += float64(step.N - 1)
			items += float64(step.N)
		}
	}
	return means, squares, freedom, items
}

func (d distance) deviation(wider float64) float64 { return wider * math.Sqrt(d.variance) }

func (l *level) of(own summary.Step, sisters func(Sister) summary.Step) Estimate {
	d := l.distance(own, sisters)
	half := spc.TQuantile(1-(1-stated)/2, d.freedom) * d.deviation(l.wider())
	return Estimate{Value: d.value, Low: d.value - half, High: d.value + half, N: own.N}
}

func (l *level) estimates() (b, a Estimate, few string) {
	if few = l.few(); few != "" {
		return b, a, few
	}
	for _, of := range []func(Sister) summary.Step{before, after} {
		if _, _, freedom, _ := l.sisters(of); l.Limits == nil && freedom < fewest {
			return b, a, Nothing
		}
	}
	return l.of(l.Before, before), l.of(l.After, after), ""
}

func (l *level) inside() bool {
	d := l.distance(l.After, after)
	most := spc.TQuantile(1-falselyBad, d.freedom) * d.deviation(l.wider())
	if l.OneSided {
		return float64(l.Side)*d.value <= most
	}
	return math.Abs(d.value) <= most
}

func (l *level) differs() bool {
	b, a := l.distance(l.Before, before), l.distance(l.After, after)
	both := distance{variance: b.variance + a.variance}
	return float64(l.Side)*(b.value-a.value) > -spc.NormalQuantile(falselyGood)*both.deviation(l.wider())
}

func (l *level) needed() int {
	if _, _, freedom, _ := l.sisters(before); l.few() == FewBefore || l.Limits == nil && freedom < fewest {
		return Most
	}
	d := l.distance(l.Before, before)
	// Of as many cells after as before the variance would be the same; what a level is off its limits between does not average out.
	lasting := 0.0
	if l.Limits != nil {
		lasting = l.Limits.Between * l.Limits.Between
	}
	reach := d.value / (spc.NormalQuantile(falselyBad) + spc.NormalQuantile(falselyGood))
	least := (d.variance - lasting) * float64(l.Before.N) / (reach*reach - lasting)
	if !(least > 0) || least > Most {
		return Most
	}
	return int(math.Ceil(least))
}

// wider is by how much the sisters' distances from each other changed from before to after more than chance has them do.
func (l *level) wider() float64 {
	var changes, variances []float64
	for _, sister := range l.Sisters {
		if sister.Before.N >= fewest && sister.After.N >= fewest {
			changes = append(changes, sister.After.Mean-sister.Before.Mean)
			variances = append(variances, sister.Before.Variance()/float64(sister.Before.N)+sister.After.Variance()/float64(sister.After.N))
		}
	}
	return scatter(changes, variances)
}

func (l *level) against() float64 { return math.NaN() }

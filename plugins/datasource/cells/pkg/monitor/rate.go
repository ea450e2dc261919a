package monitor

import (
	"math"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// priorItems is how many items of a stream weigh as much as what its group says of its share.
const priorItems = 200

// Rate is what is known of a share before it is judged: as of Bad among Judged items.
type Rate struct{ Bad, Judged float64 }

// rateOf is a stream's own record beside that of its group, which weighs as priorItems of its items.
func rateOf(own, group summary.Step) Rate {
	share := (float64(group.Bad) + 0.5) / (float64(group.Judged) + 1)
	return Rate{Bad: float64(own.Bad) + share*priorItems, Judged: float64(own.Judged) + priorItems}
}

// atMost is the same share, known of no more than so many items.
func (r Rate) atMost(items float64) Rate {
	if r.Judged <= items {
		return r
	}
	return Rate{Bad: r.Bad * items / r.Judged, Judged: items}
}

// Tail is the probability of at least so many bad items of n by a share that is only known as a rate: the beta-binomial
// distribution, which is the binomial one where much is known.
func (r Rate) Tail(bad, n int) float64 {
	if bad <= 0 {
		return 1
	}
	a, b := r.Bad, r.Judged-r.Bad
	below, term := 0.0, math.Exp(-logsOfNone(a, b, n))
	for k := range bad {
		below += term
		x := float64(k)
		term *= (float64(n) - x) / (x + 1) * (a + x) / (b + float64(n) - x - 1)
	}
	return max(0, 1-below)
}

// manyTerms are summed by their integral, where it starts far enough from zero.
const manyTerms = 64

// logsOfNone is Σ ln(1 + a/(b + i)) for i below n: minus the logarithm of the probability of none. A product of n factors keeps the
// digits that a difference of logarithms of gammas would lose; a long one is taken by Euler and Maclaurin's formula (NIST DLMF 2.10.1).
func logsOfNone(a, b float64, n int) (sum float64) {
	if n < manyTerms || b < manyTerms {
		for i := range n {
			sum += math.Log1p(a / (b + float64(i)))
		}
		return sum
	}
	end := b + float64(n)
	sum = end*math.Log1p(a/end) - b*math.Log1p(a/b) + a*math.Log1p(float64(n)/(b+a))
	sum -= (math.Log1p(a/end) - math.Log1p(a/b)) / 2
	first := func(x float64) float64 { return -a / (x * (x + a)) }
	third := func(x float64) float64 { return 2/((x+a)*(x+a)*(x+a)) - 2/(x*x*x) }
	return sum + (first(end)-first(b))/12 - (third(end)-third(b))/720
}

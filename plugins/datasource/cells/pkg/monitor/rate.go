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
	// A product of n factors keeps the digits that a difference of logarithms of gammas would lose.
	none := 0.0
	for i := range n {
		none -= math.Log1p(a / (b + float64(i)))
	}
	below, term := 0.0, math.Exp(none)
	for k := range bad {
		below += term
		x := float64(k)
		term *= (float64(n) - x) / (x + 1) * (a + x) / (b + float64(n) - x - 1)
	}
	return max(0, 1-below)
}

package proof

import (
	"math"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// share judges counts of bad cells: intervals of Clopper and Pearson (1934), against what sisters showed all the while (beta-binomial), and
// before against after by Fisher's exact test (1935).
type share struct {
	Case
	usual monitor.Rate
}

// known is of how many cells the share is known that is usual where nothing but it is told.
const known = 1000

func shareOf(c Case) judging {
	var bad, judged int
	for _, s := range c.Sisters {
		bad, judged = bad+s.Before.Bad+s.After.Bad, judged+s.Before.Judged+s.After.Judged
	}
	switch {
	case judged > 0:
		// Half a cell more is bad (Jeffreys 1946): of none bad it does not follow that none ever is.
		return &share{c, monitor.Rate{Bad: float64(bad) + 0.5, Judged: float64(judged) + 1}}
	case c.Usual >= 0 && c.Usual < 1:
		return &share{c, monitor.Rate{Bad: max(c.Usual, 0.5/known) * known, Judged: known}}
	}
	return nil
}

// ClopperPearson is the exact interval of a share.
func ClopperPearson(bad, n int, confidence float64) (low, high float64) {
	tail, x, rest := (1-confidence)/2, float64(bad), float64(n-bad)
	low, high = 0, 1
	if bad > 0 {
		low = spc.BetaQuantile(tail, x, rest+1, false)
	}
	if bad < n {
		high = spc.BetaQuantile(tail, x+1, rest, true)
	}
	return low, high
}

func (s *share) of(own summary.Step) Estimate {
	low, high := ClopperPearson(own.Bad, own.Judged, stated)
	return Estimate{Value: float64(own.Bad) / float64(own.Judged), Low: low, High: high, N: own.Judged, Bad: own.Bad}
}

func (s *share) estimates() (b, a Estimate, few string) {
	switch {
	case s.Before.Judged == 0:
		return b, a, FewBefore
	case s.After.Judged < fewest:
		return b, a, FewAfter
	}
	return s.of(s.Before), s.of(s.After), ""
}

func (s *share) inside() bool { return s.usual.Tail(s.After.Bad, s.After.Judged) > falselyBad }

func (s *share) differs() bool {
	return FisherTail(s.After.Bad, s.After.Judged, s.Before.Bad, s.Before.Judged) <= falselyGood
}

// FisherTail is the probability of so few or fewer bad cells of the first sample, of both samples with as many bad ones together, were all
// of one share (Fisher 1935).
func FisherTail(bad, n, otherBad, otherN int) (sum float64) {
	all, total := bad+otherBad, n+otherN
	for k := max(0, all-otherN); k <= min(bad, all); k++ {
		sum += math.Exp(logChoose(n, k) + logChoose(otherN, all-k) - logChoose(total, all))
	}
	return min(1, sum)
}

func logChoose(n, k int) float64 {
	a, _ := math.Lgamma(float64(n + 1))
	b, _ := math.Lgamma(float64(k + 1))
	c, _ := math.Lgamma(float64(n - k + 1))
	return a - b - c
}

func (s *share) needed() int {
	if s.Before.Judged == 0 {
		return Most
	}
	was := float64(s.Before.Bad) / float64(s.Before.Judged)
	for n := fewest; n < Most; n++ {
		// The most bad cells of n that are no more than usual.
		most := 0
		for s.usual.Tail(most+1, n) > falselyBad {
			most++
		}
		if atMost(most, n, was) <= falselyGood {
			return n
		}
	}
	return Most
}

// atMost is the probability of so many or fewer of n (binomial).
func atMost(most, n int, p float64) (sum float64) {
	if p >= 1 {
		return 0
	}
	for k := range min(most, n) + 1 {
		sum += math.Exp(logChoose(n, k) + float64(k)*math.Log(p) + float64(n-k)*math.Log1p(-p))
	}
	return sum
}

func (s *share) wider() float64   { return 1 }
func (s *share) against() float64 { return s.usual.Bad / s.usual.Judged }

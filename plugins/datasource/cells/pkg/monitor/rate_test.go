package monitor

import (
	"math"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

func TestAShareThatIsWellKnownHasBinomialTails(t *testing.T) {
	const items = 1e9
	for _, c := range []struct {
		share  float64
		bad, n int
	}{{0.003, 3, 15}, {0.003, 1, 100}, {0.05, 12, 90}, {0.2, 30, 90}} {
		got := Rate{Bad: c.share * items, Judged: items}.Tail(c.bad, c.n)
		want := spc.BetaCDF(c.share, float64(c.bad), float64(c.n-c.bad+1), false)
		if math.Abs(got/want-1) > 1e-5 {
			t.Errorf("at least %d of %d at %v: %v, want %v", c.bad, c.n, c.share, got, want)
		}
	}
}

// The negative hypergeometric form: with a of a + b earlier items bad (a uniform prior included), the probability of k in n is
// C(a+k−1, k)·C(b+n−k−1, n−k)/C(a+b+n−1, n); here 3 of 10 after a = 1, b = 4, worked by hand from 2 of 10 on.
func TestATailOfFewEarlierItemsIsTheBetaBinomialOne(t *testing.T) {
	choose := func(n, k float64) float64 {
		out := 1.0
		for i := range int(k) {
			out *= (n - float64(i)) / float64(i+1)
		}
		return out
	}
	below := 0.0
	for k := range 3 {
		x := float64(k)
		below += choose(1+x-1, x) * choose(4+10-x-1, 10-x) / choose(1+4+10-1, 10)
	}
	if got := (Rate{Bad: 1, Judged: 5}).Tail(3, 10); math.Abs(got-(1-below)) > 1e-12 {
		t.Errorf("got %v, want %v", got, 1-below)
	}
}

func TestAStreamThatIsNewIsExpectedToDoAsItsGroupDoes(t *testing.T) {
	group := summary.Step{Judged: 99_999, Bad: 299}
	if r := rateOf(summary.Step{}, group); math.Abs(r.Bad/r.Judged-0.002995) > 1e-9 {
		t.Errorf("got %v", r.Bad/r.Judged)
	}
	if r := rateOf(summary.Step{Judged: 19_800, Bad: 400}, group); math.Abs(r.Bad/r.Judged-0.02) > 1e-3 {
		t.Errorf("one with a long record of its own: got %v", r.Bad/r.Judged)
	}
}

func TestALongProductIsTakenByItsIntegral(t *testing.T) {
	for _, c := range []struct {
		a, b float64
		n    int
	}{{0.6, 199.4, 64}, {0.6, 199.4, 6_800}, {12, 64, 100}, {250, 5_000, 20_000}, {3e6, 997e6, 100_000}} {
		want := 0.0
		for i := range c.n {
			want += math.Log1p(c.a / (c.b + float64(i)))
		}
		if got := logsOfNone(c.a, c.b, c.n); math.Abs(got-want) > 1e-9*max(1, want) {
			t.Errorf("%v: got %.15g, summed one by one %.15g", c, got, want)
		}
	}
}

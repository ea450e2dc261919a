package proof_test

import (
	"math/rand/v2"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/proof"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/slowtest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// fault is what nozzle 4 of twelve does: it is so much off, its spread so many times the usual, a share of its cells bad.
type fault struct {
	what              string
	off, times, share float64
}

// tried is a case in which a fault was there for so many cells, and afterwards another one (or none); each nozzle has its own lasting part.
func tried(random *rand.Rand, was, is fault, before int) proof.Case {
	measured := func(n int, f fault) (s summary.Step) {
		for range n {
			s.Add(f.off + f.times*random.NormFloat64())
			s.Judge(random.Float64() < f.share, false)
		}
		return s
	}
	usual := fault{times: 1, share: 0.005}
	c := proof.Case{What: was.what, Side: 1, Before: measured(before, was)}
	for range 11 {
		c.Sisters = append(c.Sisters, proof.Sister{Before: measured(before, usual)})
	}
	_, n := proof.Needed(c)
	for i := range c.Sisters {
		c.Sisters[i].After = measured(n, usual)
	}
	c.After = measured(n, is)
	return c
}

func TestTheRightActionIsSeldomCalledIneffectiveAndTheWrongOneSeldomVerified(t *testing.T) {
	slowtest.ManyCells(t)
	const runs = 400
	random := rand.New(rand.NewPCG(7, 7))
	for _, was := range []fault{
		{monitor.Spread, 0, 2.4, 0}, {monitor.Spread, 0, 1.7, 0}, {monitor.Level, 2, 1, 0}, {monitor.Level, 1, 1, 0}, {monitor.Share, 0, 1, 0.25},
	} {
		right, wrong := map[string]int{}, map[string]int{}
		for range runs {
			right[proof.Judge(tried(random, was, fault{times: 1, share: 0.005}, 60)).Verdict]++
			wrong[proof.Judge(tried(random, was, was, 60)).Verdict]++
		}
		if right["not-effective"] > runs*2/100 || right["verified"] < runs*93/100 {
			t.Errorf("%+v is mended: %v of %d", was, right, runs)
		}
		if wrong["verified"] > runs*6/100 || wrong["not-effective"] < runs*88/100 {
			t.Errorf("%+v goes on: %v of %d", was, wrong, runs)
		}
	}
}

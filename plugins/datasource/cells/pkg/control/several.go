package control

import (
	"math"
	"slices"
)

// Several says when cells of one place out of spec are more than chance: from k of the last n on, until the last n are clearly better.
type Several struct{ K, N int }

// Undecided times n cells after k of n were out of spec for the last time it is over, though the last n are not clearly better. Of
// what lasts that long without a decision there is little: where one cell in ten is out of spec, of 1 800 times that it ends 50 end so
// (k 3, n 20).
const Undecided = 3

// bySheerChance is how seldom so few are out of spec by chance where k of n are to be expected.
const bySheerChance = 0.05

// Calm is the largest number of the last n out of spec that says it is better: with it the share of them is below k/n with 95 %
// confidence (Clopper and Pearson 1934), and there are fewer than half of k. None where no number is small enough, as of 3 of 20: of
// none in 20 the bound is 14 %, below 3 in 20.
func (of Several) Calm() (most int) {
	for 2*(most+1) < of.K && atMost(most+1, of.N, float64(of.K)/float64(of.N)) <= bySheerChance {
		most++
	}
	return most
}

// atMost is the probability of so many or fewer of n, of which each is one with a probability (binomial).
func atMost(most, n int, p float64) (sum float64) {
	whole, _ := math.Lgamma(float64(n + 1))
	for i := range most + 1 {
		some, _ := math.Lgamma(float64(i + 1))
		others, _ := math.Lgamma(float64(n - i + 1))
		ways := whole - some - others
		sum += math.Exp(ways + float64(i)*math.Log(p) + float64(n-i)*math.Log1p(-p))
	}
	return sum
}

// Cell is one that was measured at a moment (ns).
type Cell struct {
	Ns  int64
	Out bool // of spec
}

// Times are from one moment on until before another, ns.
type Times struct{ From, Until int64 }

func (t Times) has(ns int64) bool { return t.From <= ns && ns < t.Until }

// Stretch is a time in which several cells of a place were out of spec.
type Stretch struct {
	// SinceNs is when the first cell out of spec was measured that led to it, FromNs when the k-th was, UntilNs when it was over; 0
	// while it is on.
	SinceNs, FromNs, UntilNs int64
	// Cells were measured since the first, Out of them out of spec; Last of the last n.
	Cells, Out, Last int
}

// Follow finds the stretches of a place in its cells, the oldest first, up to a moment. Where the place was told of otherwise none
// begins, and what was measured then counts no more when that is over; at each moment of anew (Unix ms) all begins anew, if n cells came since the one
// before: what is done more often belongs to how a machine runs, and nothing would be told of it any more.
func (of Several) Follow(cells []Cell, told []Times, anew []int64, untilNs int64) []Stretch {
	f := following{Several: of, calm: of.Calm(), unbroken: of.N}
	for _, c := range cells {
		f.pass(anew, c.Ns)
		f.unbroken++
		if !f.on() && slices.ContainsFunc(told, func(t Times) bool { return t.has(c.Ns) }) {
			f.last, f.out = nil, 0
			continue
		}
		f.count(c)
		f.judge(c)
	}
	f.pass(anew, untilNs)
	return f.all
}

// following is how far the cells of a place were followed.
type following struct {
	Several
	calm   int
	lastNs int64
	// last are the last n that count, out how many of them are out of spec; calmer is how many came since k of them were.
	last   []Cell
	out    int
	calmer int
	// unbroken is how many came since something was done.
	unbroken int
	all      []Stretch
}

func (f *following) on() bool { return len(f.all) > 0 && f.all[len(f.all)-1].UntilNs == 0 }

// pass begins anew where something was done since the cell before.
func (f *following) pass(anew []int64, ns int64) {
	for _, ms := range anew {
		at := ms * 1e6
		if at <= f.lastNs || at > ns {
			continue
		}
		if f.unbroken >= f.N {
			if f.on() {
				f.all[len(f.all)-1].UntilNs = at
			}
			f.last, f.out = nil, 0
		}
		f.unbroken = 0
	}
	f.lastNs = ns
}

func (f *following) count(c Cell) {
	f.last = append(f.last, c)
	if c.Out {
		f.out++
	}
	if len(f.last) > f.N {
		if f.last[0].Out {
			f.out--
		}
		f.last = f.last[1:]
	}
	if f.calmer++; f.out >= f.K {
		f.calmer = 0
	}
}

// judge begins a stretch with a cell, goes on with it or ends it.
func (f *following) judge(c Cell) {
	if !f.on() {
		if f.out >= f.K {
			first := slices.IndexFunc(f.last, func(c Cell) bool { return c.Out })
			f.all = append(f.all, Stretch{SinceNs: f.last[first].Ns, FromNs: c.Ns, Cells: len(f.last) - first, Out: f.out, Last: f.out})
		}
		return
	}
	s := &f.all[len(f.all)-1]
	if s.Cells++; c.Out {
		s.Out++
	}
	s.Last = f.out
	if f.out <= f.calm || f.calmer >= Undecided*f.N {
		s.UntilNs = c.Ns
	}
}

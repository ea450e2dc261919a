package summary

import (
	"cmp"
	"iter"
	"math"
	"slices"
)

// Series are steps of one key, the earliest first; steps without anything are not there.
type Series struct {
	lengthMs int64
	steps    []packed
}

// packed is a step in 32 bytes: there are as many as items where hundreds of positions measure one each now and then. Its spread has
// the seven digits of single precision.
type packed struct {
	// begin counts steps since 1970.
	begin, n, bad, judged, late uint32
	ss                          float32
	mean                        float64
}

func (p packed) step(lengthMs int64) Step {
	return Step{
		Begin: int64(p.begin) * lengthMs, N: int(p.n), Mean: p.mean, SS: float64(p.ss), Bad: int(p.bad), Judged: int(p.judged), Late: int(p.late),
	}
}

func packedOf(s Step, lengthMs int64) packed {
	count := func(n int) uint32 { return uint32(min(n, math.MaxUint32)) } //nolint:gosec // bounded in the same line
	return packed{
		begin: count(int(s.Begin / lengthMs)), n: count(s.N), bad: count(s.Bad), judged: count(s.Judged), late: count(s.Late),
		ss: float32(s.SS), mean: s.Mean,
	}
}

// Len is the number of steps.
func (s Series) Len() int { return len(s.steps) }

// At is the i-th step.
func (s Series) At(i int) Step { return s.steps[i].step(s.lengthMs) }

// Begin is where the i-th step begins, Unix ms.
func (s Series) Begin(i int) int64 { return int64(s.steps[i].begin) * s.lengthMs }

// All are the steps in their order.
func (s Series) All() iter.Seq[Step] {
	return func(yield func(Step) bool) {
		for i := range s.steps {
			if !yield(s.At(i)) {
				return
			}
		}
	}
}

// Between are the steps that begin in [from, to).
func (s Series) Between(from, to int64) Series {
	first := s.from(from)
	return Series{s.lengthMs, s.steps[first:max(first, s.from(to))]}
}

// from is the place of the first step that begins at a moment or later.
func (s Series) from(ms int64) int {
	i, _ := slices.BinarySearchFunc(s.steps, ms, func(p packed, ms int64) int { return cmp.Compare(int64(p.begin)*s.lengthMs, ms) })
	return i
}

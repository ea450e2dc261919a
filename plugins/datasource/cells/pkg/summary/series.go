package summary

import (
	"iter"
	"math"
)

// Series are steps of one key, the earliest first; steps without anything are not there.
type Series struct {
	lengthMs int64
	verdicts bool
	blocks   []block
	// from and to bound what is seen of them, Unix ms.
	from, to int64
}

// Cursor stands before the first step.
func (s Series) Cursor() Cursor {
	return Cursor{lengthMs: s.lengthMs, from: s.from, to: s.to, verdicts: s.verdicts, blocks: s.blocks}
}

// All are the steps in their order.
func (s Series) All() iter.Seq[Step] {
	return func(yield func(Step) bool) {
		c := s.Cursor()
		for step, ok := c.Next(); ok && yield(step); step, ok = c.Next() {
		}
	}
}

// Any tells whether there are steps.
func (s Series) Any() bool {
	c := s.Cursor()
	_, ok := c.Next()
	return ok
}

// Between are the steps that begin in [from, to).
func (s Series) Between(from, to int64) Series {
	s.from, s.to = max(s.from, from), min(s.to, to)
	if s.from >= s.to {
		s.blocks = nil
		return s
	}
	first, after := within(s.blocks, floor(s.from, s.lengthMs), ceiling(s.to, s.lengthMs))
	s.blocks = s.blocks[first:after]
	return s
}

func floor(ms, lengthMs int64) int64 { return max(ms, 0) / lengthMs }

// ceiling is rounded up, of what is far away the farthest.
func ceiling(ms, lengthMs int64) int64 {
	if ms > math.MaxInt64-lengthMs {
		return math.MaxInt64
	}
	return (max(ms, 0) + lengthMs - 1) / lengthMs
}

package summary

import (
	"cmp"
	"slices"
)

// Book holds the steps of all streams of a station.
type Book struct {
	// LengthMs is how long a step is; steps begin at its multiples.
	LengthMs int64
	series   map[Key]*Series
	keys     []Key
}

// NewBook is an empty one.
func NewBook(lengthMs int64) *Book { return &Book{LengthMs: lengthMs, series: map[Key]*Series{}} }

// Series are steps of one key, the earliest first; steps without anything are not there.
type Series []Step

// Step is the step of a moment (Unix ms), made where there is none yet. It is valid until the next call.
func (b *Book) Step(key Key, ms int64) *Step {
	s, known := b.series[key]
	if !known {
		s = &Series{}
		b.series[key] = s
		b.keys = append(b.keys, key)
	}
	begin := ms - ms%b.LengthMs
	at := len(*s)
	for at > 0 && (*s)[at-1].Begin > begin {
		at--
	}
	if at > 0 && (*s)[at-1].Begin == begin {
		return &(*s)[at-1]
	}
	*s = slices.Insert(*s, at, Step{Begin: begin})
	return &(*s)[at]
}

// Keys are those that something was counted of, in the order of their first step.
func (b *Book) Keys() []Key { return b.keys }

// Steps are those of a key.
func (b *Book) Steps(key Key) Series {
	if s := b.series[key]; s != nil {
		return *s
	}
	return nil
}

// Between are the steps that begin in [from, to).
func (s Series) Between(from, to int64) Series {
	at := func(ms int64) int {
		i, _ := slices.BinarySearchFunc(s, ms, func(step Step, ms int64) int { return cmp.Compare(step.Begin, ms) })
		return i
	}
	if to <= from {
		return nil
	}
	return s[at(from):at(to)]
}

// Count takes a value of a stream: into its own steps and, where it is of a position, into those of its machine. A bad one is
// counted as such and moves neither mean nor spread: one cell out of spec is a signal of its own.
func (b *Book) Count(stream Stream, characteristic string, ms int64, value float64, bad bool) {
	streams := []Stream{stream}
	if stream.Position != "" {
		streams = append(streams, stream.Machine())
	}
	for _, s := range streams {
		step := b.Step(Key{s, characteristic}, ms)
		step.Judge(bad)
		if !bad {
			step.Add(value)
		}
	}
}

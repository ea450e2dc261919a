package summary

import (
	"math"
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

// Change changes the step of a moment (Unix ms), an empty one where there is none yet.
func (b *Book) Change(key Key, ms int64, change func(s *Step)) {
	s := b.of(key)
	begin := ms - ms%b.LengthMs
	at := s.Len()
	for at > 0 && s.Begin(at-1) > begin {
		at--
	}
	step := Step{Begin: begin}
	known := at > 0 && s.Begin(at-1) == begin
	if known {
		at--
		step = s.At(at)
	}
	change(&step)
	if known {
		s.steps[at] = packedOf(step, b.LengthMs)
	} else {
		s.steps = slices.Insert(s.steps, at, packedOf(step, b.LengthMs))
	}
}

func (b *Book) of(key Key) *Series {
	s := b.series[key]
	if s == nil {
		s = &Series{lengthMs: b.LengthMs}
		b.series[key] = s
		b.keys = append(b.keys, key)
	}
	return s
}

// Keys are those that something was counted of, in the order of their first step.
func (b *Book) Keys() []Key { return b.keys }

// KeysOf are those of a characteristic.
func (b *Book) KeysOf(characteristic string) []Key {
	return slices.DeleteFunc(slices.Clone(b.keys), func(k Key) bool { return k.Characteristic != characteristic })
}

// KeysBetween are those of a characteristic of which something was counted in steps that begin in [from, to).
func (b *Book) KeysBetween(characteristic string, from, to int64) []Key {
	return slices.DeleteFunc(b.KeysOf(characteristic), func(k Key) bool { return b.Steps(k).Between(from, to).Len() == 0 })
}

// Replace puts the steps of another book in place of those that begin in [from, to).
func (b *Book) Replace(from, to int64, by *Book) {
	for _, key := range by.keys {
		b.of(key)
	}
	for key, s := range b.series {
		s.steps = slices.Replace(s.steps, s.from(from), s.from(to), by.Steps(key).Between(from, to).steps...)
	}
}

// Forget drops the steps that begin before a moment, and keys without any left.
func (b *Book) Forget(before int64) {
	b.Replace(0, before, &Book{})
	b.keys = slices.DeleteFunc(b.keys, func(k Key) bool {
		if b.Steps(k).Len() > 0 {
			return false
		}
		delete(b.series, k)
		return true
	})
}

// Size is the number of steps.
func (b *Book) Size() int {
	n := 0
	for _, s := range b.series {
		n += s.Len()
	}
	return n
}

// Steps are those of a key.
func (b *Book) Steps(key Key) Series {
	if s := b.series[key]; s != nil {
		return *s
	}
	return Series{lengthMs: b.LengthMs}
}

// Count takes a value of a stream: into its own steps, those of its machine where it is of a position, and those of its line. A bad one is
// counted as such and moves neither mean nor spread: one cell out of spec is a signal of its own. NaN is judged and moves neither.
func (b *Book) Count(stream Stream, characteristic string, ms int64, value float64, bad, late bool) {
	for _, s := range stream.wider() {
		b.Change(Key{s, characteristic}, ms, func(step *Step) {
			step.Judge(bad, late)
			if !bad && !math.IsNaN(value) {
				step.Add(value)
			}
		})
	}
}

// CountVerdict takes a verdict of a stream, into the steps of all that it is a part of.
func (b *Book) CountVerdict(stream Stream, ms int64, bad, late bool) {
	for _, s := range stream.wider() {
		b.Change(Key{Stream: s}, ms, func(step *Step) { step.Judge(bad, late) })
	}
}

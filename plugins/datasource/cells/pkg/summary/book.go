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

// KeysOf are those of a characteristic.
func (b *Book) KeysOf(characteristic string) []Key {
	return slices.DeleteFunc(slices.Clone(b.keys), func(k Key) bool { return k.Characteristic != characteristic })
}

// Replace puts the steps of another book in place of those that begin in [from, to).
func (b *Book) Replace(from, to int64, by *Book) {
	for _, key := range by.keys {
		if b.series[key] == nil {
			b.series[key] = &Series{}
			b.keys = append(b.keys, key)
		}
	}
	for key, s := range b.series {
		first, last := s.at(from), s.at(to)
		*s = slices.Replace(*s, first, last, by.Steps(key).Between(from, to)...)
	}
}

// Forget drops the steps that begin before a moment, and keys without any left.
func (b *Book) Forget(before int64) {
	b.Replace(0, before, &Book{})
	b.keys = slices.DeleteFunc(b.keys, func(k Key) bool {
		if len(b.Steps(k)) > 0 {
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
		n += len(*s)
	}
	return n
}

// Steps are those of a key.
func (b *Book) Steps(key Key) Series {
	if s := b.series[key]; s != nil {
		return *s
	}
	return nil
}

// Between are the steps that begin in [from, to).
func (s Series) Between(from, to int64) Series {
	if to <= from {
		return nil
	}
	return s[s.at(from):s.at(to)]
}

// at is the place of the first step that begins at a moment or later.
func (s Series) at(ms int64) int {
	i, _ := slices.BinarySearchFunc(s, ms, func(step Step, ms int64) int { return cmp.Compare(step.Begin, ms) })
	return i
}

// Count takes a value of a stream: into its own steps, those of its machine where it is of a position, and those of its line. A bad one is
// counted as such and moves neither mean nor spread: one cell out of spec is a signal of its own.
func (b *Book) Count(stream Stream, characteristic string, ms int64, value float64, bad, late bool) {
	for _, s := range stream.wider() {
		step := b.judged(Key{s, characteristic}, ms, bad, late)
		if !bad {
			step.Add(value)
		}
	}
}

// CountVerdict takes a verdict of a stream, into the steps of all that it is a part of.
func (b *Book) CountVerdict(stream Stream, ms int64, bad, late bool) {
	for _, s := range stream.wider() {
		b.judged(Key{Stream: s}, ms, bad, late)
	}
}

func (b *Book) judged(key Key, ms int64, bad, late bool) *Step {
	step := b.Step(key, ms)
	step.Judge(bad)
	if late {
		step.Late++
	}
	return step
}

package summary

import (
	"math"
	"slices"
	"unsafe"
)

// Book holds the steps of all streams of a station.
type Book struct {
	// LengthMs is how long a step is; steps begin at its multiples.
	LengthMs int64
	series   map[Key]*kept
	keys     []Key
	version  int
}

// kept are the steps of a key: one that is being counted, and the others.
type kept struct {
	blocks  []block
	counted *Step
}

// NewBook is an empty one.
func NewBook(lengthMs int64) *Book { return &Book{LengthMs: lengthMs, series: map[Key]*kept{}} }

// Change changes the step of a moment (Unix ms), an empty one where there is none yet.
func (b *Book) Change(key Key, ms int64, change func(s *Step)) {
	k := b.of(key)
	begin := ms - ms%b.LengthMs
	if k.counted == nil || k.counted.Begin != begin {
		b.lay(key, k)
		k.counted = &Step{Begin: begin}
		if !isBehind(k.blocks, begin, b.LengthMs) {
			for known := range seriesOf(key, b.LengthMs, k.blocks).Between(begin, begin+1).All() {
				*k.counted = known
			}
		}
	}
	change(k.counted)
}

// lay puts the step that was counted to the others.
func (b *Book) lay(key Key, k *kept) {
	if k.counted == nil {
		return
	}
	w := writer{lengthMs: b.LengthMs, verdicts: key.Characteristic == ""}
	begin := k.counted.Begin
	w.add(*k.counted)
	w.shut()
	if isBehind(k.blocks, begin, b.LengthMs) {
		k.blocks = followedBy(k.blocks, w.blocks[0])
	} else {
		k.blocks = replaced(seriesOf(key, b.LengthMs, k.blocks), seriesOf(key, b.LengthMs, w.blocks), begin, begin+b.LengthMs)
	}
	k.counted = nil
}

func (b *Book) of(key Key) *kept {
	k := b.series[key]
	if k == nil {
		k = &kept{}
		b.series[key] = k
		b.keys = append(b.keys, key)
		b.version++
	}
	return k
}

// Version changes with every key that comes or goes.
func (b *Book) Version() int { return b.version }

// Keys are those that something was counted of, in the order of their first step.
func (b *Book) Keys() []Key { return b.keys }

// KeysOf are those of a characteristic.
func (b *Book) KeysOf(characteristic string) []Key {
	return slices.DeleteFunc(slices.Clone(b.keys), func(k Key) bool { return k.Characteristic != characteristic })
}

// KeysBetween are those of a characteristic of which something was counted in steps that begin in [from, to).
func (b *Book) KeysBetween(characteristic string, from, to int64) []Key {
	return slices.DeleteFunc(b.KeysOf(characteristic), func(k Key) bool { return !b.Steps(k).Between(from, to).Any() })
}

// Replace puts the steps of another book in place of those that begin in [from, to).
func (b *Book) Replace(from, to int64, by *Book) {
	for _, key := range by.keys {
		b.of(key)
	}
	for key, k := range b.series {
		old, anew := b.Steps(key), by.Steps(key)
		if anew.Any() || old.Between(from, to).Any() {
			k.blocks = replaced(old, anew, from, to)
		}
	}
}

// Forget drops the steps that begin before a moment, and keys without any left.
func (b *Book) Forget(before int64) {
	b.Replace(0, before, NewBook(b.LengthMs))
	b.keys = slices.DeleteFunc(b.keys, func(k Key) bool {
		if len(b.series[k].blocks) > 0 {
			return false
		}
		delete(b.series, k)
		b.version++
		return true
	})
}

// Size is the number of steps.
func (b *Book) Size() int {
	n := 0
	for _, key := range b.keys {
		for range b.Steps(key).All() {
			n++
		}
	}
	return n
}

// Bytes is what the steps weigh.
func (b *Book) Bytes() int {
	n := 0
	for _, k := range b.series {
		n += len(k.blocks) * int(unsafe.Sizeof(block{}))
		for _, one := range k.blocks {
			n += len(one.data)
		}
	}
	return n
}

// Steps are those of a key.
func (b *Book) Steps(key Key) Series {
	k := b.series[key]
	if k == nil {
		return seriesOf(key, b.LengthMs, nil)
	}
	b.lay(key, k)
	return seriesOf(key, b.LengthMs, k.blocks)
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

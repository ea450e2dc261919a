package summary

import (
	"math"
	"slices"
	"unsafe"
)

// Book holds the steps of all streams of a station. A stream is kept once, however much it measures: what is of it is found by its
// place among them.
type Book struct {
	// LengthMs is how long a step is; steps begin at its multiples.
	LengthMs int64
	// Most bounds how many streams of a machine, and how many of a line, positions tell apart, and how many lots do, of those that
	// Replace puts in: which have room depends on what came, not on its order. 0: all are kept.
	Most    int
	crowds  crowds
	streams []Stream
	places  places
	// columns are of a characteristic each, the verdicts' without a name.
	columns []*column
	version int
	// wholes are by the place of a stream that something was counted of the places of all that it is a part of, itself the first.
	wholes [][]int
	last   counting
}

// column holds the steps of one characteristic by the places of streams, of those that it has.
type column struct {
	characteristic string
	kept           []kept
}

// kept are the steps of a key: one that is being counted, and the others.
type kept struct {
	blocks  []block
	counted *Step
}

func (k *kept) empty() bool { return len(k.blocks) == 0 && k.counted == nil }

// NewBook is an empty one.
func NewBook(lengthMs int64) *Book {
	return &Book{LengthMs: lengthMs, places: places{}, crowds: newCrowds()}
}

// Change changes the step of a moment (Unix ms), an empty one where there is none yet.
func (b *Book) Change(key Key, ms int64, change func(s *Step)) {
	change(b.step(b.column(key.Characteristic), b.place(key.Stream), ms))
}

func (b *Book) step(c *column, place int, ms int64) *Step {
	k := b.of(c, place)
	begin := ms - ms%b.LengthMs
	if k.counted == nil || k.counted.Begin != begin {
		if k.empty() {
			b.version++
		}
		b.lay(c, k)
		k.counted = &Step{Begin: begin}
		if !isBehind(k.blocks, begin, b.LengthMs) {
			for known := range b.seriesOf(c, k).Between(begin, begin+1).All() {
				*k.counted = known
			}
		}
	}
	return k.counted
}

// lay puts the step that was counted to the others.
func (b *Book) lay(c *column, k *kept) {
	if k.counted == nil {
		return
	}
	begin := k.counted.Begin
	if isBehind(k.blocks, begin, b.LengthMs) {
		k.blocks = followed(b.seriesOf(c, k), *k.counted)
	} else {
		w := writer{lengthMs: b.LengthMs, verdicts: c.verdicts()}
		w.add(*k.counted)
		w.shut()
		k.blocks = replaced(b.seriesOf(c, k), b.seriesOf(c, &kept{blocks: w.blocks}), begin, begin+b.LengthMs)
	}
	k.counted = nil
}

func (c *column) verdicts() bool { return c.characteristic == "" }

func (b *Book) seriesOf(c *column, k *kept) Series {
	return Series{b.LengthMs, c.verdicts(), k.blocks, math.MinInt64, math.MaxInt64}
}

// column is that of a characteristic, a new one where nothing was counted of it.
func (b *Book) column(characteristic string) *column {
	if c := b.find(characteristic); c != nil {
		return c
	}
	c := &column{characteristic: characteristic}
	b.columns = append(b.columns, c)
	return c
}

// find is the column of a characteristic, nil where nothing was counted of it.
func (b *Book) find(characteristic string) *column {
	for _, c := range b.columns {
		if c.characteristic == characteristic {
			return c
		}
	}
	return nil
}

func (b *Book) place(s Stream) int {
	at, known := b.places.of(s, b.streams)
	if !known {
		at = len(b.streams)
		b.streams = append(b.streams, s)
		b.places.put(s, at)
	}
	return at
}

func (b *Book) of(c *column, place int) *kept {
	if place >= len(c.kept) {
		c.kept = append(c.kept, make([]kept, len(b.streams)-len(c.kept))...)
	}
	return &c.kept[place]
}

// Version changes with every key that comes or goes.
func (b *Book) Version() int { return b.version }

// Keys are those that something was counted of, in the order in which their streams came.
func (b *Book) Keys() (keys []Key) {
	for place := range b.streams {
		for _, c := range b.columns {
			if place < len(c.kept) && !c.kept[place].empty() {
				keys = append(keys, Key{b.streams[place], c.characteristic})
			}
		}
	}
	return keys
}

// KeysOf are those of a characteristic.
func (b *Book) KeysOf(characteristic string) []Key {
	return b.KeysBetween(characteristic, math.MinInt64, math.MaxInt64)
}

// KeysBetween are those of a characteristic of which something was counted in steps that begin in [from, to).
func (b *Book) KeysBetween(characteristic string, from, to int64) (keys []Key) {
	c := b.find(characteristic)
	if c == nil {
		return nil
	}
	for place := range c.kept {
		if b.stepsOf(c, &c.kept[place]).Between(from, to).Any() {
			keys = append(keys, Key{b.streams[place], characteristic})
		}
	}
	return keys
}

// Size is the number of steps.
func (b *Book) Size() (n int) {
	for _, c := range b.columns {
		for place := range c.kept {
			for range b.stepsOf(c, &c.kept[place]).All() {
				n++
			}
		}
	}
	return n
}

// Bytes is what the steps weigh.
func (b *Book) Bytes() (n int) {
	for _, c := range b.columns {
		for _, k := range c.kept {
			n += len(k.blocks) * int(unsafe.Sizeof(block{}))
			for _, one := range k.blocks {
				n += len(one.data)
			}
		}
	}
	return n
}

// Steps are those of a key.
func (b *Book) Steps(key Key) Series {
	c, place, known := b.find(key.Characteristic), 0, false
	if c != nil {
		place, known = b.places.of(key.Stream, b.streams)
	}
	if !known || place >= len(c.kept) {
		return Series{lengthMs: b.LengthMs, from: math.MinInt64, to: math.MaxInt64}
	}
	return b.stepsOf(c, &c.kept[place])
}

func (b *Book) stepsOf(c *column, k *kept) Series {
	b.lay(c, k)
	return b.seriesOf(c, k)
}

// Forget drops the steps that begin before a moment, and streams without any left.
func (b *Book) Forget(before int64) {
	b.Replace(0, before, NewBook(b.LengthMs))
	var left []int
	for place := range b.streams {
		if slices.ContainsFunc(b.columns, func(c *column) bool { return place < len(c.kept) && !c.kept[place].empty() }) {
			left = append(left, place)
		}
	}
	if len(left) == len(b.streams) {
		return
	}
	streams := b.streams
	b.streams, b.places, b.wholes, b.last, b.crowds = nil, places{}, nil, counting{}, newCrowds()
	for _, place := range left {
		b.crowds.count(streams[place])
		b.place(streams[place])
	}
	for _, c := range b.columns {
		all := make([]kept, 0, len(left))
		for _, place := range left {
			if place < len(c.kept) {
				all = append(all, c.kept[place])
			}
		}
		c.kept = all
	}
}

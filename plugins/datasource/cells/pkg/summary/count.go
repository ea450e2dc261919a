package summary

import "math"

// counting is the stream that something was counted of last, and the places of all that it is a part of: a visit measures many
// characteristics.
type counting struct {
	stream Stream
	places []int
}

// Count takes a value of a stream: into its own steps, those of its machine where it is of a position, and those of its line. A bad one is
// counted as such and moves neither mean nor spread: one cell out of spec is a signal of its own. NaN is judged and moves neither.
func (b *Book) Count(stream Stream, characteristic string, ms int64, value float64, bad, late bool) {
	c := b.column(characteristic)
	for _, place := range b.wider(stream) {
		step := b.step(c, place, ms)
		step.Judge(bad, late)
		if !bad && !math.IsNaN(value) {
			step.Add(value)
		}
	}
}

// CountVerdict takes a verdict of a stream, into the steps of all that it is a part of.
func (b *Book) CountVerdict(stream Stream, ms int64, bad, late bool) {
	c := b.column("")
	for _, place := range b.wider(stream) {
		b.step(c, place, ms).Judge(bad, late)
	}
}

// wider are the places of a stream and of all that it is a part of.
func (b *Book) wider(stream Stream) []int {
	if len(b.last.places) == 0 || b.last.stream != stream {
		own := b.place(stream)
		for len(b.wholes) <= own {
			b.wholes = append(b.wholes, nil)
		}
		if b.wholes[own] == nil {
			places := make([]int, 0, 3)
			for _, s := range stream.wider() {
				places = append(places, b.place(s))
			}
			b.wholes[own] = places
		}
		b.last = counting{stream, b.wholes[own]}
	}
	return b.last.places
}

package monitor

import (
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// beforeMs is how far back a machine that makes products in turn is looked at, turns how many times as long as one of its turns it has
// to make another one, for that to be a changeover.
const beforeMs, turns = 8 * 60 * 60 * 1000, 2

// changeovers tells of the places of a monitor whether their machines measured another product between two moments, for longer than the
// longest pause that is bridged and than they take turns, and nothing of their own meanwhile. A lot stays what it is.
func (m Monitor) changeovers(book *summary.Book) func(place int, fromMs, toMs int64) bool {
	if m.Against == Lot || m.Against == Master {
		return nil
	}
	return func(place int, fromMs, toMs int64) bool {
		if toMs-fromMs <= m.Pace.MaxGapMs {
			return false
		}
		of := m.Keys
		if place < len(of) {
			of = of[place : place+1]
		}
		return slices.ContainsFunc(of, func(k summary.Key) bool {
			longest := longestOther(book, k, fromMs, toMs)
			return longest > m.Pace.MaxGapMs && longest > turns*longestOther(book, k, fromMs-beforeMs, fromMs)
		})
	}
}

// longestOther is for how long (ms) at most, between two moments, the machine of a stream measured other products without measuring its own.
func longestOther(book *summary.Book, k summary.Key, fromMs, toMs int64) int64 {
	type seen struct{ own, other bool }
	steps := make([]seen, (toMs-fromMs)/book.LengthMs+1)
	for _, key := range book.KeysOf(k.Characteristic) {
		machine := key.Machine()
		if machine.Product, machine.Lot = k.Product, k.Lot; machine != k.Machine() {
			continue
		}
		for step := range book.Steps(key).Between(fromMs, toMs).All() {
			in := &steps[(step.Begin-fromMs)/book.LengthMs]
			in.own, in.other = in.own || key.Product == k.Product, in.other || key.Product != k.Product
		}
	}
	first, longest := -1, 0
	for i, in := range steps {
		switch {
		case in.own:
			first = -1
		case in.other && first < 0:
			first = i
		}
		if in.other && first >= 0 {
			longest = max(longest, i+1-first)
		}
	}
	return int64(longest) * book.LengthMs
}

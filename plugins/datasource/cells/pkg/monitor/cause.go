package monitor

import (
	"cmp"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// Told is an episode that is on, of a stream.
type Told struct {
	Episode
	// What is level, spread or share; Against what it is held.
	What, Against string
	Key           summary.Key
}

// severalParts depart together because of the whole.
const severalParts = 3

// whats are what departs, the plainest cause first.
var whats = []string{Spread, Level, Share}

// Causes keeps one episode a cause, of all that are on at a moment. Of one stream and characteristic the one told first stays. A
// machine or line yields to the part of it that departs as well, and its parts to it where there are several.
func Causes(all []Told) []Told {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b Told) int {
		return cmp.Or(
			compareKeys(a.Key, b.Key), cmp.Compare(a.FirstMs, b.FirstMs), cmp.Compare(slices.Index(whats, a.What), slices.Index(whats, b.What)),
		)
	})
	all = slices.CompactFunc(all, func(a, b Told) bool { return a.Key == b.Key })
	parts := map[summary.Key]int{}
	for _, t := range all {
		if whole, is := wholeOf(t.Key); is {
			parts[whole]++
		}
	}
	stands := map[summary.Key]bool{}
	for _, t := range all {
		stands[t.Key] = true
	}
	return slices.DeleteFunc(all, func(t Told) bool {
		if n := parts[t.Key]; n > 0 && n < severalParts {
			return true
		}
		for whole, is := wholeOf(t.Key); is; whole, is = wholeOf(whole) {
			if stands[whole] && parts[whole] >= severalParts {
				return true
			}
		}
		return false
	})
}

// wholeOf is the machine of a position, and the line of a machine.
func wholeOf(key summary.Key) (whole summary.Key, is bool) {
	switch {
	case key.Position != "":
		key.Stream = key.Machine()
	case key.Equipment != "":
		key.Stream = key.AtLine(key.Line)
	default:
		return key, false
	}
	return key, true
}

package retest

import "github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"

// Choice says which visits of an item at a station are read.
type Choice string

// First is the lowest visit number, Last the highest, All every visit.
const (
	First Choice = vocabulary.ChoiceFirst
	Last  Choice = vocabulary.ChoiceLast
	All   Choice = vocabulary.ChoiceAll
)

// Prefers tells whether the choice takes a visit in place of another, by how the two compare in number, rank and time
// (negative: less). Where passes bear one number the worse counts, whichever is asked for; of equals the earlier is the first,
// the later the last.
func (c Choice) Prefers(number, rank, time int) bool {
	switch {
	case number != 0:
		return (number < 0) == (c == First)
	case rank != 0:
		return rank > 0
	}
	return (time < 0) == (c == First)
}

// Worst is the pass that decides for all that bear one number: the worst eligible one, of equals the first in the list; -1 of
// none.
func Worst(passes []int, eligible func(pass int) bool, rank func(pass int) int) int {
	worst := -1
	for _, pass := range passes {
		if eligible(pass) && (worst < 0 || rank(pass) > rank(worst)) {
			worst = pass
		}
	}
	return worst
}

// Newest is which of n visits has the value that stands where a visit brought none: the one with the highest number up to that
// of the visit; of several with one number the last flawed, else the first. -1 of none.
func Newest(n int, upTo int64, of func(i int) (number int64, flawed bool)) int {
	newest, highest := -1, int64(0)
	for i := range n {
		number, flawed := of(i)
		if number <= upTo && (newest < 0 || number > highest || number == highest && flawed) {
			newest, highest = i, number
		}
	}
	return newest
}

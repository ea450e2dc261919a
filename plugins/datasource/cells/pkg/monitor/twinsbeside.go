package monitor

import (
	"slices"
)

// A stream that departs explains its own pairs only: another one may depart beside it.

// another is the place that departs beside the stream that is told, by one EWMA and what it says of pairs; -1 where none does. Of three it is
// of the pair that the told one is none of; of two the other one, where they lie much farther apart than the first ever brought about.
func (t *twins) another(way *twinsWay, own []verdict) int {
	streams := len(way.streams)
	if t.told < 0 || t.told == streams || t.beside >= 0 {
		return -1
	}
	for p, pair := range t.pairs {
		alone := own[p].Alone
		switch other := way.ofTwo(pair, alone); {
		case streams > 2 && (own[p].Side == 0 || slices.Contains(pair[:], t.told)):
		case streams > 2:
			return other
		case other == streams || other == t.told || own[p].Side == 0:
			t.reach = max(t.reach, way.reach(p))
		case way.pairs[p].far(alone) > clearly*t.reach:
			return other
		}
	}
	return -1
}

// reach is how far a pair lies off, by the newest window or as an EWMA.
func (way *twinsWay) reach(p int) float64 {
	return max(way.pairs[p].far(true), way.pairs[p].far(false))
}

// tell notes what departs: the first, or another one beside it.
func (t *twins) tell(departs, another int, known []bool) {
	switch {
	case t.told < 0:
		if t.told, t.reach = departs, 0; departs < 0 {
			return
		}
		for _, way := range t.ways {
			for p := range t.pairs {
				if known[p] {
					t.reach = max(t.reach, way.reach(p))
				}
			}
		}
	case t.beside < 0:
		t.beside = another
	}
}

// withoutOther leaves of the pairs that are known those without the other stream that is told, of those that a place may be held against;
// all, and -1, where none is left.
func (t *twins) withoutOther(place int, known []bool) (left []bool, other int) {
	all, found := len(t.seen)-1, false
	if other = t.told; place == t.told {
		other = t.beside
	}
	if other < 0 || other == all {
		return known, -1
	}
	left = slices.Clone(known)
	for p, pair := range t.pairs {
		left[p] = known[p] && !slices.Contains(pair[:], other)
		found = found || left[p] && (place == all || slices.Contains(pair[:], place))
	}
	if !found {
		return known, -1
	}
	return left, other
}

package monitor

import "slices"

// standing is how a place stood in a window: outside every episode, in one that is over by now, or in one that is lasting.
type standing int

const (
	outside standing = iota
	over
	lasting
)

// telling is what was told of places in windows.
type telling func(w Window, place int) standing

func tellingOf(all []Episode) telling {
	return func(w Window, place int) (in standing) {
		for _, e := range all {
			switch {
			case e.Stream != place || w.FromMs < e.SinceMs || w.ToMs > e.LastMs:
			case e.Over:
				in = max(in, over)
			default:
				in = lasting
			}
		}
		return in
	}
}

// broken tells whether a place was changed on purpose after a moment and until another one; all streams together where any of them was.
func broken(breaks [][]int64, place int, after, until int64) bool {
	if place < len(breaks) {
		breaks = breaks[place : place+1]
	}
	for _, of := range breaks {
		if i, at := slices.BinarySearch(of, until); at || i > 0 && of[i-1] > after {
			return true
		}
	}
	return false
}

// without gives windows without what was measured in more of an episode than a standing.
func (t telling) without(windows []Window, most standing) []Window {
	out := slices.Clone(windows)
	for i, w := range windows {
		for place, step := range w.Steps {
			if t(w, place) <= most {
				continue
			}
			if &out[i].Steps[0] == &w.Steps[0] {
				out[i].Steps = slices.Clone(w.Steps)
			}
			step.N, step.Bad, step.Judged = 0, 0, 0
			out[i].Steps[place] = step
		}
	}
	return out
}

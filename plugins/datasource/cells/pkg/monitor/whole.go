package monitor

import (
	"cmp"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// part gives the place that a stream is a part of; ok is false where it is no such part.
type part func(s summary.Stream) (whole summary.Stream, ok bool)

func partOfMachine(s summary.Stream) (summary.Stream, bool) { return s.Machine(), s.Position != "" }

func partOfLine(s summary.Stream) (summary.Stream, bool) {
	return s.AtLine(s.Line), s.Position == "" && s.Equipment != ""
}

// Parts are how many positions of each machine there are, and machines of each line, of which streams of a characteristic were seen.
type Parts map[summary.Stream]int

// PartsOf counts them.
func PartsOf(keys []summary.Key) Parts {
	out, seen := Parts{}, map[summary.Stream]bool{}
	for _, k := range keys {
		for place := k.Stream; !seen[place]; {
			seen[place] = true
			whole, is := partOfMachine(place)
			if !is {
				whole, is = partOfLine(place)
			}
			if is {
				out[whole]++
				place = whole
			}
		}
	}
	return out
}

// gathered adds a whole of parts that depart alike where they are two at least and more than half of those there are, or were since
// any of them last was inside.
func gathered(all []Told, part part) []Told {
	type alike struct {
		summary.Key
		what string
		side int
	}
	groups := map[alike][]Told{}
	for _, d := range all {
		if whole, ok := part(d.Key.Stream); ok {
			of := alike{summary.Key{Stream: whole, Characteristic: d.Key.Characteristic}, d.What, d.Side}
			groups[of] = append(groups[of], d)
		}
	}
	for of, episodes := range groups {
		all = append(all, mostOf(episodes, of.Key)...)
	}
	return all
}

// mostOf are the times in which episodes of parts of a whole were one of it: from when most depart until the last of them is over.
func mostOf(episodes []Told, whole summary.Key) (out []Told) {
	slices.SortFunc(episodes, func(a, b Told) int {
		return cmp.Or(cmp.Compare(a.Begins(), b.Begins()), compareKeys(a.Key, b.Key), cmp.Compare(a.Against, b.Against))
	})
	for len(episodes) > 0 {
		run, mostMs := 0, int64(0)
		for ; run < len(episodes) && (run == 0 || slices.ContainsFunc(episodes[:run], episodes[run].meets)); run++ {
			if mostMs == 0 && most(episodes[:run+1], whole) {
				mostMs = episodes[run].Begins()
			}
		}
		if mostMs > 0 {
			out = append(out, together(episodes[:run], whole, mostMs))
		}
		episodes = episodes[run:]
	}
	return out
}

// meets tells whether another one, that began before, was on when this one began.
func (t Told) meets(before Told) bool { return before.untilMs() > t.Begins() }

// most tells whether so many parts depart as the last one begins.
func most(episodes []Told, whole summary.Key) bool {
	last := episodes[len(episodes)-1]
	on := map[summary.Stream]bool{last.Key.Stream: true}
	for _, e := range episodes {
		if last.meets(e) {
			on[e.Key.Stream] = true
		}
	}
	return len(on) >= 2 && 2*len(on) > last.Parts[whole.Stream]
}

// together is what parts of a whole are as one: as the first that lasts, for as long as all of them.
func together(run []Told, whole summary.Key, mostMs int64) Told {
	on := func(e Told) bool { return !e.Over }
	one := run[max(0, slices.IndexFunc(run, on))]
	for _, e := range run {
		one.FirstMs, one.SinceMs, one.LastMs = min(one.FirstMs, e.FirstMs), min(one.SinceMs, e.SinceMs), max(one.LastMs, e.LastMs)
		one.Size, one.Late = max(one.Size, e.Size), one.Late && e.Late
	}
	one.Key, one.mostMs, one.Most = whole, mostMs, slices.Clone(run)
	return one
}

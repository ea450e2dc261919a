package monitor

import (
	"cmp"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// Told is an episode that is on, and of what.
type Told struct {
	Monitor
	Episode
	// Key is the stream that bears it: its own, or the machine or line of which most parts depart alike.
	Key summary.Key
	// Grave is the place of its severity, the gravest first.
	Grave int
	// most: most parts of it depart.
	most bool
}

// HeldAgainst are the streams of its monitor that are neither it nor parts of it.
func (t Told) HeldAgainst() []summary.Key {
	return slices.DeleteFunc(slices.Clone(t.Keys), func(k summary.Key) bool {
		return k.Stream == t.Key.Stream || within(k.Stream, t.Key.Stream)
	})
}

// Apart tells whether nothing says which of two or three streams departs: they lie apart otherwise than is usual.
func (t Told) Apart() bool { return t.Stream >= len(t.Keys) }

// whats are what departs, the plainest cause first.
var whats = []string{Spread, Level, Share}

// Causes leaves of all that departs at a station at a moment one a cause: of a stream the gravest, then what began first, of verdicts
// none where a characteristic says why; of a machine or line of which most parts depart alike itself, else its parts. Episodes that
// are over are no causes, but tell that most of a whole departed, which is on until the last of its parts is over.
func Causes(all []Told) (out []Told) {
	all = gathered(gathered(slices.Clone(all), partOfMachine), partOfLine)
	all = slices.DeleteFunc(all, func(d Told) bool { return d.Over })
	slices.SortFunc(all, func(a, b Told) int {
		return cmp.Or(
			cmp.Compare(a.Grave, b.Grave), cmp.Compare(a.FirstMs, b.FirstMs), compareKeys(a.Key, b.Key),
			cmp.Compare(slices.Index(whats, a.What), slices.Index(whats, b.What)), cmp.Compare(a.Against, b.Against),
		)
	})
	for i, d := range all {
		explained := false
		for j, other := range all {
			explained = explained || other.explains(d, j < i)
		}
		if !explained {
			out = append(out, d)
		}
	}
	return out
}

// part gives the place that a stream is a part of; ok is false where it is no such part.
type part func(s summary.Stream) (whole summary.Stream, ok bool)

func partOfMachine(s summary.Stream) (summary.Stream, bool) { return s.Machine(), s.Position != "" }

func partOfLine(s summary.Stream) (summary.Stream, bool) {
	return s.AtLine(s.Line), s.Position == "" && s.Equipment != ""
}

// gathered puts one in the place of parts that depart alike where they are two at least and more than half of those there are, or
// were since any of them last was inside.
func gathered(all []Told, part part) []Told {
	type alike struct {
		summary.Key
		what string
		side int
	}
	groups := map[alike][]int{}
	for i, d := range all {
		if whole, ok := part(d.Key.Stream); ok {
			of := alike{summary.Key{Stream: whole, Characteristic: d.Key.Characteristic}, d.What, d.Side}
			groups[of] = append(groups[of], i)
		}
	}
	gone := map[int]bool{}
	var made []Told
	for of, members := range groups {
		episodes := make([]Told, len(members))
		for at, i := range members {
			episodes[at] = all[i]
		}
		one, most := mostOf(episodes, parts(episodes[0].Keys, of.Stream))
		if !most {
			continue
		}
		for _, i := range members {
			gone[i] = true
		}
		one.Key, one.most = of.Key, true
		own := func(d Told) bool { return !d.Over && d.Key == of.Key && d.What == of.what && d.Side == of.side }
		if i := slices.IndexFunc(all, own); i >= 0 {
			all[i].most = true
			continue
		}
		made = append(made, one)
	}
	var out []Told
	for i, d := range all {
		if !gone[i] {
			out = append(out, d)
		}
	}
	return append(out, made...)
}

// mostOf tells whether episodes of parts of a whole are one of it, on by now: its first that is, as long as all together.
func mostOf(episodes []Told, parts int) (one Told, most bool) {
	slices.SortFunc(episodes, func(a, b Told) int {
		return cmp.Or(cmp.Compare(a.FirstMs, b.FirstMs), compareKeys(a.Key, b.Key), cmp.Compare(a.Against, b.Against))
	})
	began := 0
	for i, e := range episodes {
		lasts := func(before Told) bool { return !before.Over || before.LastMs > e.FirstMs }
		if !slices.ContainsFunc(episodes[began:i], lasts) {
			began, most = i, false
		}
		on := map[summary.Stream]bool{e.Key.Stream: true}
		for _, before := range episodes[began:i] {
			if lasts(before) {
				on[before.Key.Stream] = true
			}
		}
		most = most || len(on) >= 2 && 2*len(on) > parts
	}
	now := slices.IndexFunc(episodes[began:], func(e Told) bool { return !e.Over })
	if !most || now < 0 {
		return one, false
	}
	one = episodes[began+now]
	for _, e := range episodes[began:] {
		one.FirstMs, one.SinceMs = min(one.FirstMs, e.FirstMs), min(one.SinceMs, e.SinceMs)
	}
	return one, true
}

// parts is the number of different places below one of which there are streams: the positions of a machine, the machines of a line.
func parts(keys []summary.Key, whole summary.Stream) int {
	places := map[string]bool{}
	for _, k := range keys {
		switch {
		case k.Line != whole.Line:
		case whole.Equipment == "":
			places[k.Equipment] = true
		case k.Equipment == whole.Equipment && k.Position != "":
			places[k.Position] = true
		}
	}
	return len(places)
}

// explains tells whether something else that departs is but another sight of this; graver: this goes before it.
func (d Told) explains(other Told, graver bool) bool {
	a, b := d.Key.Stream, other.Key.Stream
	switch {
	case d.Key.Product != other.Key.Product || a.Line != b.Line:
		return false
	case a == b:
		// The verdict is the least that can be said; of two others the first in order stays.
		if verdicts := d.Key.Characteristic == ""; verdicts != (other.Key.Characteristic == "") {
			return !verdicts
		}
		return graver
	case within(a, b):
		return !other.most && (d.Key.Characteristic == other.Key.Characteristic || other.Key.Characteristic == "")
	case within(b, a):
		return d.most && d.Key.Characteristic == other.Key.Characteristic || d.Key.Characteristic != "" && other.Key.Characteristic == ""
	}
	return false
}

// within tells whether a stream is a part of another.
func within(part, whole summary.Stream) bool {
	return whole.Position == "" && part != whole && (whole.Equipment == "" || whole.Equipment == part.Equipment)
}

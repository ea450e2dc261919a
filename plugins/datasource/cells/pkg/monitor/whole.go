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

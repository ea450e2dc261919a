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

// gathered puts a whole in the place of parts that depart alike where they are two at least and more than half of those there are, or
// were since any of them last was inside.
func gathered(all []Told, part part) []Told {
	type alike struct {
		summary.Key
		what string
		side int
	}
	groups := map[alike][]int{}
	for i, d := range all {
		// Of a monitor of one stream nobody knows how many others are watched.
		if whole, ok := part(d.Key.Stream); ok && len(d.Keys) > 1 {
			of := alike{summary.Key{Stream: whole, Characteristic: d.Key.Characteristic}, d.What, d.Side}
			groups[of] = append(groups[of], i)
		}
	}
	var made []Told
	before := slices.Clone(all)
	for of, members := range groups {
		episodes := make([]Told, len(members))
		for at, i := range members {
			episodes[at] = all[i]
		}
		one, since, most := mostOf(episodes, parts(episodes[0].Keys, of.Stream))
		if !most {
			continue
		}
		for _, i := range members {
			all[i].inWhole = true
		}
		one.own = slices.ContainsFunc(since, func(e Told) bool { return e.own || !e.explained(before) })
		one.Key = of.Key
		own := func(d Told) bool { return !d.Over && d.Key == of.Key && d.What == of.what && d.Side == of.side }
		if i := slices.IndexFunc(all, own); i >= 0 {
			all[i].mostMs, all[i].own = one.mostMs, one.own
			continue
		}
		made = append(made, one)
	}
	return append(all, made...)
}

// mostOf tells whether episodes of parts of a whole are one of it, on by now: its first that is, as long as all together, and which they
// are since none was.
func mostOf(episodes []Told, parts int) (one Told, since []Told, most bool) {
	slices.SortFunc(episodes, func(a, b Told) int {
		return cmp.Or(cmp.Compare(a.FirstMs, b.FirstMs), compareKeys(a.Key, b.Key), cmp.Compare(a.Against, b.Against))
	})
	began, mostMs := 0, int64(0)
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
		if !most && len(on) >= 2 && 2*len(on) > parts {
			most, mostMs = true, e.FirstMs
			for _, before := range episodes[began : i+1] {
				mostMs = max(mostMs, before.mostMs)
			}
		}
	}
	now := slices.IndexFunc(episodes[began:], func(e Told) bool { return !e.Over })
	if !most || now < 0 {
		return one, nil, false
	}
	one, since = episodes[began+now], episodes[began:]
	one.mostMs = mostMs
	for _, e := range since {
		one.FirstMs, one.SinceMs = min(one.FirstMs, e.FirstMs), min(one.SinceMs, e.SinceMs)
	}
	return one, since, true
}

// parts is the number of different places below one of which there are streams: the positions of a machine, the machines of a line.
func parts(keys []summary.Key, whole summary.Stream) int {
	places := map[string]bool{}
	for _, k := range keys {
		switch {
		case k.Site != whole.Site || k.Line != whole.Line:
		case whole.Equipment == "":
			places[k.Equipment] = true
		case k.Equipment == whole.Equipment && k.Position != "":
			places[k.Position] = true
		}
	}
	return len(places)
}

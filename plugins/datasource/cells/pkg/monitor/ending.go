package monitor

import (
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// An episode ends by what is judged, and where nothing can be judged any more: by what was done to its place, by a changeover, by a
// stream that nothing can be held against.

// end ends what is told of a place.
func (f *followed) end(place int) {
	f.since[place] = 0
	if open := f.open[place]; open >= 0 {
		f.all[open].Over, f.open[place] = true, -1
	}
}

// windowsApart is how many windows have to begin between two breaks, so that two of them lie whole: what is told by the first is not taken
// back before the next. What is done more often belongs to how a machine runs and begins nothing anew: nothing would be told of it any more.
const windowsApart = 3

// passBreaks begins anew, at their centre, the places of which a break lies between the beginnings of the window before and of this one: what
// was told of them is over. What is usual of them stays so, or nobody would learn that an action did not help.
func (f *followed) passBreaks(w Window) {
	if len(f.breaks) == 0 {
		return
	}
	before := f.lastMs
	f.lastMs = w.FromMs
	for place := range f.open {
		begins := f.breaksOff(place, before, w.FromMs)
		if f.unbroken[place]++; broken(f.breaks, place, before, w.FromMs) {
			f.unbroken[place] = 1
		}
		if begins {
			f.forget(place)
			f.end(place)
		}
	}
}

// breaksOff tells whether a place begins anew by what was done to it after the newest window began and until a moment.
func (f *followed) breaksOff(place int, after, until int64) bool {
	return len(f.breaks) > 0 && f.unbroken[place] >= f.apart && broken(f.breaks, place, after, until)
}

// passChanges ends what was told of places that were changed over before a window after a pause.
func (f *followed) passChanges(w Window) {
	for place, open := range f.open {
		if open >= 0 && f.changed != nil && f.changed(place, f.all[open].LastMs, w.FromMs) {
			f.end(place)
		}
	}
}

// told are the episodes that were on after the start, as they are at a moment (Unix ms); before it came, those that are on.
func (f *followed) told(untilMs int64) []Episode {
	all := f.all
	ended := func(e Episode) bool {
		return !e.Over && (f.breaksOff(e.Stream, f.lastMs, untilMs-1) || f.changed != nil && f.changed(e.Stream, e.LastMs, untilMs))
	}
	if slices.ContainsFunc(all, ended) {
		all = slices.Clone(all)
		for i, e := range all {
			all[i].Over = e.Over || ended(e)
		}
	}
	if f.start < 0 {
		all = slices.DeleteFunc(slices.Clone(all), func(e Episode) bool { return e.Over })
	}
	return all
}

// mostAloneMs is how long a stream may measure, in two windows at least, without being judged, until what was told of it is over.
const mostAloneMs = 8 * 60 * 60 * 1000

// alone is for how long a stream (of all together: any of them) measured what could not be judged, in so many windows.
type alone struct {
	ms      int64
	windows int
}

func (a *alone) pass(w Window, stream int, judged bool) {
	switch {
	case judged:
		*a = alone{}
	case w.measured(stream):
		a.ms += w.ToMs - w.FromMs
		a.windows++
	}
}

// measured tells whether anything of a stream was; behind the last one, of any.
func (w Window) measured(stream int) bool {
	of := w.Steps
	if stream < len(of) {
		of = of[stream : stream+1]
	}
	return slices.ContainsFunc(of, func(s summary.Step) bool { return s.N+s.Judged > 0 })
}

func (a alone) long() bool { return a.windows > 1 && a.ms > mostAloneMs }

package loss

import (
	"cmp"
	"math"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Place is where something is measured; an empty text is a part that is not told apart.
type Place struct {
	Site, Line, Station, Equipment, Position, Product, Lot string
}

// has tells whether another place is this or a part of it; what it does not tell apart, and lots, are not asked.
func (p Place) has(o Place) bool {
	for _, of := range [][2]string{
		{p.Site, o.Site}, {p.Line, o.Line}, {p.Station, o.Station}, {p.Equipment, o.Equipment}, {p.Position, o.Position}, {p.Product, o.Product},
	} {
		if of[0] != "" && of[0] != of[1] {
			return false
		}
	}
	return true
}

func (v Visit) place() Place {
	return Place{Site: v.Site, Line: v.Line, Station: v.Station, Equipment: v.Equipment, Position: v.Position, Product: v.Product}
}

// Episode is one signal from its beginning to its end. Moments are Unix ms.
type Episode struct {
	Place
	Characteristic string
	// Kind and Rule are those of its signal.
	Kind, Rule string
	// Among are the places of which one departs, where nothing says which.
	Among []Place
	// FromMs is when what is wrong began, ToldMs when that could be told at the earliest (0 where that is not known), ToMs its end: of one
	// that goes on, until when it is known.
	FromMs, ToldMs, ToMs int64
	Over                 bool
	// Bad is what was wrong with cells in it.
	Bad []*Bad
	// Unfollowed: what became of its items is not told, for they are rolls or batches.
	Unfollowed bool
	Figures
	Answered
}

// concerns tells whether it is of a visit and a characteristic.
func (e *Episode) concerns(v Visit, characteristic string, lots []string) bool {
	if e.Characteristic != characteristic || v.ToMs < e.FromMs || v.ToMs > e.ToMs || e.Lot != "" && !slices.Contains(lots, e.Lot) {
		return false
	}
	return e.Takes(v.place())
}

// Takes tells whether what is measured at a place belongs to it.
func (e *Episode) Takes(at Place) bool {
	return len(e.Among) == 0 && e.has(at) || slices.ContainsFunc(e.Among, func(p Place) bool { return p.has(at) })
}

// FirstBadMs is when the first cell in it was wrong, 0 where none was.
func (e *Episode) FirstBadMs() (first int64) {
	for _, b := range e.Bad {
		if ms := b.Visit().ToMs; first == 0 || ms < first {
			first = ms
		}
	}
	return first
}

// Share gives each of what was wrong to the first of the episodes that it belongs to; the others that are out of spec are episodes of their
// own, by their place: those between which no longer pause lies than a station bears (ms) are one.
func Share(departed []*Episode, wrong []*Bad, pauseMs func(station string) int64) []*Episode {
	out := slices.Clone(departed)
	slices.SortStableFunc(out, func(a, b *Episode) int { return cmp.Compare(a.FromMs, b.FromMs) })
	wrong = slices.Clone(wrong)
	slices.SortStableFunc(wrong, func(a, b *Bad) int {
		return cmp.Or(cmp.Compare(a.Visit().ToMs, b.Visit().ToMs), cmp.Compare(a.Cell.ID, b.Cell.ID))
	})
	known := len(out)
	byStation := map[string][]*Episode{}
	for _, e := range out {
		byStation[e.Station] = append(byStation[e.Station], e)
	}
	type stream struct {
		Place
		characteristic string
	}
	last := map[stream]*Episode{}
	for _, b := range wrong {
		v := b.Visit()
		of := byStation[v.Station]
		if i := slices.IndexFunc(of, func(e *Episode) bool { return e.concerns(v, b.Characteristic, b.Cell.Lots) }); i >= 0 {
			of[i].Bad = append(of[i].Bad, b)
			continue
		}
		if b.Characteristic == "" {
			continue // what a station finds fault with is told where it does so too often
		}
		at := stream{v.place(), b.Characteristic}
		e := last[at]
		if e == nil || v.ToMs-e.ToMs > pauseMs(v.Station) {
			e = &Episode{Place: at.Place, Characteristic: b.Characteristic, Kind: vocabulary.SignalOutOfSpec, FromMs: v.ToMs, ToldMs: v.toldMs(), Figures: Unknown()}
			last[at] = e
			out = append(out, e)
		}
		e.ToMs = v.ToMs
		e.Bad = append(e.Bad, b)
	}
	slices.SortStableFunc(out[known:], func(a, b *Episode) int { return cmp.Compare(a.FromMs, b.FromMs) })
	return out
}

// Settle tells of episodes of cells out of spec whether they are over at a moment (Unix ms).
func Settle(all []*Episode, pauseMs func(station string) int64, nowMs int64) {
	for _, e := range all {
		if e.Kind == vocabulary.SignalOutOfSpec {
			e.Over = nowMs-e.ToMs > pauseMs(e.Station)
		}
	}
}

// Seconds is how long after its beginning something was, NaN where it was not, or is not known.
func (e *Episode) Seconds(ms int64) float64 {
	if ms == 0 {
		return math.NaN()
	}
	return float64(ms-e.FromMs) / 1000
}

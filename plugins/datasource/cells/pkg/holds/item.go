package holds

import (
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/genealogy"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Item is what is known of an item, by which holds on its lots, rolls, carriers and places reach it. Times are Unix ms, of sources.
type Item struct {
	ID string
	// Parts are what it was made of and built into: lots, batches, stretches of rolls, modules.
	Parts    []genealogy.Part
	Carriers []Carried
	Visits   []Visit
}

// Carried is how long an item lay in a carrier; ToMs 0 is until now.
type Carried struct {
	Carrier      string
	FromMs, ToMs int64
}

// Visit is where an item was worked on, and from when to when.
type Visit struct {
	Site, Line, Station, Equipment, Position string
	FromMs, ToMs                             int64
}

// Concerns tells whether an event holds for an item: it names it, or what it was made of or built into, which stay part of it
// for ever; or a carrier that it lay in, or a machine, station or line that worked on it, in the window that the event names:
// without one when it happened, or later.
func Concerns(e *record.Event, i *Item) bool {
	return i.ID != "" && (e.TargetID == i.ID || e.ItemID == i.ID) || e.TargetID != "" &&
		(slices.ContainsFunc(i.Parts, func(p genealogy.Part) bool { return p.Item == e.TargetID && p.Meets(e.FromM, e.ToM) }) ||
			slices.ContainsFunc(i.Carriers, func(c Carried) bool { return c.Carrier == e.TargetID && within(e, c.FromMs, c.ToMs) }) ||
			slices.ContainsFunc(i.Visits, func(v Visit) bool { return at(e, v) }))
}

// at tells whether a visit was at the place that an event names.
func at(e *record.Event, v Visit) bool {
	here := e.TargetID == v.Equipment || e.TargetID == v.Station || e.TargetID == v.Line
	machine := e.TargetType == targetStation && elsewhere(e, e.Equipment, v.Equipment)
	return here && !machine && !elsewhere(e, e.Site, v.Site) && !elsewhere(e, e.Station, v.Station) && !elsewhere(e, e.Position, v.Position) &&
		within(e, v.FromMs, v.ToMs)
}

// elsewhere tells whether an event names another place than that of a visit. A hold holds what is not known to have been elsewhere.
func elsewhere(e *record.Event, named, was string) bool {
	return named != "" && named != was && (was != "" || e.Kind != vocabulary.EventHold)
}

// begin is when the window of an event begins.
func begin(e *record.Event) int64 {
	if e.FromMs != 0 {
		return e.FromMs
	}
	return e.AtMs
}

// within tells whether the window of an event meets a time, whose end 0 is open.
func within(e *record.Event, fromMs, toMs int64) bool {
	return (e.ToMs == 0 || fromMs <= e.ToMs) && (toMs == 0 || begin(e) <= toMs)
}

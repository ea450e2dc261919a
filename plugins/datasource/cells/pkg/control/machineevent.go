package control

import "cmp"

// MachineEvent is one that happened to a machine or a position of it; to all of a station where Equipment is "".
type MachineEvent struct {
	Site, Station, Equipment, Position string
	// OfItem: it happened to an item there.
	OfItem bool
	AtNs   int64
}

// PlaceOfEvent are the fields of an event that say where it happened, beside its tag site.
var PlaceOfEvent = []string{"equipment", "target_type", "target_id", "station", "position"}

// MachineEventOf reads one of a moment (ns) from what it says in its fields and tags, "" where it says nothing.
func MachineEventOf(ns int64, text func(name string) string) MachineEvent {
	e := MachineEvent{Site: text("site"), Station: text("station"), Equipment: text("equipment"), Position: text("position"), AtNs: ns}
	switch target := text("target_id"); text("target_type") {
	case "station":
		e.Station = cmp.Or(e.Station, target)
	case "", "equipment":
		e.Equipment = cmp.Or(e.Equipment, target)
	default:
		e.Equipment, e.OfItem = cmp.Or(e.Equipment, target), true
	}
	return e
}

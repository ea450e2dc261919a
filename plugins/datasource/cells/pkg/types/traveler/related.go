package traveler

import (
	"cmp"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/holds"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// bond is how an item is tied to what it inherits decisions from.
type bond uint8

// Material is part of the item for ever; a carrier only while the item lies in it, a machine only while it is worked on.
const (
	material bond = iota
	carrier
	machineBond
)

// related are the targets whose decisions the item may inherit.
func (t *traveler) related(stays []*stay) map[string]bond {
	targets := map[string]bond{}
	for _, e := range t.edges {
		if e.Parent == t.id && e.Relation != vocabulary.RelationContains {
			continue // what a lot went into, or a tray carried, decides nothing about it
		}
		for _, item := range []string{e.Child, e.Parent} {
			if item != t.id {
				targets[item] = material
			}
		}
	}
	for _, p := range t.places(stays) {
		targets[p.carrier] = carrier
	}
	for _, s := range stays {
		if v := s.text("equipment"); v != "" {
			targets[v] = machineBond
		}
	}
	return targets
}

// place is a carrier in which the item was seen.
type place struct {
	ms      int64
	carrier string
}

// places are the carriers of the item in order of time.
func (t *traveler) places(stays []*stay) []place {
	var out []place
	for _, s := range stays {
		if v := s.text("carrier"); v != "" {
			out = append(out, place{s.sourceMs, v})
		}
	}
	for _, e := range t.edges {
		if e.Relation == vocabulary.RelationCarriedBy && e.Child == t.id {
			out = append(out, place{e.NS / 1e6, e.Parent})
		}
	}
	slices.SortStableFunc(out, func(a, b place) int { return cmp.Compare(a.ms, b.ms) })
	return out
}

// concerns tells whether a decision about a target holds for the item. One about a machine does if the item passed it in
// the window that the decision names, one about a carrier if the item lay in it; without a window: when the decision was
// made, or later.
func (t *traveler) concerns(e *holds.Occurrence, stays []*stay, targets map[string]bond) bool {
	from := e.FromMs
	if from == 0 {
		from = e.MS
	}
	within := func(ms int64) bool { return ms >= from && (e.ToMs == 0 || ms <= e.ToMs) }
	switch targets[e.Target] {
	case machineBond:
		return slices.ContainsFunc(stays, func(s *stay) bool { return s.text("equipment") == e.Target && within(s.sourceMs) })
	case carrier:
		then := ""
		for _, p := range t.places(stays) {
			if p.ms <= from {
				then = p.carrier
			} else if p.carrier == e.Target && within(p.ms) {
				return true
			}
		}
		return then == e.Target
	}
	return true
}

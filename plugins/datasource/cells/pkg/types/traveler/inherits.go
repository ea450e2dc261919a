package traveler

import (
	"cmp"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/genealogy"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/holds"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// item is what decides which holds the item inherits.
func (t *traveler) item() *holds.Item {
	stays := t.standing()
	out := &holds.Item{ID: t.id, Parts: t.family().Origins(t.id, originDepth), Carriers: t.carriers(stays)}
	for _, s := range stays {
		out.Visits = append(out.Visits, holds.Visit{
			Site: s.text("site"), Line: s.text("line"), Station: s.station, Equipment: s.text("equipment"), Position: s.text("position"),
			FromMs: s.startedMs, ToMs: s.sourceMs,
		})
	}
	return out
}

// family links the item to what it was made of and built into. What a lot went into, or a tray carried, decides nothing about it, and
// its own carriers only while it lies in them.
func (t *traveler) family() genealogy.Family {
	out := genealogy.Family{}
	for _, e := range t.edges {
		if e.Relation != vocabulary.RelationCarriedBy || e.Child != t.id {
			l := e.link
			l.Parent = e.Parent
			out[e.Child] = append(out[e.Child], l)
		}
		if e.Relation == vocabulary.RelationContains {
			out[e.Parent] = append(out[e.Parent], genealogy.Link{Parent: e.Child})
		}
	}
	return out
}

// carriers are those of the item in order of time: it lies in one until it is seen in another.
func (t *traveler) carriers(stays []*stay) []holds.Carried {
	var out []holds.Carried
	for _, s := range stays {
		if v := s.text("carrier"); v != "" {
			out = append(out, holds.Carried{Carrier: v, FromMs: s.sourceMs})
		}
	}
	for _, e := range t.edges {
		if e.Relation == vocabulary.RelationCarriedBy && e.Child == t.id {
			out = append(out, holds.Carried{Carrier: e.Parent, FromMs: e.NS / 1e6})
		}
	}
	slices.SortStableFunc(out, func(a, b holds.Carried) int { return cmp.Compare(a.FromMs, b.FromMs) })
	for i := range len(out) - 1 {
		out[i].ToMs = out[i+1].FromMs
	}
	return out
}

// inheritedFrom are the names of all whose decisions the item may inherit.
func inheritedFrom(i *holds.Item) []string {
	var names []string
	for _, p := range i.Parts {
		names = append(names, p.Item)
	}
	for _, c := range i.Carriers {
		names = append(names, c.Carrier)
	}
	for _, v := range i.Visits {
		names = append(names, v.Equipment, v.Station, v.Line)
	}
	slices.Sort(names)
	return slices.DeleteFunc(slices.Compact(names), func(name string) bool { return name == "" || name == i.ID })
}

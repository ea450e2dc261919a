package holds

import (
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// State is what became of an item.
type State struct {
	// Disposition is hold while any hold is open, else the newest decision, "" when nothing was decided.
	Disposition string
	// Open are the holds that hold it, the oldest first.
	Open []*Hold
	// Said are the holds that were placed on it and the decisions that concern it or closed one of them, in the order of storing.
	Said []*record.Event
}

// Disposition is what became of an item by the events that concern it, at a moment (Unix ms) of the server's clock.
func Disposition(events []record.Event, nowMs int64) string {
	return Fold(events).state("", func(*record.Event) bool { return true }, nowMs).Disposition
}

// Of is what became of an item, by what is known of it, at a moment (Unix ms) of the server's clock.
func (b *Book) Of(i *Item, nowMs int64) State {
	return b.state(i.ID, func(e *record.Event) bool { return Concerns(e, i) }, nowMs)
}

func (b *Book) state(item string, concerns func(*record.Event) bool, nowMs int64) State {
	var out State
	placed := map[*Hold]bool{}
	for _, h := range b.holds {
		if slices.ContainsFunc(h.Said, concerns) {
			placed[h] = true
			out.Said = append(out.Said, h.Said...)
		}
	}
	var deciding []*decision
	closing := ""
	for _, d := range b.decisions {
		switch {
		case concerns(d.Event), slices.Contains(d.targets(), item):
			deciding = append(deciding, d)
		case slices.ContainsFunc(d.closed, func(h *Hold) bool { return placed[h] }):
			closing = d.Kind
		default:
			continue
		}
		out.Said = append(out.Said, d.Event)
	}
	slices.SortFunc(out.Said, compare)
	for _, h := range b.holds {
		freed := func(d *decision) bool { return d.frees(item, h) }
		if placed[h] && h.Open(nowMs) && !slices.ContainsFunc(deciding, freed) {
			out.Open = append(out.Open, h)
		}
	}
	switch {
	case len(out.Open) > 0:
		out.Disposition = vocabulary.EventHold
	case len(deciding) > 0:
		out.Disposition = newest(item, deciding)
	default:
		out.Disposition = closing // a machine that is released says so of what passed it before as well
	}
	return out
}

// newest is the last decision. What was scrapped itself stays scrap whatever is decided of its lot or machine.
func newest(item string, decisions []*decision) string {
	for _, d := range slices.Backward(decisions) {
		if slices.Contains(d.targets(), item) {
			if d.Kind == vocabulary.EventScrap {
				return d.Kind
			}
			break
		}
	}
	return decisions[len(decisions)-1].Kind
}

package holds

import (
	"cmp"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Standing is the whole state of what people and systems decided about one target: what a command to the line carries.
type Standing struct {
	// Target is the ID of what it is about, TargetType what that is, "" where none of the events says so.
	Target, TargetType string
	// State is hold while any hold on it is open, else the newest decision; "" when all that was said were holds that expired.
	State string
	// Holds are the IDs of the open holds, the oldest first.
	Holds []string
	// Number counts upwards with every hold, every decision and every hold that ends: whenever anything else of a standing is another,
	// it is greater.
	Number int
	// Why is what says it: the newest open hold, else the newest decision, else the newest hold.
	Why *record.Event
}

// Standings are those of all targets that events tell of, by target, at a moment (Unix ms) of the server's clock. What a lot or
// machine passes on to items is told of itself alone.
func (b *Book) Standings(nowMs int64) []Standing {
	of := map[string]*Standing{}
	at := func(target string, by *record.Event) *Standing {
		s := of[target]
		if s == nil {
			s = &Standing{Target: target}
			of[target] = s
		}
		if s.TargetType == "" && by.TargetID == target {
			s.TargetType = by.TargetType
		}
		return s
	}
	for _, h := range b.holds {
		s := at(h.Target(), h.Said[0])
		s.Number++
		switch {
		case h.Open(nowMs):
			s.State, s.Holds, s.Why = vocabulary.EventHold, append(s.Holds, h.ID), h.Said[0]
		default:
			s.Number++
			if s.State == "" {
				s.Why = h.Said[0]
				if h.ClosedBy != nil && h.ClosedBy.Kind == vocabulary.EventExpire {
					s.Why = h.ClosedBy
				}
			}
		}
	}
	for _, d := range b.decisions {
		for _, target := range d.targets() {
			s := at(target, d.Event)
			s.Number++
			if s.State != vocabulary.EventHold {
				s.State, s.Why = d.Kind, d.Event
			}
		}
	}
	delete(of, "") // what is about nothing
	out := make([]Standing, 0, len(of))
	for _, s := range of {
		out = append(out, *s)
	}
	slices.SortFunc(out, func(a, b Standing) int { return cmp.Compare(a.Target, b.Target) })
	return out
}

package record

import (
	"cmp"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Counts tells whether what an event of a kind says counts, by where it comes from and what the plan was known to say of whose decisions
// count when it was stored (Unix ms). Whatever is no decision counts. People always say what they saw and struck; what becomes of items
// they decide unless an MES does. What was stored before a plan said so counts as it did then: what was closed stays closed.
func Counts(p *plan.Plan, kind, source string, storedMs int64) bool {
	if !slices.Contains(vocabulary.DecidingEvents, kind) || source == vocabulary.SourceCellthread {
		return true
	}
	by := p.DecisionsBy(storedMs)
	switch {
	case by == "":
		return true
	case source == vocabulary.SourcePerson:
		return by != plan.DecisionsByMES || !slices.Contains(vocabulary.Dispositions, kind)
	case source == vocabulary.SourceMES:
		return by != plan.DecisionsByPeople
	}
	return false
}

// Heeded is an event as every reader takes it: one that does not count is a note, which says what it was to be and who said it. Ingest
// keeps it as such; one that lies in the database all the same is read so.
func (e Event) Heeded(p *plan.Plan) Event {
	if Counts(p, e.Kind, e.Source, cmp.Or(e.ReceivedMs, e.AtMs)) {
		return e
	}
	e.Asked, e.Sender, e.Kind = e.Kind, cmp.Or(e.Sender, e.Equipment, segment(e.Source)), vocabulary.EventNote
	return e
}

// Heeded are events as every reader takes them.
func Heeded(p *plan.Plan, events []Event) []Event {
	out := make([]Event, len(events))
	for i, e := range events {
		out[i] = e.Heeded(p)
	}
	return out
}

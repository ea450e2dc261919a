package holds

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Reworks are, by item, what was told last of whether its rework went well.
type Reworks map[string]*record.Event

// ReworksOf are those that events tell of.
func ReworksOf(events []record.Event) Reworks {
	out := Reworks{}
	for _, e := range Distinct(events) {
		if IsReworkProof(e) {
			out[e.ItemID] = e
		}
	}
	return out
}

// IsReworkProof tells whether an event says of an item how its rework went; its reference is the decision by which it was sent there.
func IsReworkProof(e *record.Event) bool {
	return e.Kind == vocabulary.EventProof && e.ItemID != "" && e.Source == vocabulary.SourceCellthread
}

// Since is what was told of the item of a hold that was worked on again since it was placed; nil of one that was not.
func (r Reworks) Since(h *Hold) *record.Event {
	said := h.Said[0]
	if proof := r[said.Whole().ItemID]; proof != nil && proof.ToMs > said.AtMs {
		return proof
	}
	return nil
}

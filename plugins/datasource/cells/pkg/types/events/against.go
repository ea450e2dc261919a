package events

import (
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/holds"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// againstColumn counts the items that were held for the same reason and were decided against.
const againstColumn = "decided_against"

// reason is why items are held alike: by the same rule, at the same machine.
type reason struct{ site, station, equipment, characteristic, rule string }

func reasonOf(e *record.Event) reason {
	return reason{e.Site, e.Station, e.Equipment, e.Characteristic, e.Rule}
}

// decidedAgainst are the items, by why they were held, that were not good by what was decided of their holds.
func decidedAgainst(book *holds.Book) map[reason]map[string]bool {
	out := map[reason]map[string]bool{}
	for _, h := range book.Holds() {
		if h.ClosedBy == nil || !slices.Contains([]string{vocabulary.EventScrap, vocabulary.EventRework, vocabulary.EventDowngrade}, h.ClosedBy.Kind) {
			continue
		}
		why := reasonOf(h.Said[0])
		if out[why] == nil {
			out[why] = map[string]bool{}
		}
		out[why][h.Target()] = true
	}
	return out
}

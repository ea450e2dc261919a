package holds

import (
	"cmp"
	"encoding/json"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Distinct are events in the order in which they were stored, each once: of an event_id about one target the row that was stored
// first (delivery is at least once).
func Distinct(events []*Event) []*Event {
	var out []*Event
	inOrder(events, func(e *Event) { out = append(out, e) }, func(*Event) {})
	return out
}

// inOrder gives events in the order in which they were stored: to first each once, to again what repeats an earlier one.
func inOrder(events []*Event, first, again func(*Event)) {
	sorted := slices.Clone(events)
	slices.SortFunc(sorted, compare)
	seen := SeenEvents{}
	for _, e := range sorted {
		former := ""
		if e.FormerID != "" {
			former = e.identity(e.FormerID)
		}
		if seen.Repeats(e.identity(e.ID), former, e.AtMs, e.PassMs) {
			again(e)
		} else {
			first(e)
		}
	}
}

// identity is that of an event of such an ID about the same: one that tells of several items under one ID tells of each. What has no
// ID is what it says.
func (e *Event) identity(id string) string {
	if id == "" {
		return e.content()
	}
	return id + "\x00" + e.TargetID + "\x00" + e.ItemID
}

// storedMs is when an event was stored. Of one that does not say it its own time stands, which is known to the second: within it
// whatever is no hold comes last.
func (e *Event) storedMs() int64 {
	switch {
	case e.ReceivedMs > 0:
		return e.ReceivedMs
	case e.Kind == vocabulary.EventHold:
		return e.AtMs
	}
	return e.AtMs + lastOfSecond
}

// lastOfSecond is the last ms of a second, to which events are stored.
const lastOfSecond = 999

// compare is the order in which events were stored, one alone whatever the order they are read in; a decision answers the holds that
// were stored in the same ms.
func compare(a, b *Event) int {
	if c := cmp.Or(
		cmp.Compare(a.storedMs(), b.storedMs()), cmp.Compare(a.rank(), b.rank()), cmp.Compare(a.ID, b.ID), cmp.Compare(a.AtMs, b.AtMs),
	); c != 0 || a == b {
		return c
	}
	return cmp.Compare(a.content(), b.content())
}

func (e *Event) rank() int {
	if e.Kind == vocabulary.EventHold {
		return 0
	}
	return 1
}

func (e *Event) content() string {
	text, _ := json.Marshal(e)
	return string(text)
}

package holds

import (
	"cmp"
	"encoding/json"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Distinct are events in the order in which they were stored, each once: of an event_id about one target the row that was stored
// first (delivery is at least once).
func Distinct(events []record.Event) []*record.Event {
	var out []*record.Event
	inOrder(events, func(e *record.Event) { out = append(out, e) }, func(*record.Event) {})
	return out
}

// inOrder gives events in the order in which they were stored: to first each once, to again what repeats an earlier one.
func inOrder(events []record.Event, first, again func(*record.Event)) {
	sorted := make([]*record.Event, len(events))
	for i := range events {
		sorted[i] = &events[i]
	}
	slices.SortFunc(sorted, compare)
	seen := SeenEvents{}
	for _, e := range sorted {
		former := ""
		if e.FormerID != "" {
			former = identity(e, e.FormerID)
		}
		if seen.asked(e) || seen.Repeats(identity(e, e.ID), former, e.AtMs, e.PassMs) {
			again(e)
		} else {
			first(e)
		}
	}
}

// identity is that of an event of such an ID and kind about the same: one that tells of several items under one ID tells of each, and a
// note that bears the ID of a hold to come is no hold. What has no ID is what it says.
func identity(e *record.Event, id string) string {
	if id == "" {
		return content(e)
	}
	return identityAs(e, id, e.Kind)
}

func identityAs(e *record.Event, id, kind string) string {
	return id + "\x00" + kind + "\x00" + e.TargetID + "\x00" + e.ItemID
}

// asked tells whether a note says again what was decided: a decision that counted, told once more where it counts no longer.
func (s SeenEvents) asked(e *record.Event) bool {
	_, seen := s[identityAs(e, e.ID, e.Asked)]
	return e.Asked != "" && e.ID != "" && seen
}

// storedMs is when an event was stored. Of one that does not say it its own time stands, which is known to the second: within it
// whatever is no hold comes last.
func storedMs(e *record.Event) int64 {
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
func compare(a, b *record.Event) int {
	if c := cmp.Or(
		cmp.Compare(storedMs(a), storedMs(b)), cmp.Compare(rank(a), rank(b)), cmp.Compare(a.ID, b.ID), cmp.Compare(a.AtMs, b.AtMs),
	); c != 0 || a == b {
		return c
	}
	return cmp.Compare(content(a), content(b))
}

func rank(e *record.Event) int {
	if e.Kind == vocabulary.EventHold {
		return 0
	}
	return 1
}

func content(e *record.Event) string {
	text, _ := json.Marshal(e)
	return string(text)
}

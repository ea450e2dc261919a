package holds

import (
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
)

// Hold is a hold of one hold_id on one target.
type Hold struct {
	// ID is its hold_id, of one without the event_id that placed it.
	ID string
	// Said are the events that placed it, at least one: the first says who, since when and why; all of them, where it reaches.
	Said []*record.Event
	// ClosedBy is the decision that closed it, nil while none did.
	ClosedBy *record.Event

	called []string // the IDs by which decisions answer it
}

// Target is the ID of what is held: the target that was named, else the item.
func (h *Hold) Target() string { return h.Said[0].About() }

// Called tells whether decisions answer it by an ID.
func (h *Hold) Called(id string) bool { return slices.Contains(h.called, id) }

// Open tells whether a hold holds at a moment (Unix ms) of the server's clock.
func (h *Hold) Open(nowMs int64) bool { return h.ClosedBy == nil && !h.Expired(nowMs) }

// Expired tells whether a hold ended by itself, which no decision about it changes.
func (h *Hold) Expired(nowMs int64) bool {
	until := h.ExpiresMs()
	return h.ClosedBy == nil && until != 0 && until <= nowMs
}

// ExpiresMs is when a hold ends by itself (Unix ms): the last moment until which it was placed, 0 for never.
func (h *Hold) ExpiresMs() int64 {
	last := int64(0)
	for _, e := range h.Said {
		if e.ExpiresMs == 0 {
			return 0
		}
		last = max(last, e.ExpiresMs)
	}
	return last
}

// Concerns tells whether a hold was placed on an item, by whatever of it is known; open or not.
func (h *Hold) Concerns(i *Item) bool {
	return slices.ContainsFunc(h.Said, func(e *record.Event) bool { return Concerns(e, i) })
}

package holds

import (
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Book is what became of all that events tell of. It is the same whatever the order of the events, however often each came.
type Book struct {
	holds     []*Hold
	decisions []*decision
	named     map[called][]*Hold
}

// called is an ID by which decisions answer holds, hold_id or event_id, and the target of these holds; anyTarget stands for all.
type called struct{ id, target string }

const anyTarget = ""

// Fold is the book of events.
func Fold(events []record.Event) *Book {
	b := &Book{named: map[called][]*Hold{}}
	inOrder(events, b.add, b.again)
	return b
}

func (b *Book) add(e *record.Event) {
	switch {
	case e.Kind == vocabulary.EventHold:
		b.place(e)
	case e.Kind == vocabulary.EventExpire:
		if e.Source == vocabulary.SourceCellthread {
			b.expire(e)
		}
	case slices.Contains(vocabulary.Dispositions, e.Kind):
		b.decide(e)
	}
}

// place begins a hold, or adds where one of the same hold_id reaches; to a closed one nothing is added, and it never opens again.
func (b *Book) place(e *record.Event) {
	id := e.HoldID
	if id == "" {
		id = e.ID
	}
	same := b.named[called{id, e.About()}]
	i := slices.IndexFunc(same, func(h *Hold) bool { return h.ID == id && h.Target() == e.About() })
	switch {
	case i < 0:
		h := &Hold{ID: id, Said: []*record.Event{e}}
		b.holds = append(b.holds, h)
		b.call(h, id)
		b.call(h, e.ID)
	case same[i].Open(storedMs(e)):
		same[i].Said = append(same[i].Said, e)
		b.call(same[i], e.ID)
	}
}

// expire closes the holds that ended by themselves as the plan says; nobody decided anything.
func (b *Book) expire(e *record.Event) {
	for _, id := range e.Answers {
		for _, h := range b.named[called{id, e.About()}] {
			if h.Open(storedMs(e)) {
				h.ClosedBy = e
			}
		}
	}
}

// call lets a hold be answered by an ID.
func (b *Book) call(h *Hold, id string) {
	if id == "" || slices.Contains(h.called, id) {
		return
	}
	h.called = append(h.called, id)
	b.named[called{id, anyTarget}] = append(b.named[called{id, anyTarget}], h)
	if target := h.Target(); target != anyTarget {
		b.named[called{id, target}] = append(b.named[called{id, target}], h)
	}
}

// again lets a hold that was placed under its former ID be answered by the one that it bears since.
func (b *Book) again(e *record.Event) {
	if e.Kind != vocabulary.EventHold || e.FormerID == "" || len(b.named[called{e.ID, e.About()}]) > 0 {
		return
	}
	for _, h := range slices.Clone(b.named[called{e.FormerID, e.About()}]) {
		b.call(h, e.ID)
		b.call(h, e.HoldID)
	}
}

// Decisions are the events that decided about something, in the order in which they were stored.
func (b *Book) Decisions() []*record.Event {
	out := make([]*record.Event, len(b.decisions))
	for i, d := range b.decisions {
		out[i] = d.Event
	}
	return out
}

// Holds are all holds, in the order in which they were placed.
func (b *Book) Holds() []*Hold { return b.holds }

package holds

import (
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// decision is an event that decides and is no hold, with the holds that it closed.
type decision struct {
	*record.Event
	closed []*Hold
}

// targetCell and targetStation are types of targets.
const (
	targetCell    = "cell"
	targetStation = "station"
)

// decide closes the holds that a decision answers; they were all stored before it.
func (b *Book) decide(e *record.Event) {
	d := &decision{Event: e}
	b.decisions = append(b.decisions, d)
	for _, id := range e.Answers {
		for _, h := range b.answered(id, e) {
			if h.Open(storedMs(e)) && !slices.ContainsFunc(h.Said, func(hold *record.Event) bool { return narrower(e, hold) }) {
				h.ClosedBy, d.closed = e, append(d.closed, h)
			}
		}
	}
}

// answered are the holds that a decision may close by one of their IDs: those on what it is about, where it is about something; else
// those on single cells, of which it names the hold. Any other is wider: see frees.
func (b *Book) answered(id string, e *record.Event) []*Hold {
	if e.About() == "" {
		return b.named[called{id, anyTarget}]
	}
	own := b.named[called{id, e.About()}]
	if e.ItemID != "" && e.ItemID != e.About() {
		own = slices.Concat(own, b.named[called{id, e.ItemID}])
	}
	if len(own) > 0 || e.TargetType == targetCell || e.TargetType == "" {
		return own
	}
	return slices.DeleteFunc(slices.Clone(b.named[called{id, anyTarget}]), func(h *Hold) bool { return h.Said[0].TargetType != targetCell })
}

// frees tells whether a decision that concerns an item answers for it a hold on something else: a cell that is released from the hold
// of its lot is no release of the lot.
func (d *decision) frees(item string, h *Hold) bool {
	return h.Target() != item && compare(h.Said[0], d.Event) < 0 &&
		slices.ContainsFunc(d.Answers, func(id string) bool { return slices.Contains(h.called, id) })
}

// narrower tells whether a decision is about less of the target than a hold of it: a stretch, a position, a window of time.
func narrower(e, hold *record.Event) bool {
	if hold.TargetType == targetCell {
		return false
	}
	if e.FromM != nil && (hold.FromM == nil || *hold.FromM < *e.FromM) || e.ToM != nil && (hold.ToM == nil || *hold.ToM > *e.ToM) {
		return true
	}
	if e.ToMs != 0 && (begin(e) > begin(hold) || hold.ToMs == 0 || hold.ToMs > e.ToMs) {
		return true
	}
	if hold.ItemID == hold.About() || slices.Contains(vocabulary.ItemTypes, hold.TargetType) {
		return false // the station and position of an item's hold say where it was found
	}
	return elsewhere(e, e.Position, hold.Position) || elsewhere(e, e.Station, hold.Station) ||
		e.TargetType == targetStation && elsewhere(e, e.Equipment, hold.Equipment)
}

// targets are what a decision is about: what it names, and what the holds that it closed are on.
func (d *decision) targets() []string {
	of := []string{d.TargetID, d.ItemID}
	for _, h := range d.closed {
		of = append(of, h.Target())
	}
	slices.Sort(of)
	return slices.DeleteFunc(slices.Compact(of), func(target string) bool { return target == "" })
}

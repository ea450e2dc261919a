// Package waiting says what waits for somebody: events in, what waits out. Pure.
package waiting

import (
	"cmp"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/changes"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/holds"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Wait is something that waits for somebody.
type Wait struct {
	// What is one of vocabulary.Waits.
	What string
	// Target is the ID of what is held, sent to rework or proposed something about; of a proposed change its own.
	Target string
	// SinceMs is when it was stored what waits, Unix ms of the server's clock; of a change when somebody said something of it last.
	SinceMs int64
	// By is what waits: the hold, the proof, the decision or the proposal.
	By record.Event
}

// Asking are the kinds of events that ask for a decision or say that one may be taken, Kinds all those that tell what waits.
var (
	Asking = slices.Concat([]string{vocabulary.EventProof, vocabulary.EventProposal}, changes.Kinds)
	Kinds  = slices.Concat(vocabulary.Dispositions, Asking)
)

// Of is what waits at a moment (Unix ms) of the server's clock by events as readers take them, once a target and kind, what waits longest first.
func Of(events []record.Event, nowMs int64) []Wait {
	var out waits
	for _, of := range holds.BySite(events) {
		out.items(of, nowMs)
	}
	proposals, _ := changes.Fold(events)
	for _, p := range proposals {
		if p.State() == changes.Open {
			since := storedMs(p.Event)
			for _, e := range p.Approvals {
				since = max(since, storedMs(e))
			}
			out = append(out, Wait{vocabulary.WaitProposedChange, p.ID(), since, p.Event})
		}
	}
	slices.SortFunc(out, func(a, b Wait) int {
		return cmp.Or(cmp.Compare(a.SinceMs, b.SinceMs), cmp.Compare(a.Target, b.Target), cmp.Compare(a.What, b.What), cmp.Compare(a.By.Site, b.By.Site))
	})
	type once struct{ what, site, target string }
	seen := map[once]bool{}
	return slices.DeleteFunc(out, func(w Wait) bool {
		of := once{w.What, w.By.Site, w.Target}
		known := seen[of]
		seen[of] = true
		return known
	})
}

type waits []Wait

// items adds what waits of the items, lots and machines of a site.
func (w *waits) items(events []record.Event, nowMs int64) {
	proved := map[string]bool{} // the reworks of which something is told
	for i := range events {
		if e := &events[i]; holds.IsReworkProof(e) {
			proved[e.Reference] = true
		}
	}
	reworks := holds.ReworksOf(events)
	book := holds.Fold(events)
	for _, h := range book.Holds() {
		if !h.Open(nowMs) {
			continue
		}
		said := *h.Said[0]
		wait := Wait{vocabulary.WaitHold, h.Target(), storedMs(said), said}
		if proof := reworks.Since(h); proof != nil && proof.Disposition == vocabulary.ProofVerified {
			wait = Wait{vocabulary.WaitPassedRework, h.Target(), storedMs(*proof), said}
		}
		*w = append(*w, wait)
	}
	for _, s := range book.Standings(nowMs) {
		switch {
		case s.State == vocabulary.EventInspect:
			*w = append(*w, Wait{vocabulary.WaitInspect, s.Target, storedMs(*s.Why), *s.Why})
		case s.State == vocabulary.EventRework && !proved[s.Why.ID] && s.Why.Whole().ItemID != "":
			*w = append(*w, Wait{vocabulary.WaitRework, s.Target, storedMs(*s.Why), *s.Why})
		}
	}
	w.proposed(events)
}

// proposed adds the newest proposal about each target that was not decided about since.
func (w *waits) proposed(events []record.Event) {
	of := map[string]record.Event{}
	for _, e := range holds.Distinct(events) {
		switch {
		case e.Kind == vocabulary.EventProposal:
			of[e.About()] = *e
		case e.Kind != vocabulary.EventHold && slices.Contains(vocabulary.Dispositions, e.Kind):
			delete(of, e.About())
		}
	}
	for target, e := range of {
		*w = append(*w, Wait{vocabulary.WaitProposedDecision, target, storedMs(e), e})
	}
}

func storedMs(e record.Event) int64 { return cmp.Or(e.ReceivedMs, e.AtMs) }

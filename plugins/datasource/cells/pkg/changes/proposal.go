package changes

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// What events about proposals are about: the event_id of a proposal is its target.
const (
	TargetLimits = "control-limits"
	TargetPlan   = "plan-revision"
)

const (
	limitMeasurement = vocabulary.MeasurementControlLimit
	originPlan       = "plan" // of rows that a push may replace
	originPeople     = "people"
)

// Kinds are the kinds of events about proposals.
var Kinds = []string{vocabulary.EventChangeProposal, vocabulary.EventChangeApproval, vocabulary.EventChangeRejection}

// State is what became of a proposal.
type State string

// The states.
const (
	Open     State = "open"
	Approved State = "approved"
	Rejected State = "rejected"
)

// needed is how many persons approve.
const needed = 2

// Proposal is a proposed change and what was said of it.
type Proposal struct {
	Event   record.Event
	Content Content
	// Approvals are those that count, in the order in which they were stored; the last of as many as are needed decided.
	Approvals []record.Event
	// Rejection is nil unless it was rejected.
	Rejection *record.Event
}

// ID is what approvals name.
func (p Proposal) ID() string { return p.Event.ID }

// State is what became of it.
func (p Proposal) State() State {
	switch {
	case p.Rejection != nil:
		return Rejected
	case len(p.Approvals) >= needed:
		return Approved
	}
	return Open
}

// Decided is the approval by which it came in force; nil until then.
func (p Proposal) Decided() *record.Event {
	if p.State() != Approved {
		return nil
	}
	return &p.Approvals[needed-1]
}

func (p Proposal) approvers() string {
	var by []string
	for _, e := range p.Approvals {
		by = append(by, e.Author)
	}
	return strings.Join(by, ", ")
}

func (p Proposal) origin() string {
	if p.Event.TargetType == TargetPlan {
		return originPlan
	}
	return originPeople
}

// Told is the event by which charts show that control limits were changed; false of a revision of the plan, and before it is approved.
func (p Proposal) Told() (record.Event, bool) {
	decided := p.Decided()
	if decided == nil || p.Event.TargetType != TargetLimits {
		return record.Event{}, false
	}
	return record.Event{
		ID: "limits-" + record.Digest(p.ID()), Kind: vocabulary.EventLimitChange, Site: p.Event.Site, AtMs: decided.ReceivedMs, Author: p.Event.Author,
		Approver: decided.Author, Source: vocabulary.SourcePerson, TargetType: "station", TargetID: p.Event.Station, Station: p.Event.Station,
		Characteristic: p.Event.Characteristic, Text: p.Event.Text, Reference: p.ID(),
	}, true
}

// MayApprove says why a login cannot approve a proposal now; "" where it can. Two persons approve, each once, and the last of them is
// never the author.
func (p Proposal) MayApprove(login string) string {
	switch {
	case p.State() != Open:
		return fmt.Sprintf("proposal %s is %s already", p.ID(), p.State())
	case slices.ContainsFunc(p.Approvals, func(e record.Event) bool { return e.Author == login }):
		return fmt.Sprintf("%s has approved proposal %s; a second person has to", login, p.ID())
	case len(p.Approvals) == needed-1 && login == p.Event.Author:
		return fmt.Sprintf("%s proposed %s: the last who approves is never the author", login, p.ID())
	}
	return ""
}

// Fold are the proposals that events tell of, the newest first, whatever the order of the events. What cannot be read of one is an error
// in words, by its ID.
func Fold(events []record.Event) (proposals []Proposal, unread map[string]string) {
	unread = map[string]string{}
	sorted := slices.Clone(events)
	slices.SortFunc(sorted, func(a, b record.Event) int {
		return cmp.Or(cmp.Compare(a.ReceivedMs, b.ReceivedMs), cmp.Compare(a.ID, b.ID))
	})
	seen := map[string]bool{}
	at := map[string]int{}
	for _, e := range sorted {
		if e.Kind != vocabulary.EventChangeProposal || seen[e.ID] {
			continue
		}
		seen[e.ID] = true
		content, err := ContentOf(e.Content)
		if _, sha := content.Text(); err == nil && sha != e.Reference {
			err = fmt.Errorf("the content of proposal %s is not what its author stored", e.ID)
		}
		if err != nil {
			unread[e.ID] = err.Error()
			continue
		}
		at[e.ID] = len(proposals)
		proposals = append(proposals, Proposal{Event: e, Content: content})
	}
	// Of two that were stored in one millisecond the author's came first: as the last it would not have been taken.
	slices.SortStableFunc(sorted, func(a, b record.Event) int {
		return cmp.Or(cmp.Compare(a.ReceivedMs, b.ReceivedMs), cmp.Compare(rank(proposals, at, a), rank(proposals, at, b)))
	})
	for _, e := range sorted {
		i, about := at[e.TargetID]
		if !about || seen[e.ID] {
			continue
		}
		seen[e.ID] = true
		p := &proposals[i]
		switch {
		case p.State() != Open || e.Reference != p.Event.Reference: // approved as something else
		case e.Kind == vocabulary.EventChangeRejection:
			p.Rejection = &e
		case e.Kind == vocabulary.EventChangeApproval && p.MayApprove(e.Author) == "":
			p.Approvals = append(p.Approvals, e)
		}
	}
	slices.Reverse(proposals)
	return proposals, unread
}

// rank is 0 of what the author of a proposal said of it, 1 of all else.
func rank(proposals []Proposal, at map[string]int, e record.Event) int {
	if i, about := at[e.TargetID]; about && proposals[i].Event.Author == e.Author {
		return 0
	}
	return 1
}

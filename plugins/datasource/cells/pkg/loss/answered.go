package loss

import (
	"cmp"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Answered is what people and machines answered an episode, as Unix ms; 0 is what did not happen, "" what nobody said.
type Answered struct {
	PersonMs, ActionMs, ProofMs int64
	// Cause and Action are what was named of the plan's lists, else the text; Proof says what became of the action.
	Cause, Action, Proof string
}

// saying are what a person says of a signal that has seen it.
var saying = []string{vocabulary.EventAcknowledge, vocabulary.EventNote, vocabulary.EventCause, vocabulary.EventAction}

// AnswerableMs is for how long after its end an episode is answered (ms); what is said later is of another one.
const AnswerableMs = 24 * 60 * 60 * 1000

// Answer finds what answered each of the episodes among events. What is said of a place answers the newest episode there that had begun.
func Answer(all []*Episode, events []record.Event) {
	slices.SortStableFunc(events, func(a, b record.Event) int { return cmp.Compare(a.AtMs, b.AtMs) })
	proofs := map[string][]record.Event{}
	for _, e := range events {
		if e.Kind == vocabulary.EventProof && e.Reference != "" {
			proofs[e.Reference] = append(proofs[e.Reference], e)
		}
	}
	var cells map[string]map[*Episode]bool
	for _, e := range events {
		if !says(e) && !slices.Contains(vocabulary.BreakingEvents, e.Kind) {
			continue
		}
		if cells == nil {
			cells = cellsOf(all)
		}
		for _, of := range answeredBy(all, cells, e) {
			of.take(e)
			for _, proof := range proofs[e.ID] {
				if of.isMeant(proof, cells) {
					of.ProofMs, of.Proof = max(proof.AtMs, of.FromMs), proof.Disposition // the last one counts
				}
			}
		}
	}
}

// says tells whether a person said something of a signal.
func says(e record.Event) bool {
	return slices.Contains(saying, e.Kind) && (e.Source == "" || e.Source == vocabulary.SourcePerson)
}

func cellsOf(all []*Episode) map[string]map[*Episode]bool {
	out := map[string]map[*Episode]bool{}
	for _, e := range all {
		for _, b := range e.Bad {
			if out[b.Cell.ID] == nil {
				out[b.Cell.ID] = map[*Episode]bool{}
			}
			out[b.Cell.ID][e] = true
		}
	}
	return out
}

// answeredBy are the episodes that an event is about: of those of one stream the newest.
func answeredBy(all []*Episode, cells map[string]map[*Episode]bool, e record.Event) (out []*Episode) {
	type stream struct {
		Place
		characteristic string
	}
	newest := map[stream]*Episode{}
	for _, of := range all {
		// An event is known to the second.
		if e.Site != of.Site || e.AtMs < of.FromMs-of.FromMs%1000 || of.Over && e.AtMs > of.ToMs+AnswerableMs || !of.isMeant(e, cells) {
			continue
		}
		at := stream{of.Place, of.Characteristic}
		if before := newest[at]; before == nil || before.FromMs <= of.FromMs {
			newest[at] = of
		}
	}
	for _, of := range newest {
		out = append(out, of)
	}
	return out
}

// isMeant tells whether an event is about one of its cells, or about its place or a part or whole of that.
func (e *Episode) isMeant(by record.Event, cells map[string]map[*Episode]bool) bool {
	agrees := func(named, is string) bool { return named == "" || is == "" || named == is }
	if !agrees(by.Characteristic, e.Characteristic) || !agrees(by.Station, e.Station) {
		return false
	}
	if item := by.Whole().ItemID; item != "" {
		return cells[item][e]
	}
	equipment := by.Whole().Equipment
	if equipment == "" && by.Station == "" {
		return false
	}
	if by.Station == "" && e.Equipment == "" {
		return false // a machine somewhere on the line
	}
	return agrees(equipment, e.Equipment) && agrees(by.Position, e.Position)
}

func (e *Episode) take(by record.Event) {
	named := cmp.Or(by.Reference, by.Text)
	first := func(at *int64) {
		if *at == 0 {
			*at = max(by.AtMs, e.FromMs)
		}
	}
	if says(by) {
		first(&e.PersonMs)
	}
	if by.Kind == vocabulary.EventCause && says(by) {
		e.Cause = named // the last word counts
	}
	if slices.Contains(vocabulary.BreakingEvents, by.Kind) {
		if e.ActionMs == 0 {
			e.Action = cmp.Or(named, by.Kind)
		}
		first(&e.ActionMs)
	}
}

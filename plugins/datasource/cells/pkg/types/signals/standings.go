package signals

import (
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// standing is what people did about a signal of a process, and what became of it.
type standing struct {
	// Word is one of the vocabulary's; "" where nobody asked.
	Word string
	// By is the event that says so, Done what was done last.
	By, Done record.Event
	// Cells came since it was done, of so many that are wanted; none are where nothing is being proved.
	Cells, Wanted int
}

// responding are the kinds of events that say what people did about a signal of a process.
var responding = slices.Concat([]string{vocabulary.EventAcknowledge, vocabulary.EventCause}, Judged)

// isOpen tells whether somebody has to acknowledge it.
func (s standing) isOpen() bool { return slices.Contains(vocabulary.OpenStandings, s.Word) }

// standingOf is that of a stream that departs since a moment (Unix ms), by the events of the responding kinds in order of their times: the last
// word counts. What was done before it began to depart is no answer to it; whether it helped is said later.
func standingOf(of summary.Key, sinceMs int64, events []record.Event) (s standing) {
	s.Word = vocabulary.StandingOpen
	proofs := map[string]record.Event{}
	for _, e := range events {
		if e.Kind == vocabulary.EventProof && isProofOf(e, of) {
			proofs[e.Reference] = e
		}
	}
	for _, e := range events {
		word := ""
		switch proof := proofs[e.ID]; {
		case e.Kind == vocabulary.EventProof:
			if proofs[e.Reference].ID == e.ID && e.AtMs >= sinceMs && s.Done.ID == e.Reference {
				word = e.Disposition
			}
		case !answers(e, of):
		case IsJudged(e) && (e.AtMs >= sinceMs || proof.AtMs >= sinceMs):
			word, s.Done = vocabulary.StandingActed, e
		case e.AtMs < sinceMs:
		case e.Kind == vocabulary.EventAcknowledge || e.Kind == vocabulary.EventCause:
			word = vocabulary.StandingAcknowledged
			if s.Word == vocabulary.StandingActed {
				word = "" // whoever says why after it was done has nothing to add to it
			}
		}
		if word != "" {
			s.Word, s.By = word, e
		}
	}
	return s
}

// answers tells whether an event answers what departs: what is said of one characteristic, of exactly that place.
func answers(e record.Event, of summary.Key) bool {
	e = e.Whole()
	if IsJudged(e) || e.Characteristic == "" {
		return concerns(e, of)
	}
	return e.Site == of.Site && e.Station == of.Station && e.Equipment == of.Equipment && e.Position == of.Position && e.Characteristic == of.Characteristic
}

func isProofOf(e record.Event, of summary.Key) bool {
	return e.Source == vocabulary.SourceCellthread && e.ItemID == "" && e.Site == of.Site && e.Station == of.Station && e.Equipment == of.Equipment && e.Position == of.Position &&
		e.Characteristic == of.Characteristic
}

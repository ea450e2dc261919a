package signals

import (
	"context"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/commands"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// holdUnansweredKind: a line did not acknowledge, as long as it is told, what is held there or decided about its items: a signal of each a
// machine. The value is the number of items. It is over when they are acknowledged, when the line is told something newer of them, or
// after a day.
var holdUnansweredKind = signalKind{Name: vocabulary.SignalHoldUnanswered, Plant: findUnanswered}

const (
	// unansweredFor is how long it is told.
	unansweredFor = 24 * time.Hour
	// lineClock is how far the clock of a line may be off: its acknowledgements bear its own time.
	lineClock = 24 * time.Hour
	// severityOfDecision: what waits for a decision does no harm.
	severityOfDecision = "warning"
)

// stops are the states in which an item must not go on.
var stops = []string{vocabulary.EventHold, vocabulary.EventInspect, vocabulary.EventScrap}

func findUnanswered(ctx context.Context, s *search) ([]signal, error) {
	to := s.Range.To
	if now := s.Now(); now.Before(to) {
		to = now
	}
	from := to.Add(-unansweredFor)
	events, err := s.Commands(ctx, source.Span{From: from.Add(-time.Second).UnixNano(), To: to.UnixNano()},
		source.Span{From: from.Add(-lineClock).UnixNano(), To: to.Add(lineClock).UnixNano()})
	if err != nil {
		return nil, err
	}
	var book commands.Book
	book.Under(s.plan, to.UnixMilli())
	for _, e := range events {
		if e.ReceivedMs <= to.UnixMilli() {
			book.Note(e)
		}
	}
	ns := to.UnixNano()
	causes := map[[3]string]int{}
	var out []signal
	for _, command := range book.Unanswered(to.UnixMilli()) {
		if command.FirstMs < from.UnixMilli() {
			continue
		}
		labels := s.toldAt(command, ns)
		if !plan.Allowed(s.query.Stations, labels["station"]) {
			continue
		}
		cause := [3]string{labels["site"], labels["equipment"] + "|" + labels["station"], labels["rule"]}
		i, known := causes[cause]
		if !known {
			i = len(out)
			causes[cause] = i
			out = append(out, signal{Labels: labels, Facts: began(command.FirstMs * 1e6)}) // the oldest comes first
		}
		out[i].Value++
		if !worksOn(s.plan, command, ns) {
			out[i].Facts.OtherItems = true
		}
	}
	for _, of := range out {
		if !of.Facts.OtherItems {
			of.Facts.Cells = of.Value
		}
	}
	return out, nil
}

// toldAt are the labels of a command: the machine that it is for, and what it is about.
func (s *search) toldAt(command commands.Command, ns int64) map[string]string {
	labels := map[string]string{"site": command.Site, "station": command.Station, "equipment": command.Equipment, "rule": vocabulary.SignalRuleHold, "disposition": notContained}
	if m, known := s.plan.MachineFor(command.Site, command.Equipment, command.Station, ns); known {
		labels["station"], labels["line"], labels["equipment"] = m.Station, m.Line, m.ID
	}
	if !slices.Contains(stops, command.State) {
		labels["rule"], labels["severity"] = vocabulary.SignalRuleDecision, severityOfDecision
	}
	return labels
}

// worksOn tells whether the target of a command is what its station works on.
func worksOn(p *plan.Plan, command commands.Command, ns int64) bool {
	item := p.RecordedItem(command.Station, ns)
	return command.TargetType == item || item == "tray" && command.TargetType == "cell"
}

// unheard says what the line did not acknowledge.
func (sp *speaker) unheard(of signal) string {
	one, several := sp.items(of.Labels)
	if of.known().OtherItems {
		one, several = sp.anything[0], sp.anything[1]
	}
	words, item, place := sp.unheardHold, several, 1
	if of.Labels["rule"] == vocabulary.SignalRuleDecision {
		words = sp.unheardDecision
	}
	if math.Round(of.Value) == 1 {
		item, place = one, 0
	}
	return fmt.Sprintf(words[place], int(of.Value), item)
}

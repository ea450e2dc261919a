package gate

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/holds"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/retest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types/traveler"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// held: holds that concern the item, its own and those on its lots, rolls, trays, machines and times.
func (q *question) held() (sentences []string) {
	for _, h := range q.State.Open {
		e := h.Said[0]
		sentences = append(sentences, fmt.Sprintf("Hold %s on %s since %s%s.", h.ID, q.aboutOf(e), moment(e.AtMs), q.why(e)))
	}
	return sentences
}

// stopping are the decisions after which an item goes nowhere before a person decides otherwise.
var stopping = []string{vocabulary.EventScrap, vocabulary.EventRework, vocabulary.EventInspect}

// decided: the newest decision sends it somewhere else.
func (q *question) decided() []string {
	if !slices.Contains(stopping, q.State.Disposition) {
		return nil
	}
	for _, e := range slices.Backward(q.State.Said) {
		if e.Kind == q.State.Disposition {
			if q.reworked(e) {
				return nil
			}
			return []string{fmt.Sprintf("The newest decision is %s, about %s at %s%s.", e.Kind, q.aboutOf(e), moment(e.AtMs), q.why(e))}
		}
	}
	return []string{fmt.Sprintf("The newest decision is %s.", q.State.Disposition)}
}

// reworked tells whether an item may go on to be reworked, into the station that the decision names, or was worked on again since: how that
// went its visits say. Without a station any will do.
func (q *question) reworked(e *record.Event) bool {
	const second = 1000 // to which events are stored
	return e.Kind == vocabulary.EventRework && (e.Station != "" && e.Station == q.station ||
		slices.ContainsFunc(q.Visits, func(v traveler.Visit) bool {
			return (e.Station == "" || v.Station == e.Station) && v.SourceMs >= e.AtMs+second
		}))
}

// wrong: what the plan holds of the item's visits in production, where nobody has answered it: its hold may not be placed yet.
func (q *question) wrong() (sentences []string) {
	made := slices.DeleteFunc(slices.Clone(q.Visits), func(v traveler.Visit) bool { return !v.Production })
	for _, v := range lasts(made) {
		for _, f := range v.Found {
			contained := f.Spec == nil || f.Spec.Text("containment") != leftAlone
			if q.holds(v) && contained && slices.Contains(vocabulary.HoldingSignals, f.Kind) && !q.answered(v, f.Kind, f.Characteristic, f.Rule) {
				sentences = append(sentences, fmt.Sprintf("%s of station %s, visit %d at %s, is %s (%s), and nobody has decided about it.",
					f.Characteristic, v.Station, v.Number, moment(v.SourceMs), f.Kind, f.Rule))
			}
		}
	}
	for _, v := range made {
		if rule := conflict(v); rule != "" && q.holds(v) && !q.answered(v, vocabulary.SignalConflicting, "", rule) {
			sentences = append(sentences, fmt.Sprintf("Visit %d to station %s was reported more than once and differs (%s), and nobody has decided about it.", v.Number, v.Station, rule))
		}
	}
	return sentences
}

// holds tells whether what is wrong with a visit holds its item: that which only tells what was does not, nor what may not be whole yet.
func (q *question) holds(v traveler.Visit) bool { return !v.History && !q.fresh(v) }

// leftAlone is the containment of a characteristic that holds nothing.
const leftAlone = "none"

func conflict(v traveler.Visit) string {
	switch {
	case v.Contested:
		return vocabulary.SignalRuleAnotherPass
	case v.Replaced > 0:
		return vocabulary.SignalRuleDifferingResend
	}
	return ""
}

// answered tells whether people or systems decided about an item after a visit, or placed the hold of what is wrong with it, whatever the
// clocks say. That somebody has seen it lets nothing pass.
func (q *question) answered(v traveler.Visit, kind, characteristic, rule string) bool {
	labels := map[string]string{
		visit.IDColumn: q.item, "station": v.Station, "visit": fmt.Sprint(v.Number), "characteristic": characteristic, "rule": rule, "pass": fmt.Sprint(v.SourceMs), "kind": kind,
	}
	hold, _ := record.HoldOf(labels, "", v.SourceMs)
	answers := holds.Answers{}
	for _, e := range q.Events {
		if e.ID == hold.ID && e.Kind == vocabulary.EventHold {
			return true
		}
		if slices.Contains(vocabulary.Dispositions, e.Kind) {
			answers[q.item] = append(answers[q.item], holds.Answer{Ms: e.AtMs, Station: e.Station, Characteristic: e.Characteristic})
		}
	}
	return answers.Answer(labels, v.SourceMs)
}

// failed: the station before has not passed it, and nobody has decided since.
func (q *question) failed() []string {
	last := q.lastBefore()
	if last == nil || q.fresh(*last) || retest.Said(last.Verdict, last.Reported) != vocabulary.VerdictNOK || q.answered(*last, vocabulary.SignalStationNOK, "", vocabulary.SignalRuleVerdict) {
		return nil
	}
	return []string{fmt.Sprintf("Station %s said nok at %s, and nobody has decided since.", last.Station, moment(last.SourceMs))}
}

// undecided: the station before has not said yet whether it passes.
func (q *question) undecided(last *traveler.Visit) []string {
	switch retest.Said(last.Verdict, last.Reported) {
	case vocabulary.VerdictRetest:
		return []string{fmt.Sprintf("Station %s wants to test %s again and has not reported that yet.", last.Station, q.item)}
	case visit.VerdictUnknown:
		return []string{fmt.Sprintf("Station %s gave a verdict that nobody understands.", last.Station)}
	}
	return nil
}

// aboutOf names what an event is about.
func (q *question) aboutOf(e *record.Event) string {
	id := e.About()
	if id == q.item || id == "" {
		return "the item itself"
	}
	return e.TargetType + " " + id
}

// why is the text of an event where it may be shown, without its full stop.
func (q *question) why(e *record.Event) string {
	if e.Text == "" || q.people.HidesText(e.Source) {
		return ""
	}
	return ": " + strings.TrimRight(e.Text, ".")
}

func moment(ms int64) string { return time.UnixMilli(ms).UTC().Format(time.RFC3339) }

package gate

import (
	"fmt"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types/traveler"
)

// question is all that decides an answer.
type question struct {
	traveler.Known
	way
	item, station string
	nowMs         int64
	people        source.Privacy
	// unsure are the sentences of the readers about what they could not read as a whole.
	unsure []string
}

// denials are what keeps an item from passing, doubts what keeps anybody from knowing; each gives a sentence for all that it finds.
var (
	denials = []func(*question) []string{(*question).held, (*question).decided, (*question).wrong, (*question).failed}
	doubts  = []func(*question) []string{(*question).unread, (*question).justStored, (*question).unreported}
)

func (q *question) answer() Status {
	out := Status{Status: Allow, Reasons: []string{}, Holds: []string{}, Disposition: q.State.Disposition, AsOf: q.nowMs}
	for _, h := range q.State.Open {
		out.Holds = append(out.Holds, h.ID)
	}
	for _, of := range []struct {
		answer Answer
		rules  []func(*question) []string
	}{{Deny, denials}, {Unknown, doubts}} {
		for _, rule := range of.rules {
			out.Reasons = append(out.Reasons, rule(q)...)
		}
		if len(out.Reasons) > 0 && out.Status == Allow {
			out.Status = of.answer
		}
	}
	return out
}

// unread: what the readers could not read as a whole.
func (q *question) unread() []string { return q.unsure }

// justStored: InfluxDB shows the fields of a record one after the other, so that a value may be missing still.
func (q *question) justStored() (sentences []string) {
	for _, v := range q.Visits {
		if q.fresh(v) {
			sentences = append(sentences, fmt.Sprintf("The record of station %s arrived less than %s ago and may not be whole yet: ask again.", v.Station, settled(v)))
		}
	}
	return sentences
}

const (
	// wholeAfter is how long after its arrival a record is seen whole: a second until Telegraf has sent it, and one until all its fields
	// are seen.
	wholeAfter = 2 * time.Second
	// wholeUntold is the same of a record that does not say when it arrived, after its own time.
	wholeUntold = 10 * time.Minute
)

func settled(v traveler.Visit) time.Duration {
	if v.ReceivedMs == 0 {
		return wholeUntold
	}
	return wholeAfter
}

// fresh tells that a record may not be whole yet.
func (q *question) fresh(v traveler.Visit) bool {
	since := v.ReceivedMs
	if since == 0 {
		since = v.SourceMs
	}
	return q.nowMs-since < settled(v).Milliseconds()
}

// unreported: an item that nobody has seen, or not where it should come from.
func (q *question) unreported() []string {
	last := q.lastBefore()
	switch {
	case !q.Seen:
		return []string{fmt.Sprintf("Nothing is known of %s: the index holds no record of it.", q.item)}
	case q.astray:
		return []string{fmt.Sprintf("%s is a %s, and none comes to this gate by the control plan.", q.item, q.Type)}
	case q.asked && q.before == "":
		return nil // nothing comes before, and what it was made of is known
	case last == nil && q.before != "":
		return []string{fmt.Sprintf("Station %s, which comes before, has not reported %s yet.", q.before, q.item)}
	case last == nil:
		return []string{fmt.Sprintf("No station has reported %s yet.", q.item)}
	}
	return q.undecided(last)
}

// lastBefore is the last visit to the station before; without one that asks, the last to any.
func (q *question) lastBefore() *traveler.Visit {
	for _, v := range slices.Backward(lasts(q.Visits)) {
		if !q.asked || v.Station == q.before {
			return &v
		}
	}
	return nil
}

// lasts are the visits that speak for the item: the last of each station, with all that bear its number; of a roll all stretches.
func lasts(visits []traveler.Visit) []traveler.Visit {
	last := map[string]int64{}
	for _, v := range visits {
		last[v.Station] = max(last[v.Station], v.Number)
	}
	return slices.DeleteFunc(slices.Clone(visits), func(v traveler.Visit) bool { return !v.Stretch && v.Number != last[v.Station] })
}

package loss

import (
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/holds"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// stopping are the decisions by which a cell goes no further.
var stopping = []string{vocabulary.EventHold, vocabulary.EventInspect, vocabulary.EventRework, vocabulary.EventScrap, vocabulary.EventDowngrade}

// Decided are holds and decisions, by what they are about.
type Decided struct {
	about map[string][]record.Event
	// wide are about no single cell: lots, trays, machines.
	wide []record.Event
}

// DecidedBy are those among events.
func DecidedBy(events []record.Event) Decided {
	out := Decided{about: map[string][]record.Event{}}
	for _, e := range events {
		switch {
		case !slices.Contains(vocabulary.Dispositions, e.Kind):
		case e.TargetType == "cell" || e.TargetType == "" && e.ItemID != "":
			out.about[e.About()] = append(out.about[e.About()], e)
		default:
			out.wide = append(out.wide, e)
		}
	}
	return out
}

// fate is what was decided about a cell, in the order of storing, and where it stands.
type fate struct {
	said []*record.Event
	// scrappedMs is when it was scrapped, 0 where it is not.
	scrappedMs int64
}

func (d Decided) fate(c *Cell, nowMs int64) fate {
	events := slices.Clone(d.about[c.ID])
	item := c.item()
	for _, e := range d.wide {
		if holds.Concerns(&e, item) {
			events = append(events, e)
		}
	}
	state := holds.Fold(events).Of(item, nowMs)
	out := fate{said: state.Said}
	for _, e := range state.Said {
		if e.Kind == vocabulary.EventScrap && out.scrappedMs == 0 {
			out.scrappedMs = storedMs(e)
		}
	}
	if state.Disposition != vocabulary.EventScrap {
		out.scrappedMs = 0
	}
	return out
}

// stoppedMs is when it was first decided after a moment that the cell goes no further, 0 where it never was.
func (f fate) stoppedMs(after int64) (first int64) {
	for _, e := range f.said {
		if at := storedMs(e); slices.Contains(stopping, e.Kind) && at >= after && (first == 0 || at < first) {
			first = at
		}
	}
	return first
}

func storedMs(e *record.Event) int64 {
	if e.ReceivedMs > 0 {
		return e.ReceivedMs
	}
	return e.AtMs
}

// passedMs is when the cell passed the next gate after a visit at which something was wrong, 0 while it has not.
func (r Route) passedMs(b *Bad) (first int64) {
	bad := b.Visit()
	gate := r.gateAfter(bad.Site, bad.Station)
	if gate < 0 {
		return 0
	}
	for _, v := range b.Cell.Visits {
		if v.FromMs >= bad.ToMs && r.index(v.Station) >= gate && (first == 0 || v.FromMs < first) {
			first = v.FromMs
		}
	}
	return first
}

// reworks are the visits (their places) to the station at which something was wrong that mended it; a retest is none.
func (b *Bad) reworks() (of []int) {
	bad := b.Visit()
	if bad.Verdict == vocabulary.VerdictRetest {
		return nil
	}
	for i := b.At + 1; i < len(b.Cell.Visits); i++ {
		if b.Cell.Visits[i].Station == bad.Station {
			of = append(of, i)
		}
	}
	return of
}

// unmended are the visits (their places) of a cell that mended nothing.
func (c *Cell) unmended() (of []int) {
	mended := map[int]bool{}
	for _, b := range c.bad {
		for _, i := range b.reworks() {
			mended[i] = true
		}
	}
	for i := range c.Visits {
		if !mended[i] {
			of = append(of, i)
		}
	}
	return of
}

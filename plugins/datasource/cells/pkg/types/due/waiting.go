package due

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/waiting"
)

const (
	// waitsBack is how far back is looked for what waits, mostRead are the newest decisions by which it is told.
	waitsBack = 92 * 24 * time.Hour
	mostRead  = 100_000
	// mostNamed are the items that a task names.
	mostNamed = 3
)

// waiting is what waits for somebody, a task of all that waits for the same at a machine: since when and until when the first of them.
func (l *look) waiting(ctx context.Context) ([]task, error) {
	events, all, err := l.EventsBackTo(ctx, l.now.Add(-waitsBack).UnixNano(), waiting.Kinds, mostRead)
	if source.DatabaseMissing(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if !all {
		l.Warn("What waits is told by the newest %d decisions: what waits for longer is not listed.", len(events))
	}
	within := l.plan.AnswerWithin(l.now.UnixNano())
	var out []task
	at := map[task]int{}
	for _, w := range waiting.Of(record.Heeded(l.plan, events), l.now.UnixMilli()) {
		since := time.UnixMilli(w.SinceMs).Truncate(time.Second)
		until := since.Add(within[w.What])
		if until.After(l.horizon) {
			continue
		}
		t, place := l.waits(w)
		if !l.filters.MatchPlace(place) {
			continue
		}
		if t.state = vocabulary.DueStateDue; until.Before(l.now) {
			t.state = vocabulary.DueStateOverdue
		}
		i, known := at[t]
		if !known {
			i = len(out)
			at[t] = i
			first := t
			first.last, first.due = since.UnixNano(), until.UnixNano() // what waits longest comes first
			out = append(out, first)
		}
		out[i].number++
		if w.What != vocabulary.WaitProposedChange {
			out[i].detail = named(out[i], w.Target)
		}
	}
	return out, nil
}

// waits is the task of what waits, without its times, and the place that filters look at: a change holds wherever its station stands, or of the
// whole plan.
func (l *look) waits(w waiting.Wait) (task, map[string]string) {
	e := w.By.Whole()
	if w.What == vocabulary.WaitProposedChange {
		place := map[string]string{}
		if e.Station != "" {
			place["station"] = e.Station
		}
		t := task{what: w.What, station: e.Station}
		if e.Characteristic != "" {
			t.detail = l.nameOf(e.Station, e.Characteristic)
		}
		return t, place
	}
	t := task{what: w.What, site: e.Site, station: e.Station, equipment: e.Equipment}
	if m, known := l.plan.MachineFor(e.Site, e.Equipment, e.Station, l.now.UnixNano()); known {
		t.station, t.line = m.Station, m.Line
	}
	return t, map[string]string{"site": t.site, "line": t.line, "station": t.station, "equipment": t.equipment}
}

// named are the items of a task with one more, which is its last.
func named(t task, item string) string {
	switch {
	case t.number > mostNamed+1:
		return t.detail
	case t.number > mostNamed:
		return t.detail + " …"
	}
	return strings.Join(append(slices.DeleteFunc([]string{t.detail}, func(s string) bool { return s == "" }), item), ", ")
}

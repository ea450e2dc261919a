package gate

import (
	"context"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types/traveler"
)

// Ask says whether an item may pass the gate of a station; without one, whether anything keeps it from going on.
//
// Errors: whatever kept it from reading; then nothing is known.
func Ask(ctx context.Context, from *source.Source, item, station string) (Status, error) {
	now := from.Now()
	run := &source.Run{Source: from, Range: source.Range{From: now, To: now}}
	p, err := run.Plan(ctx)
	if err != nil {
		return Status{}, err
	}
	if run.People, err = run.Privacy(ctx); err != nil {
		return Status{}, err
	}
	q := question{item: item, station: station, nowMs: now.UnixMilli(), people: run.People}
	here := stationAt(p, now.UnixNano(), station)
	switch {
	case p.Empty():
		return NotKnown(q.nowMs, "No control plan is in force, so that nobody knows what is good: push one (cellthread plan push)."), nil
	case station != "" && here == nil:
		return NotKnown(q.nowMs, "Station "+station+" is not in the control plan, so that nobody knows what comes before it."), nil
	}
	if q.Known, err = traveler.Know(ctx, run, item); err != nil {
		return Status{}, err
	}
	if here != nil {
		q.way = wayTo(p, now.UnixNano(), here, q.Type)
	}
	_, notices := run.Log.Told()
	for _, n := range notices {
		if n.Warns {
			q.unsure = append(q.unsure, n.Text)
		}
	}
	return q.answer(), nil
}

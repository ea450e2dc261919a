package source

import (
	"context"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

const (
	// firstBack is how much time is read at once first, and again after much was read in it.
	firstBack = 24 * time.Hour
	// fewBack are so few rows that twice the time is read at once next.
	fewBack = 5_000
	// leastBack is of what nothing less is read at once.
	leastBack = time.Second
)

// EventsBack are the newest events of some kinds, whatever their time, as their rows say: all of them, or so many and more; all is whether
// none is left. Of what is too much to be read at once less time is read.
func (r *Run) EventsBack(ctx context.Context, kinds []string, most int) (out []record.Event, all bool, err error) {
	return r.EventsBackTo(ctx, WholeRecord(r.Now()).From, kinds, most)
}

// EventsBackTo is EventsBack of those from a moment (ns) on.
func (r *Run) EventsBackTo(ctx context.Context, oldest int64, kinds []string, most int) (out []record.Event, all bool, err error) {
	whole, now := Span{From: oldest, To: WholeRecord(r.Now()).To}, r.Now().UnixNano()
	step := int64(firstBack)
	for to, from := whole.To, now-step; to > whole.From; from = to - step {
		from = max(whole.From, from)
		results, much, err := r.readAtOnce(ctx, influx.Statement{
			From: vocabulary.MeasurementEvent, Columns: EventColumns(), Range: Span{From: from, To: to},
			Where: []influx.Condition{{Column: influx.Tag("kind"), Operator: "=", Values: AnyValues(kinds)}},
		})
		if step = (to - from) / 2; much && step >= int64(leastBack) {
			continue
		}
		if much {
			return nil, false, r.tooManyEvents()
		}
		if err != nil {
			return nil, false, err
		}
		events := eventsOf(results)
		out, to = append(out, events...), from
		if len(out) >= most {
			return out, false, nil
		}
		if step = int64(firstBack); len(events) < fewBack {
			step = max(step, 2*(now-from))
		}
	}
	return out, true, nil
}

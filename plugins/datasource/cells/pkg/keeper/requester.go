package keeper

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/commands"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/ledger"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// requestsBack is how far back requests are looked for: older ones are over.
const requestsBack = 2 * commands.MostRequestFor

// Requester asks machines for what people want of them: at most once, and never when it is too late. What is stored before it is sent, and then
// is not sent, is seen as unanswered.
type Requester struct {
	Source  *source.Source
	Ledger  *ledger.Ledger
	Publish Publish

	fresh fresh
	done  map[string]time.Time
}

// Asked is what became of a request: Why says why the line was not asked, "" where it was.
type Asked struct {
	record.Event
	Why string
}

// Look asks for what people wanted since the last look.
//
// Errors: what kept it from reading or storing; the next look goes on with it, unless it is too late then.
func (r *Requester) Look(ctx context.Context) (all []Asked, err error) {
	now := r.Source.Now()
	run := &source.Run{Source: r.Source}
	since := now.Add(-requestsBack)
	events, err := run.EventsStored(ctx, source.Span{From: since.UnixNano(), To: now.Add(requestsBack).UnixNano()}, since.UnixMilli(), vocabulary.RequestEvents)
	if err != nil || len(events) == 0 {
		return nil, err
	}
	p, err := run.Plan(ctx)
	if err != nil {
		return nil, err
	}
	if r.done == nil {
		r.done = map[string]time.Time{}
	}
	for _, e := range events {
		if _, done := r.done[e.ID]; done {
			continue
		}
		if _, settled := r.fresh.settled(e, now, now); !settled {
			continue
		}
		asked, told, err := r.ask(ctx, p, e)
		if err != nil {
			return all, fmt.Errorf("asking %s for a %s: %w", e.TargetID, e.Kind, err)
		}
		r.done[e.ID] = now
		if told {
			all = append(all, asked)
		}
	}
	maps.DeleteFunc(r.done, func(_ string, at time.Time) bool { return now.Sub(at) > 2*requestsBack })
	r.fresh.forget(now)
	return all, nil
}

// ask asks a machine, unless another keeper did, or this one before it was started.
func (r *Requester) ask(ctx context.Context, p *plan.Plan, e record.Event) (asked Asked, told bool, err error) {
	nowMs := r.Source.Now().UnixMilli()
	topic, known := topicOf(p, e, e.Kind, nowMs)
	why := cmp.Or(commands.TooLate(e, nowMs), commands.NotAllowed(p, e, nowMs))
	switch {
	case why != "":
	case e.Source != vocabulary.SourcePerson || e.Author == "":
		why = "no person confirmed it"
	case !known:
		why = "the plan has no such machine"
	}
	if why != "" {
		return Asked{e, why}, true, nil
	}
	stored, err := r.Ledger.Store(ctx, commands.Requested(e, nowMs), nil)
	if err != nil || !stored.New {
		return Asked{}, false, err
	}
	if nowMs = r.Source.Now().UnixMilli(); commands.TooLate(e, nowMs) != "" {
		return Asked{e, commands.TooLate(e, nowMs)}, true, nil
	}
	if err := r.Publish(ctx, topic, commands.RequestPayload(stored.Event, e.Text, nowMs)); err != nil {
		return Asked{e, err.Error()}, true, nil // once only: nobody knows whether the broker has it
	}
	return Asked{e, ""}, true, nil
}

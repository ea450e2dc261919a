package keeper

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/ledger"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types/signals"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/watch"
)

// Prover tells whether what was done to machines worked, as soon as enough was measured since. All of it is told by the stored records, the
// plan and the events alone: two provers, and one that was stopped in between, store the same proofs.
type Prover struct {
	Source *source.Source
	Ledger *ledger.Ledger

	toProve signals.ToProve
	fresh   fresh
	// events are those of the judged kinds of the last days, by event_id; since is up to when they were stored.
	events map[string]record.Event
	since  since
}

// Look looks whether anything that was done can be judged now, and gives the proofs that it stored, in order.
//
// Errors: what kept it from reading, judging or storing; the next look goes on with it.
func (v *Prover) Look(ctx context.Context) (proved []record.Event, err error) {
	now := v.Source.Now()
	run := &source.Run{Source: v.Source, Range: source.Range{From: now.Add(-proveBack), To: now}}
	if err := v.read(ctx, run); err != nil {
		return nil, err
	}
	all := make([]record.Event, 0, len(v.events))
	for _, e := range v.events {
		all = append(all, e)
	}
	var failed []error
	for _, done := range all {
		if !signals.IsJudged(done) || now.Sub(time.UnixMilli(done.AtMs)) > signals.ProvedAgain {
			continue
		}
		if _, settled := v.fresh.settled(done, time.UnixMilli(done.ReceivedMs), now); !settled || now.UnixMilli() < done.AtMs+beginsAfter.Milliseconds() {
			continue
		}
		proofs, err := v.toProve.Look(ctx, run, done, all)
		if reading := new(watch.ReadingError); errors.As(err, &reading) && !reading.Stands {
			continue // what the station measured before is being read
		}
		if err != nil {
			failed = append(failed, fmt.Errorf("judging what was done to %s at station %s (%s): %w", done.Equipment, done.Station, done.ID, err))
			continue
		}
		for _, one := range proofs {
			if one.Over {
				proved = append(proved, one.Event)
			}
		}
	}
	v.fresh.forget(now)
	if len(proved) == 0 {
		return nil, together(failed)
	}
	if err := v.Ledger.StoreMany(ctx, proved); err != nil {
		return nil, together(append(failed, err))
	}
	for _, e := range proved {
		v.events[e.ID] = e
	}
	return proved, together(failed)
}

const (
	// proveBack is how far back what was done matters: to what is judged still, and what was proved of it before.
	proveBack = 2 * 24 * time.Hour
	// beginsAfter is how long after something was done all is stored that was measured before.
	beginsAfter = 40 * time.Second
)

// read notes the events that were stored since the last look.
func (v *Prover) read(ctx context.Context, run *source.Run) error {
	now := v.Source.Now()
	since, all := v.since.next(now, proveBack)
	if v.events == nil {
		v.events = map[string]record.Event{}
	}
	over := source.Span{From: now.Add(-proveBack).UnixNano(), To: now.Add(dayBack).UnixNano()}
	events, err := stored(ctx, run, over, since, signals.Judged)
	if err != nil {
		return err
	}
	for _, e := range events {
		// A proof that anybody but Cellthread tells is none.
		if e.Kind == vocabulary.EventProof && e.Source != vocabulary.SourceCellthread {
			continue
		}
		if before, known := v.events[e.ID]; !known || e.AtMs < before.AtMs || e.AtMs == before.AtMs && e.ReceivedMs >= before.ReceivedMs {
			v.events[e.ID] = e
		}
	}
	for id, e := range v.events {
		if e.AtMs < now.Add(-proveBack).UnixMilli() {
			delete(v.events, id)
		}
	}
	v.toProve.Forget(func(id string) bool { _, asked := v.events[id]; return asked })
	v.since.read(now, all)
	return nil
}

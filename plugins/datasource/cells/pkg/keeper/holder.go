// Package keeper holds what is out of spec, whether or not anybody looks: it asks what the plan holds of all that was stored, and stores
// the holds that nobody placed yet.
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
)

// Holder places holds. What is held is told by the stored records and the plan alone: two holders, one that was stopped in between, and
// the alert rules of Grafana place the same holds.
type Holder struct {
	Source *source.Source
	Ledger *ledger.Ledger
	// Back is how far back it looks when it begins.
	Back time.Duration
	// Share is how long a look may take for what was left of before; what is new is looked at whatever it takes.
	Share time.Duration
	// Find finds what is to be held; its zero finds what is wrong with a record by itself.
	Find signals.ToHold

	spans spans
	known known
	fresh fresh
}

// Round is what one look came to.
type Round struct {
	// Held are the holds that were placed, Behind how long ago the oldest was stored of what was not looked at yet.
	Held   []record.Event
	Behind time.Duration
	// Refused says of holds that cannot be stored why.
	Refused []string
}

// Look looks at what was stored since the last look, and at as much of what was left before as the context allows; the newest first.
//
// Errors: what kept it from seeing or storing; what was not looked at is left for the next look.
func (h *Holder) Look(ctx context.Context) (round Round, err error) {
	now, began := h.Source.Now(), time.Now()
	h.spans.until(now, now.Add(-h.Back))
	var later []source.Range // in which something may not be stored whole yet: the next look sees whether it is still so
	defer func() {
		for _, over := range later {
			h.spans.again(over)
		}
		round.Behind = h.spans.behind(now)
	}()
	for {
		over, any := h.spans.next()
		if !any {
			h.known.forget(now.Add(-h.Back - time.Hour))
			return round, nil
		}
		run := &source.Run{Source: h.Source, Range: over}
		unsettled, err := h.hold(ctx, run, &round)
		switch {
		case err != nil && isTooMuch(run, err) && h.spans.halved(over):
		case err != nil:
			h.spans.again(over)
			return round, fmt.Errorf("looking at what was stored from %s to %s: %w", over.From.UTC().Format(time.RFC3339), over.To.UTC().Format(time.RFC3339), err)
		}
		if unsettled {
			later = append(later, over)
		}
		if ctx.Err() != nil || time.Since(began) > h.Share {
			return round, nil
		}
	}
}

// isTooMuch tells whether half of a range can be read where the whole cannot.
func isTooMuch(run *source.Run, err error) bool {
	var budget *source.BudgetError
	return run.Log.WasCut() || errors.As(err, &budget) || errors.Is(err, context.DeadlineExceeded)
}

// hold places the holds of what was stored in the run's range, and tells whether something there may not be stored whole yet.
func (h *Holder) hold(ctx context.Context, run *source.Run, round *Round) (unsettled bool, err error) {
	ctx, cancel := context.WithTimeout(ctx, h.Source.Budget.Time)
	defer cancel()
	found, err := h.Find.Find(ctx, run)
	if err != nil || len(found) == 0 {
		return false, err
	}
	if err := h.known.read(ctx, run, run.Range.From.Add(-overlap)); err != nil {
		return false, err
	}
	var events []record.Event
	for _, of := range found {
		event, holds := record.HoldOf(of.Labels, of.Sentence, h.Source.Now().UnixMilli())
		first, settled := h.fresh.settled(event, run.Range.To, h.Source.Now())
		if !holds || h.known.has(event) {
			continue
		}
		if !settled {
			unsettled = true
			continue
		}
		// Of one that was stored though nobody could tell, the next attempt is the same row.
		event.AtMs, event.FromMs, event.ReceivedMs = first.UnixMilli(), first.UnixMilli(), first.UnixMilli()
		if problem := event.Whole().Problem(); problem != "" {
			// One that cannot be stored must not keep the others from it.
			round.Refused = append(round.Refused, fmt.Sprintf("the hold of %s at station %s cannot be stored: %s", event.ItemID, event.Station, problem))
			continue
		}
		events = append(events, event)
	}
	h.fresh.forget(h.Source.Now())
	if len(events) == 0 {
		return unsettled, nil
	}
	if err := h.Ledger.StoreMany(ctx, events); err != nil {
		return false, err
	}
	h.known.add(events)
	round.Held = append(round.Held, events...)
	return unsettled, nil
}

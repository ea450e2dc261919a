package ledger

import (
	"context"
	"fmt"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// atOnce is how many events are stored in a request.
const atOnce = 2000

// StoreMany stores events in few requests, with the server's time of storing where they do not bear it, and reads them back. Whoever calls it has looked whether
// one is stored already: nothing is asked here, and a second row of an event_id is the same event to every reader. Errors as of Store.
func (l *Ledger) StoreMany(ctx context.Context, events []record.Event) error {
	run := &source.Run{Source: l.from}
	p, err := run.Plan(ctx)
	if err != nil {
		return err
	}
	for some := range slices.Chunk(events, atOnce) {
		if err := l.storeSome(ctx, run, p, some); err != nil {
			return err
		}
	}
	return nil
}

func (l *Ledger) storeSome(ctx context.Context, run *source.Run, p *plan.Plan, events []record.Event) error {
	now := l.from.Now()
	people, buckets := l.people(p, now), source.BucketSizeAt(p, now)
	var rows, pointers []record.Row
	missing := map[string]bool{}
	over := source.Span{}
	for _, e := range events {
		e = e.Whole()
		if problem := e.Problem(); problem != "" {
			return source.Mistake("the event %s cannot be stored: %s", e.ID, problem)
		}
		if e.ReceivedMs == 0 {
			e.ReceivedMs = now.UnixMilli()
		}
		row, to := record.Rows(people.Keep(e), buckets)
		rows, pointers = append(rows, row), append(pointers, to...)
		missing[e.ID] = true
		if over.From == 0 || row.NS < over.From {
			over.From = row.NS
		}
		over.To = max(over.To, row.NS+1)
	}
	// The rows last: an event that is seen is found as well.
	if err := l.to.Write(ctx, l.from.Databases.Index, pointers...); err != nil {
		return fmt.Errorf("storing where events lie: %w", err)
	}
	if err := l.to.Write(ctx, l.from.Databases.Record, rows...); err != nil {
		return fmt.Errorf("storing events: %w", err)
	}
	for _, wait := range seenWithin {
		if err := sleep(ctx, wait); err != nil {
			return err
		}
		ids, err := run.EventIDs(ctx, over)
		if err != nil {
			return fmt.Errorf("reading the stored events back: %w", err)
		}
		for _, id := range ids {
			delete(missing, id)
		}
		if len(missing) == 0 {
			return nil
		}
	}
	return &UnsureError{errNotSeen}
}

// StoreBeside stores rows of the record that tell of events and are none.
func (l *Ledger) StoreBeside(ctx context.Context, rows []record.Row) error {
	for some := range slices.Chunk(rows, atOnce) {
		if err := l.to.Write(ctx, l.from.Databases.Record, some...); err != nil {
			return fmt.Errorf("storing what tells of events: %w", err)
		}
	}
	return nil
}

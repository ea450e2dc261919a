// Package ledger stores events: each once, and tells of none that it did not read back.
package ledger

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// Ledger stores events by one credential and reads them by another.
type Ledger struct {
	from  *source.Source
	to    *source.Writer
	doors doors
}

// New is a ledger that reads from a source and writes by a writer.
func New(from *source.Source, to *source.Writer) *Ledger { return &Ledger{from: from, to: to} }

// UnsureError says that an event may be stored or not: InfluxDB did not answer once it had been sent, or does not show it.
type UnsureError struct{ Err error }

func (e *UnsureError) Error() string {
	return e.Err.Error() + ". Whether the event is stored is not known; send it again with the same key: it is stored once"
}

// Unsure is an UnsureError of what happened after something was sent to be stored.
func Unsure(err error) error {
	var of *UnsureError
	if err == nil || errors.As(err, &of) {
		return err
	}
	return &UnsureError{err}
}

// Unwrap gives what happened.
func (e *UnsureError) Unwrap() error { return e.Err }

var errNotSeen = errors.New("InfluxDB took the event and does not show it")

// seenWithin is how long a stored event is waited for, in steps.
var seenWithin = []time.Duration{0, 20 * time.Millisecond, 100 * time.Millisecond, 400 * time.Millisecond, 1500 * time.Millisecond}

// Stored is an event as the database has it.
type Stored struct {
	Event record.Event
	// New is whether it was stored now; else it had been stored under its event_id before.
	New bool
}

// Allowed is asked, with all events about the same target, whether an event may be stored beside them.
type Allowed func(about []record.Event) error

// Store stores an event, with the server's time of storing, and reads it back. An event whose event_id is stored already stays as
// it was first and is the answer; allowed is not asked then. Events about one target are stored one after the other, so that
// what is asked of the others holds until this one is stored. Errors are those of InfluxDB, of allowed, an UnsureError, or a
// source.UserError for what cannot be stored.
func (l *Ledger) Store(ctx context.Context, e record.Event, allowed Allowed) (Stored, error) {
	e = e.Whole()
	if problem := e.Problem(); problem != "" {
		return Stored{}, source.Mistake("the event cannot be stored: %s", problem)
	}
	leave, err := l.doors.enter(ctx, e.About())
	if err != nil {
		return Stored{}, err
	}
	defer leave()
	run := &source.Run{Source: l.from}
	p, err := run.Plan(ctx)
	if err != nil {
		return Stored{}, err
	}
	about, err := run.EventsAbout(ctx, p, e.About(), e.ID)
	if err != nil {
		return Stored{}, err
	}
	if first, is := find(about, e); is {
		// Whoever stored it may have been ended between the row and its pointers.
		if _, pointers := record.Rows(first, source.BucketSizeAt(p, l.from.Now())); len(pointers) > 0 {
			err = l.to.Write(ctx, l.from.Databases.Index, pointers...)
		}
		return Stored{Event: first}, err
	}
	if allowed != nil {
		if err := allowed(record.Heeded(p, about)); err != nil {
			return Stored{}, err
		}
	}
	return l.store(ctx, run, p, e)
}

func (l *Ledger) store(ctx context.Context, run *source.Run, p *plan.Plan, e record.Event) (Stored, error) {
	now := l.from.Now()
	e.ReceivedMs = now.UnixMilli()
	row, pointers := record.Rows(l.people(p, now).Keep(e), source.BucketSizeAt(p, now))
	if err := l.to.Write(ctx, l.from.Databases.Record, row); err != nil {
		var refused *source.WriteError
		if err = fmt.Errorf("storing the event: %w", err); errors.As(err, &refused) && refused.Status < http.StatusInternalServerError {
			return Stored{}, err
		}
		return Stored{}, &UnsureError{err}
	}
	stored, err := l.indexed(ctx, run, p, e, pointers)
	if err != nil {
		return Stored{}, &UnsureError{err}
	}
	// Another server may have stored it since it was looked for: then that one did.
	return Stored{Event: stored, New: stored.ReceivedMs == e.ReceivedMs}, nil
}

// indexed stores the pointers to an event and reads it back.
func (l *Ledger) indexed(ctx context.Context, run *source.Run, p *plan.Plan, e record.Event, pointers []record.Row) (record.Event, error) {
	if len(pointers) > 0 {
		if err := l.to.Write(ctx, l.from.Databases.Index, pointers...); err != nil {
			return record.Event{}, fmt.Errorf("storing where the event lies: %w", err)
		}
	}
	for _, wait := range seenWithin {
		if err := sleep(ctx, wait); err != nil {
			return record.Event{}, err
		}
		about, err := run.EventsAbout(ctx, p, e.About(), e.ID)
		if err != nil {
			return record.Event{}, fmt.Errorf("reading the stored event back: %w", err)
		}
		if stored, is := find(about, e); is {
			return stored, nil
		}
	}
	return record.Event{}, errNotSeen
}

// About are all events ever stored about a target, in order of time, as readers take them.
func (l *Ledger) About(ctx context.Context, target string) ([]record.Event, error) {
	run := &source.Run{Source: l.from}
	p, err := run.Plan(ctx)
	if err != nil {
		return nil, err
	}
	about, err := run.EventsAbout(ctx, p, target, "")
	return record.Heeded(p, about), err
}

// People is what may be stored of people now.
func (l *Ledger) People(ctx context.Context) (record.People, error) {
	p, err := l.from.Plan(ctx)
	if err != nil {
		return record.People{}, err
	}
	return l.people(p, l.from.Now()), nil
}

func (l *Ledger) people(p *plan.Plan, now time.Time) record.People {
	mode := plan.PersonalDataAt(p.Settings, now.UnixNano()).Stricter(l.from.PersonalData)
	return record.People{Mode: mode, FreeText: plan.FreeTextAt(p.Settings, mode, now.UnixNano())}
}

// find gives the event that was stored under the ID of another. One that comes from elsewhere is none: whoever may publish may use the ID
// of an event to come.
func find(events []record.Event, of record.Event) (record.Event, bool) {
	i := slices.IndexFunc(events, func(e record.Event) bool { return e.ID == of.ID && e.Source == of.Source })
	if i < 0 {
		return record.Event{}, false
	}
	return events[i], true
}

func sleep(ctx context.Context, wait time.Duration) error {
	if wait == 0 {
		return nil
	}
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return context.Cause(ctx)
	case <-timer.C:
		return nil
	}
}

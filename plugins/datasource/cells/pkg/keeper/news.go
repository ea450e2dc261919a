package keeper

import (
	"cmp"
	"context"
	"fmt"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

const (
	// dayBack is how far back an event may bear a time and still be seen when it is stored now; it is looked for so far every allEvery,
	// in between as far as nearBack.
	dayBack  = 24 * time.Hour
	allEvery = 5 * time.Minute
	nearBack = 10 * time.Minute
)

// news are the events that were stored since they were read last; of the last day the first time. Some come again.
type news struct{ since since }

func (n *news) read(ctx context.Context, run *source.Run, kinds []string) ([]record.Event, error) {
	now := run.Now()
	since, all := n.since.next(now, dayBack)
	back := nearBack
	if all {
		back = dayBack
	}
	over := source.Span{From: since.Add(-back).UnixNano(), To: now.Add(dayBack).UnixNano()}
	events, err := stored(ctx, run, over, since, kinds)
	if err == nil {
		n.since.read(now, all)
	}
	return events, err
}

// since is up to when what was stored was read. What ingest took says when that was, and is stored later where the database did not take
// it: so all is read again every allEvery, and what came while nothing could be read for that long after it.
type since struct {
	to, allTo time.Time
	// late is since when nothing could be read, until how long that is read again.
	late, until time.Time
}

// next is from when on it is to be read at a moment what was stored, at most so far back; all is whether that is as far as this.
func (s *since) next(now time.Time, most time.Duration) (from time.Time, all bool) {
	if !s.to.IsZero() && now.Sub(s.to) > overlap {
		if now.After(s.until) {
			s.late = s.to
		}
		s.until = now.Add(allEvery)
	}
	switch {
	case now.Sub(s.allTo) >= allEvery:
		return now.Add(-most), true
	case now.Before(s.until) && s.late.Before(s.to):
		return s.late.Add(-overlap), false
	}
	return s.to.Add(-overlap), false
}

// read tells that it was read at a moment, and whether all was.
func (s *since) read(now time.Time, all bool) {
	if s.to = now; all {
		s.allTo = now
	}
}

// stored are the events of some kinds in a range of their own times that were stored from a moment on; read in halves where they are too
// many at once.
func stored(ctx context.Context, run *source.Run, over source.Span, since time.Time, kinds []string) ([]record.Event, error) {
	aside := run.Aside(run.Range)
	events, err := aside.EventsStored(ctx, over, since.UnixMilli(), kinds)
	switch {
	case ctx.Err() != nil, !isTooMuch(aside, err):
		return events, cmp.Or(err, context.Cause(ctx))
	case over.To-over.From < 2*int64(time.Second):
		return nil, fmt.Errorf("the events of %s: %w", time.Unix(0, over.From).UTC().Format(time.RFC3339), cmp.Or(err, aside.Log.Whole(run.Budget.Rows)))
	}
	middle := over.From + (over.To-over.From)/2
	events, err = stored(ctx, run, source.Span{From: over.From, To: middle}, since, kinds)
	if err != nil {
		return nil, err
	}
	more, err := stored(ctx, run, source.Span{From: middle, To: over.To}, since, kinds)
	return append(events, more...), err
}

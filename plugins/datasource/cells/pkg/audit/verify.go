package audit

import (
	"context"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/seals"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

const (
	// MostDays are verified at a time, the newest of those asked for.
	MostDays = 92
	// mostMoved are the rows that are looked for where lists say that they stand, because they say of no day of the range that they were
	// stored on it.
	mostMoved = 1000
)

// Answer is what became of a range of days.
type Answer struct {
	*seals.Verified
	// Rows are those that may have been stored on these days; Stored is what of each is compared, in the same order.
	Rows   []record.Row
	Stored []seals.Stored
	// From and To are the first and last day that was verified.
	From, To seals.Day
	// Sealed tells whether any day ever was.
	Sealed bool
}

// Verify compares what is stored of a range with what was sealed: the whole of the days that it touches, of more than MostDays the newest.
// What could not be read is an error. A data source that may read some sites only cannot tell, since a seal is of all.
func Verify(ctx context.Context, run *source.Run) (*Answer, error) {
	if len(run.Sites) > 0 {
		return nil, source.Mistake("a seal is of the events of all sites, and this data source reads some only: verify with one that reads all, or with cellthread audit verify")
	}
	a := &Answer{From: seals.DayOf(run.Range.From), To: seals.DayOf(run.Range.To.Add(-1))}
	a.To = min(a.To, seals.DayOf(run.Now()))
	a.From = max(a.From, a.To.Add(1-MostDays))
	all, err := Seals(ctx, run)
	if err != nil {
		return nil, err
	}
	a.Sealed = len(all) > 0
	lists, err := Lists(ctx, run, all, a.From, a.To.Add(seals.LateDays))
	if err != nil {
		return nil, err
	}
	if a.Rows, err = Rows(ctx, run, a.From, a.To); err != nil {
		return nil, err
	}
	standing := map[string]bool{}
	for _, row := range a.Rows {
		of := seals.StoredOf(row)
		a.Stored = append(a.Stored, of)
		standing[of.Key()] = true
	}
	moved, err := moved(ctx, run, lists, a, standing)
	if err != nil {
		return nil, err
	}
	for _, row := range moved {
		a.Rows, a.Stored = append(a.Rows, row), append(a.Stored, seals.StoredOf(row))
	}
	a.Verified = seals.Verify(seals.Record{Seals: all, Lists: lists, Stored: a.Stored}, a.From, a.To, seals.MustBe(run.Now()))
	return a, nil
}

// moved are rows that stand where the lists of the range say and were not read, because they say that they were stored on another day.
func moved(ctx context.Context, run *source.Run, lists map[seals.Day][]seals.Entry, a *Answer, standing map[string]bool) ([]record.Row, error) {
	var times []int64
	wanted := map[string]bool{}
	for day, list := range lists {
		for _, e := range list {
			if day <= a.To && !standing[e.Key()] && !wanted[e.Key()] && len(times) < mostMoved {
				wanted[e.Key()] = true
				times = append(times, e.At)
			}
		}
	}
	rows, err := run.EventRowsAt(ctx, times)
	var out []record.Row
	for _, row := range rows {
		if wanted[seals.StoredOf(row).Key()] {
			out = append(out, row)
		}
	}
	return out, err
}

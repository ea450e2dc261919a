package watch

import (
	"context"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

const (
	// settledAfter is how long after a count another one has to agree: what is told of an arrival may come before its rows.
	settledAfter = time.Minute
	// auditEvery is how often all that is kept is counted, whatever was heard of arrivals.
	auditEvery = time.Hour
	// mostRows are read at a time, and share of the query's time goes into reading what can wait.
	mostRows     = 100_000
	waitingShare = 0.3
	readingShare = 0.8
)

// read brings the steps of [from, until) up to date, newest first. It gives how much time before start is not read yet; what is
// missing from start on is an error.
func (s *station) read(ctx context.Context, run *source.Run, from, start, until int64) (left time.Duration, err error) {
	fields, err := run.Fields(ctx, run.Databases.Visits, s.name)
	if err != nil || len(fields) == 0 {
		return 0, err
	}
	if err := s.hear(ctx, run); err != nil {
		return 0, err
	}
	stale, err := s.stale(ctx, run, fields, from, until)
	if err != nil {
		return 0, err
	}
	began := time.Now()
	for len(stale) > 0 {
		chunk := s.newest(stale, min(mostRows, run.Budget.Rows/2))
		waits := chunk[0].begin+s.book.LengthMs <= start
		if spent := spent(ctx, began); spent > readingShare || waits && spent > waitingShare {
			break
		}
		if err := s.readSteps(ctx, run, chunk); err != nil {
			return 0, err
		}
		s.judged.stale = true
		stale = stale[:len(stale)-len(chunk)]
	}
	s.forget(from)
	if len(stale) == 0 {
		return 0, nil
	}
	last := stale[len(stale)-1].begin + s.book.LengthMs
	if last > start {
		return 0, &ReadingError{s.name, time.Duration(last-start) * time.Millisecond}
	}
	return time.Duration(last-from) * time.Millisecond, nil
}

// spent is the part of its time that a query has used since it began to read.
func spent(ctx context.Context, began time.Time) float64 {
	deadline, ok := ctx.Deadline()
	if !ok {
		return 0
	}
	return float64(time.Since(began)) / float64(deadline.Sub(began))
}

// counted is how many rows the database has of a step.
type counted struct {
	begin int64
	rows  int
}

// newest are the last steps of a list in order that together have at most so many rows; at least one.
func (s *station) newest(stale []counted, most int) []counted {
	first, rows := len(stale), 0
	for first > 0 && (first == len(stale) || rows+stale[first-1].rows <= most) {
		first--
		rows += stale[first].rows
	}
	return stale[first:]
}

// stale are the steps in [from, until) whose rows are to be read, in order: those never read, and those that have another number
// of rows than when they were.
func (s *station) stale(ctx context.Context, run *source.Run, fields []source.FieldKey, from, until int64) ([]counted, error) {
	now := run.Now()
	audit := now.Sub(s.audited) >= auditEvery
	first := until
	for begin := from; begin < until; begin += s.book.LengthMs {
		if r := s.steps[begin]; audit || r == nil || !r.settled {
			first = begin
			break
		}
	}
	if first == until {
		return nil, nil
	}
	rows, err := s.count(ctx, run, fields, first, until)
	if err != nil {
		return nil, err
	}
	if audit {
		s.audited = now
	}
	var out []counted
	for begin := first; begin < until; begin += s.book.LengthMs {
		r, n := s.steps[begin], rows[begin]
		switch {
		case r == nil && n == 0:
			s.steps[begin] = &reading{counted: now}
		case r == nil:
			out = append(out, counted{begin, n})
		case r.rows != n:
			if r.settled {
				s.mended++
			}
			out = append(out, counted{begin, n})
		case now.Sub(r.counted) >= settledAfter:
			r.settled = true
		}
	}
	return out, nil
}

// count asks the database for the number of rows of every step.
func (s *station) count(ctx context.Context, run *source.Run, fields []source.FieldKey, from, until int64) (map[int64]int, error) {
	of := slices.IndexFunc(fields, func(f source.FieldKey) bool { return f.Name == countedField })
	if of < 0 {
		return map[int64]int{}, nil
	}
	results, err := run.Read(ctx, run.Databases.Visits, source.Statement{
		From: s.name, Columns: []source.Column{source.Field(countedField, source.KindOf(fields[of]))}, Reduce: "count", EveryMs: s.book.LengthMs,
		Range: source.Span{From: from * 1e6, To: until * 1e6},
	})
	if err != nil {
		return nil, err
	}
	out := map[int64]int{}
	for _, series := range results[0].Series {
		at, n := series.Rows.Column("time"), series.Rows.Column(countedField)
		for row := range series.Rows.Len() {
			ns, _ := at.Int(row)
			count, _ := n.Int(row)
			out[ns/1e6] += int(count)
		}
	}
	return out, nil
}

// countedField is one that every record has.
const countedField = "visit"

// forget drops what nobody asks for any more, an hour at a time.
func (s *station) forget(from int64) {
	before := from - keptBack.Milliseconds()
	before -= before % time.Hour.Milliseconds()
	dropped := false
	for begin := range s.steps {
		if begin < before {
			delete(s.steps, begin)
			dropped = true
		}
	}
	if dropped {
		s.book.Forget(before)
		s.checks.Forget(before)
	}
}

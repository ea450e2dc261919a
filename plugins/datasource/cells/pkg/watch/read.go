package watch

import (
	"context"
	"maps"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

const (
	// settledAfter is how long after a count another one has to agree: what is told of an arrival may come before its rows.
	settledAfter = time.Minute
	// pieceSteps are counted at a time.
	pieceSteps = 72
	// mostRows are read at a time, and readingShare of a query's time goes into reading.
	mostRows     = 20_000
	readingShare = 0.5
)

// read brings the steps of [from, until) up to date, newest first, as far as its share of the query's time allows. Steps of which
// nothing was read yet begin before the moment that it gives, none do where that is from.
func (s *station) read(ctx context.Context, run *source.Run, from, until int64, most time.Duration) (unread int64, err error) {
	fields, err := run.Fields(ctx, run.Databases.Visits, s.name)
	if err != nil || len(fields) == 0 {
		return from, err
	}
	if err := s.hear(ctx, run); err != nil {
		return from, err
	}
	over := s.timeIsOver(ctx, run, most)
	pieceMs := pieceSteps * s.book.LengthMs
	due := s.audit.due(run.Now(), (until-from)/pieceMs+1)
	pieces, left := int64(1), false
	var begin int64
	for end := until; end > from; end = begin {
		begin = max(from, ((end-1)/pieceMs-pieces+1)*pieceMs)
		audited := false
		for piece := begin / pieceMs; piece*pieceMs < end; piece++ {
			audited = audited || due[piece%int64(len(due))]
		}
		never, uncertain := s.uncertain(begin, end)
		if !uncertain && !audited {
			continue
		}
		if over() && !never {
			left = left || uncertain
			continue
		}
		before := s.chunks
		if last, err := s.readPiece(ctx, run, fields, begin, end, over); err != nil || last > begin {
			return last, err
		}
		// Where nothing was measured more is counted at once.
		if pieces = 2 * pieces; s.chunks > before || !never {
			pieces = 1
		}
	}
	s.forget(from)
	s.owed.note(run.Now(), left)
	return from, nil
}

// readPiece brings some steps up to date and tells where those end that it did not come to, begin where it came to all.
func (s *station) readPiece(ctx context.Context, run *source.Run, fields []source.FieldKey, begin, end int64, over func() bool) (last int64, err error) {
	if over() {
		return end, nil
	}
	stale, err := s.stale(ctx, run, fields, begin, end)
	if err != nil {
		return end, err
	}
	for len(stale) > 0 {
		if over() {
			return stale[len(stale)-1].begin + s.book.LengthMs, nil
		}
		chunk := s.newest(stale, min(mostRows, run.Budget.Rows/2))
		if err := s.readSteps(ctx, run, chunk); err != nil {
			return end, err
		}
		s.judged.stale = true
		s.chunks++
		stale = stale[:len(stale)-len(chunk)]
	}
	return begin, nil
}

// timeIsOver tells when a station has read something for so long, or the query for its share of the time.
func (s *station) timeIsOver(ctx context.Context, run *source.Run, most time.Duration) func() bool {
	began, before := time.Now(), s.chunks
	deadline, ok := ctx.Deadline()
	return func() bool {
		return ok && (s.chunks > before && time.Since(began) > most || time.Until(deadline) < time.Duration((1-readingShare)*float64(run.Budget.Time)))
	}
}

// uncertain tells whether steps in [from, until) were never read, and whether some of them may not be as they were read.
func (s *station) uncertain(from, until int64) (never, uncertain bool) {
	for begin := from; begin < until; begin += s.book.LengthMs {
		r := s.steps[begin]
		never = never || r == nil
		uncertain = uncertain || r == nil || !r.settled
	}
	return never, uncertain
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

// readAt is a step that was read now for the first time: what is long past and of which nothing was heard will stay.
func (s *station) readAt(begin int64, now time.Time) *reading {
	heard := s.heard[begin]
	delete(s.heard, begin)
	return &reading{counted: now, settled: !heard && begin+s.book.LengthMs < now.Add(-mostUnsettled).UnixMilli()}
}

// stale are the steps in [from, until) whose rows are to be read, in order: those never read, and those that have another number
// of rows than when they were.
func (s *station) stale(ctx context.Context, run *source.Run, fields []source.FieldKey, from, until int64) ([]counted, error) {
	now := run.Now()
	rows, err := s.count(ctx, run, fields, from, until)
	if err != nil {
		return nil, err
	}
	var out []counted
	for begin := from; begin < until; begin += s.book.LengthMs {
		r, n := s.steps[begin], rows[begin]
		switch {
		case r == nil && n == 0:
			s.steps[begin] = s.readAt(begin, now)
		case r == nil:
			out = append(out, counted{begin, n})
		case r.rows != n:
			if r.settled {
				mendedSteps.Inc()
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
	if !slices.ContainsFunc(fields, func(f source.FieldKey) bool { return f.Name == countedField }) {
		return map[int64]int{}, nil
	}
	results, err := run.Read(ctx, run.Databases.Visits, source.Statement{
		From: s.name, Columns: []source.Column{source.Field(countedField, table.Int)}, Reduce: "count", EveryMs: s.book.LengthMs,
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
	maps.DeleteFunc(s.heard, func(begin int64, _ bool) bool { return begin < before })
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

package signals

import (
	"context"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/calendar"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// statesRead is how many states are read of a machine at most, the last of each of so many parts of its silence (of a second at
// least): whoever says every second what it does makes the reading no longer, and a stop no more wrong than by such a part.
const statesRead = 4000

// quiet is a machine of which nothing came since a moment (ns), and for how long of the time from another moment on in which its site
// produced it said that it stood.
type quiet struct {
	machine
	since, from int64
	stood       time.Duration
	// states tells that what it says of standing is believed, lag by how much its clock is behind, and row when by that its last row was.
	// What one says whose clock is ahead is read by its clock.
	states   bool
	lag, row int64
}

// quietOf tells since when nothing came of a machine; nil where nobody is to be told.
func (s *search) quietOf(h *heard, m machine, to int64) *quiet {
	key := m.key()
	last, reported := h.row[key]
	state, says := h.state[key]
	stated, lag := h.stated[key], h.lag[key]
	stands := says && state != stateRunning && lag >= 0
	q := &quiet{machine: m, since: max(last, s.plan.Begin), states: says, lag: lag, row: last - lag}
	switch {
	case !reported && !says:
		return nil
	case !reported:
		q.since = max(h.from, s.plan.Begin, h.said[key])
	case stands && q.wentOn(stated, h.allowed):
		q.states = false
	case stands && s.silence(m.site, max(last, stated), to, standingFor) > 1:
		q.states, q.since = false, max(q.since, stated)
	}
	if s.Alerting && q.since < s.plan.Pushed {
		// It fell silent before anybody was to be told of it.
		if !q.states {
			return nil
		}
		q.since = s.plan.Pushed
	}
	q.from = q.since
	return q
}

// wentOn tells that it stored rows for longer than it may pause after it said that it stands: so it did not.
func (q *quiet) wentOn(stated int64, allowed time.Duration) bool {
	return q.row-stated > int64(allowed)
}

// readStanding reads for how long machines said that they stood.
func (s *search) readStanding(ctx context.Context, quiets []*quiet, allowed time.Duration, to int64) error {
	var statements []source.Statement
	for _, q := range quiets {
		if q.states {
			over := source.Span{From: max(q.since, to-int64(silentLookback)) - q.lag, To: to - q.lag}
			said := source.Statement{
				From: vocabulary.MeasurementEquipmentState, Columns: []source.Column{source.Field("state", table.Text)}, Where: q.is(),
				Reduce: "last", Range: over,
			}
			before := said
			before.Range = source.Span{From: over.From - int64(rowsLookback), To: over.From}
			said.EveryMs = max(1000, (over.To-over.From)/statesRead/1e6)
			statements = append(statements, before, said)
		}
	}
	if len(statements) == 0 {
		return nil
	}
	results, err := s.Read(ctx, s.Databases.Visits, statements...)
	if err != nil {
		return err
	}
	for _, q := range quiets {
		if q.states {
			q.stands(s.calendar(q.site, to), results[0], results[1], allowed, to)
			results = results[2:]
		}
	}
	return nil
}

// stands counts for how long it stood, given what it said last before the time that was read, and what in it. Of a silence that is longer
// than what was read, and in which it stood, that alone counts.
func (q *quiet) stands(site *calendar.Calendar, before, said source.Result, allowed time.Duration, to int64) {
	begin := max(q.since, to-int64(silentLookback))
	at, standing := begin, false
	each(before, func(ns int64, stands bool) { standing = stands && !q.wentOn(ns, allowed) })
	until := func(ns int64) {
		if standing {
			q.stood += site.Produces(calendar.Span{From: time.Unix(0, at), To: time.Unix(0, ns)})
		}
	}
	each(said, func(ns int64, stands bool) {
		if ns = max(ns+q.lag, begin); stands != standing {
			until(ns)
			at, standing = ns, stands
		}
	})
	until(to)
	if q.stood > 0 {
		q.from = begin
	}
}

// each gives when a machine said something, and whether that it stands.
func each(result source.Result, said func(ns int64, stands bool)) {
	for _, series := range result.Series {
		at, state := series.Rows.Column("time"), series.Rows.Column("state")
		for row := range series.Rows.Len() {
			if text, is := state.Text(row); is {
				ns, _ := at.Int(row)
				said(ns, text != stateRunning)
			}
		}
	}
}

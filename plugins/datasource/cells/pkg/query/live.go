package query

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/join"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

const (
	// liveLookback is how late a row may be stored after its source time and still be pushed; later ones come with the
	// next query.
	liveLookback = 2 * time.Minute
	// liveOverlap is how much of the past the first poll sends, so that nothing falls between a query and its channel.
	liveOverlap = 3 * time.Second
)

// Live gives the visits of one query as they are stored. It is for one reader.
type Live struct {
	env    *Env
	query  *visitsQuery
	opened time.Time
	polled bool
	seen   map[liveKey]int64 // source time by row
}

type liveKey struct {
	id                      string
	visit, received, source int64
}

// CanonicalVisits checks a visits query and spells it in one way, defaults written out.
func CanonicalVisits(raw json.RawMessage) (json.RawMessage, error) {
	runner, err := parseVisits(raw)
	if err != nil {
		return nil, err
	}
	q := *runner.(*visitsQuery)
	q.Include = nil // limits and signals come with queries
	if q.RunTypes == nil {
		q.RunTypes = []string{allRunTypes}
	}
	return json.Marshal(q)
}

// OpenLive prepares to follow a visits query.
func (e *Env) OpenLive(raw json.RawMessage) (*Live, error) {
	runner, err := parseVisits(raw)
	if err != nil {
		return nil, err
	}
	return &Live{env: e, query: runner.(*visitsQuery), opened: e.Now(), seen: map[liveKey]int64{}}, nil
}

// Poll gives the rows that were stored since the last poll, as a frame like that of the query; nil when there are none.
func (l *Live) Poll(ctx context.Context) (*data.Frame, error) {
	now := l.env.Now()
	run := &Run{Env: l.env, Range: Range{From: now.Add(-liveLookback), To: now.Add(liveLookback)}}
	ctx, cancel := context.WithTimeoutCause(ctx, l.env.Budget.Time, errTime)
	defer cancel()
	p, err := run.Plan(ctx)
	if err != nil {
		return nil, err
	}
	fields, err := run.Fields(ctx, run.Databases.Visits, l.query.Station)
	if err != nil {
		return nil, err
	}
	lots, characteristics := l.query.fieldsOf(run, fields)
	rows, err := run.visits(ctx, visitRead{
		Station: l.query.Station, Columns: slices.Concat(l.query.attributes(lots), characteristics),
		Ranges: []Range{run.Range}, Choice: join.All, RunTypes: l.query.RunTypes, Filters: l.query.filters.For(l.query.Station),
	})
	if err != nil {
		return nil, err
	}
	if err := run.log.whole(l.env.Budget.Rows); err != nil {
		return nil, err
	}
	if rows = l.unseen(rows, now); rows.Len() == 0 {
		return nil, nil
	}
	frame := l.query.table(run, p, rows, lots, characteristics).Frame(data.FrameTypeTable)
	describeUnit(frame, rows)
	return frame, nil
}

// unseen keeps what no earlier poll gave, and forgets what can not come again.
func (l *Live) unseen(rows *table.Table, now time.Time) *table.Table {
	first := !l.polled
	l.polled = true
	id, visit, received := rows.Column(idColumn), rows.Column("visit"), rows.Column("received_ms")
	source, at := rows.Column("source_ms"), rows.Column("time")
	stretches := rows.Column(unitColumn) != nil
	fresh := rows.Filter(func(row int) bool {
		name, _ := id.Text(row)
		number, ok := visit.Int(row)
		if !ok {
			number = 1
		}
		ms, _ := received.Int(row)
		key := liveKey{strings.Clone(name), number, ms, sourceMs(source, at, row)}
		_, known := l.seen[key]
		l.seen[key] = key.source
		if known || (l.query.Visits == join.First && number != 1 && !stretches) {
			return false
		}
		return !first || max(ms, l.seen[key]) >= l.opened.Add(-liveOverlap).UnixMilli()
	})
	oldest := now.Add(-2 * liveLookback).UnixMilli()
	for key, ms := range l.seen {
		if ms < oldest {
			delete(l.seen, key)
		}
	}
	return fresh
}

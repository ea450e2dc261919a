package live

import (
	"context"
	"slices"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/retest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types/visits"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
)

// poll reads once what all followers of a station need, and gives each its rows.
func (s *followedStation) poll(ctx context.Context, from *source.Source, l *followed) error {
	now := from.Now()
	run := &source.Run{Source: from, Range: source.Range{From: now.Add(-liveLookback), To: now.Add(liveLookback)}}
	var err error
	if run.People, err = run.Privacy(ctx); err != nil {
		return timedOut(ctx, err)
	}
	p, err := run.Plan(ctx)
	if err != nil {
		return timedOut(ctx, err)
	}
	fields, err := run.Fields(ctx, run.Databases.Visits, s.name)
	if err != nil {
		return timedOut(ctx, err)
	}
	l.mu.Lock()
	followers := slices.Clone(s.followers)
	l.mu.Unlock()
	rows, err := run.Visits(ctx, source.VisitRead{
		Station: s.name, Columns: columnsOfAll(run, p, followers, fields), Ranges: []source.Range{run.Range}, Choice: retest.All,
	})
	if err != nil {
		return timedOut(ctx, err)
	}
	if err := run.Log.Whole(from.Budget.Rows); err != nil {
		return err
	}
	fresh := s.news.of(rows, now)
	for _, f := range followers {
		err := source.Guard("a live query of station "+s.name, func() error { return f.take(run, p, fields, rows, fresh, l) })
		l.mu.Lock()
		f.err = err
		l.mu.Unlock()
	}
	return nil
}

// columnsOfAll are the columns that some follower shows or chooses by.
func columnsOfAll(run *source.Run, p *plan.Plan, followers []*Follower, fields []source.FieldKey) []string {
	var names []string
	for _, f := range followers {
		lots, characteristics := f.query.FieldsOf(run, p, fields)
		names = slices.Concat(names, f.query.Attributes(lots), characteristics, f.query.Where.Keys())
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// take gives a follower those rows that are its own and new to it.
func (f *Follower) take(run *source.Run, p *plan.Plan, fields []source.FieldKey, rows *table.Table, fresh []bool, l *followed) error {
	if err := run.People.Check(f.query.ChosenBy()); err != nil {
		return err
	}
	received, source, at := rows.Column("received_ms"), rows.Column("source_ms"), rows.Column("time")
	follows, since := follows(f.query, rows), f.joinedMs-liveOverlap.Milliseconds()
	own := rows.Filter(func(row int) bool {
		if f.begun && !fresh[row] {
			return false
		}
		ms, _ := received.Int(row)
		return (f.begun || max(ms, visit.SourceMs(source, at, row)) >= since) && follows(row)
	})
	f.begun = true
	if own.Len() == 0 {
		return nil
	}
	lots, characteristics := f.query.FieldsOf(run, p, fields)
	frame := f.query.Table(run, p, own, lots, characteristics).Frame(data.FrameTypeTable)
	visits.DescribeUnit(frame, own)
	l.mu.Lock()
	defer l.mu.Unlock()
	f.give(frame)
	return nil
}

// timedOut says that a read took longer than a live one may.
func timedOut(ctx context.Context, err error) error {
	if context.Cause(ctx) == query.ErrTime { //nolint:errorlint // the cause itself
		return &query.TimeoutError{Budget: liveTime.String()}
	}
	return err
}

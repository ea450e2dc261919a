package yield

import (
	"context"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// Run counts the visits of every station and answers one frame, or one a series where buckets of time are asked for.
func (q *Query) Run(ctx context.Context, run *source.Run) (data.Frames, error) {
	p, err := run.Plan(ctx)
	if err != nil {
		return nil, err
	}
	if p.Empty() && len(q.Stations) == 0 {
		return nil, source.Mistake("no control plan was pushed to database %s, so its stations are not known; run npm run plan:push, or name stations", run.Databases.Record)
	}
	search, err := newSearch(q, run, p)
	if err != nil {
		return nil, err
	}
	groups, err := search.find(ctx)
	if err != nil {
		return nil, err
	}
	switch {
	case q.Failures:
		return data.Frames{q.failuresFrame(groups)}, nil
	case q.bucket != nil:
		return q.seriesFrames(groups)
	}
	return data.Frames{q.yieldFrame(groups)}, nil
}

// find counts every station; groups come in the order of the route.
func (s *search) find(ctx context.Context) ([]*yieldGroup, error) {
	stations := s.stations()
	found := make([]*yieldCount, len(stations))
	var run []func() error
	gate := make(chan struct{}, source.ParallelStations)
	for i, station := range stations {
		run = append(run, func() error {
			gate <- struct{}{}
			defer func() { <-gate }()
			var err error
			found[i], err = s.count(ctx, station)
			return err
		})
	}
	if err := s.Together(run...); err != nil {
		return nil, err
	}
	var groups []*yieldGroup
	for _, count := range found {
		groups = append(groups, count.sorted()...)
	}
	if s.query.Rolled {
		groups = append(groups, rolled(groups)...)
	}
	return groups, nil
}

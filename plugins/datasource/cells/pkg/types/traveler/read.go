package traveler

import (
	"context"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// read fills the traveler: what the pointers lead to first, then what depends on it.
func (t *traveler) read(ctx context.Context, q *Query, pointers []source.Pointer) error {
	split := map[string][]source.Pointer{}
	for _, p := range pointers {
		kind := "visit"
		if p.Measurement == vocabulary.MeasurementGenealogy || p.Measurement == vocabulary.MeasurementEvent {
			kind = p.Measurement
		}
		split[kind] = append(split[kind], p)
	}
	err := t.Together(
		func() error { return t.readStays(ctx, split["visit"]) },
		func() error {
			if !q.wants("genealogy", "events", "header") {
				return nil
			}
			return t.readEdges(ctx, t.id, split[vocabulary.MeasurementGenealogy], 0, both)
		},
		func() error {
			if !q.wants("events", "header", "operations") {
				return nil
			}
			return t.readEvents(ctx, split[vocabulary.MeasurementEvent])
		},
	)
	if err != nil {
		return err
	}
	t.judge()
	return t.Together(
		func() error {
			if !q.wants("characteristics") {
				return nil
			}
			return t.readPeers(ctx)
		},
		func() error {
			if !q.wants("environment") {
				return nil
			}
			return t.readAir(ctx)
		},
		func() error {
			if !q.wants("genealogy", "events", "header") {
				return nil
			}
			return t.inherit(ctx)
		},
	)
}

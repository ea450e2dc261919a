package watch

import (
	"context"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// mostStruck is of how many items visits are looked up when voids come or go; of more all is read anew.
const mostStruck = 1000

// strike has the steps read again in which items were of which visits were struck since, or are no more.
func (s *station) strike(ctx context.Context, run *source.Run, p *plan.Plan, ns int64) error {
	voids, err := run.Voids(ctx)
	if err != nil {
		return err
	}
	items := voids.Others(s.voids, s.name)
	switch {
	case len(items) == 0 || len(s.steps) == 0:
	case len(items) > mostStruck:
		s.begin(p, ns)
	default:
		lookups := make([]source.Lookup, len(items))
		for i, item := range items {
			lookups[i] = source.Lookup{Item: item, Kind: s.name}
		}
		of, err := run.Pointers(ctx, p, lookups...)
		if err != nil {
			return err
		}
		if of == nil { // there is no index
			s.begin(p, ns)
		}
		for _, pointers := range of {
			for _, to := range pointers {
				s.again(to.At / 1e6)
			}
		}
	}
	s.voids = voids
	return nil
}

// again has the step of a moment (Unix ms) read again, whatever is counted of it.
func (s *station) again(ms int64) {
	if r := s.steps[ms-ms%s.book.LengthMs]; r != nil {
		*r = reading{rows: -1, counted: r.counted}
	}
}

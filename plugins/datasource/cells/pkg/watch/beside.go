package watch

import (
	"context"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// beside is what departs together with what was seen beside the visits, and what it was found for.
type beside struct {
	of       *Seen
	episodes []Episode
}

// besides adds to what was seen last what gauges and zones say, once.
func (s *station) besides(ctx context.Context, run *source.Run, p *plan.Plan, until int64) ([]Episode, error) {
	if s.beside.of == s.judged.seen {
		return s.beside.episodes, nil
	}
	gauges, err := s.gaugesAt(ctx, run, p, until)
	if err != nil {
		return nil, err
	}
	s.beside = beside{s.judged.seen, s.withGauges(s.judged.seen.Episodes, gauges, p, max(until*1e6, p.Begin))}
	return s.beside.episodes, nil
}

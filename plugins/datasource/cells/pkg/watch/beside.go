package watch

import (
	"context"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// beside is what was seen of visits together with what was seen beside them, and what it was found for.
type beside struct {
	of, seen *Seen
}

// besides adds to what was seen of visits what gauges and zones say, once.
func (s *station) besides(ctx context.Context, run *source.Run, p *plan.Plan, until int64) (Seen, error) {
	if s.beside.of != nil && s.beside.of == s.judged.seen {
		return *s.beside.seen, nil
	}
	if s.ofVisits {
		return *s.judged.seen, nil
	}
	gauges, err := s.gaugesAt(ctx, run, p, until)
	if err != nil {
		return Seen{}, err
	}
	zones, doing, err := s.zonesAt(ctx, run, p, until)
	if err != nil {
		return Seen{}, err
	}
	seen := *s.judged.seen
	for _, g := range gauges {
		doing = append(doing, g.doing())
	}
	for _, one := range doing {
		seen.does(one)
	}
	seen.Episodes = append(s.withGauges(seen.Episodes, gauges, p, max(until*1e6, p.Begin)), zones...)
	s.beside = beside{s.judged.seen, &seen}
	return seen, nil
}

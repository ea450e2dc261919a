package signals

import (
	"context"
	"errors"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/watch"
)

// beside is what monitors of a station tell, and told, beside what is told of its single cells; and what was done there.
type beside struct {
	episodes []watch.Episode
	breaks   control.Breaks
}

// toldBeside asks the monitors. Where they cannot be asked nothing is told beside; a rule that asks while what they learn from is still being
// read gets the error, so that what it told before a start stays told and nothing of it is told twice.
func (s *search) toldBeside(ctx context.Context, station *plan.Row) (beside, error) {
	seen, err := s.memory.watching().Look(ctx, s.Run, s.plan, station.Station)
	reading := new(watch.ReadingError)
	switch {
	case errors.As(err, &reading) && s.Alerting && !reading.Stands:
		return beside{}, err
	case err != nil:
		return beside{}, nil
	}
	all := slices.Clone(seen.Episodes)
	for _, over := range seen.Past {
		all = append(all, watch.Episode{Told: over})
	}
	return beside{s.firstOfLots(ctx, station, all), seen.Breaks}, nil
}

// times are when an episode was told to a route that cells out of spec are another sight of: of the same characteristic and place. One that
// is shown and told to nobody explains nothing; nor does a gauge that reads its master part off: the cells may be bad on the other side.
func (b beside) times(of summary.Key, route string) (out []control.Times) {
	for _, e := range b.episodes {
		if e.Key.Characteristic == of.Characteristic && e.Route == route && !e.Late && e.Against != monitor.Master && e.Concerns(of.Stream) {
			out = append(out, control.TimesOf(e.Told))
		}
	}
	return out
}

// changes are when something was done to a stream (Unix ms).
func (b beside) changes(of summary.Stream) []int64 {
	all := b.breaks.Of(monitor.Self, []summary.Stream{of})
	if all == nil {
		return nil
	}
	return all[0]
}

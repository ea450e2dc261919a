package signals

import (
	"context"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/watch"
)

// firstOfLots leaves out what departs with a lot with which something departed at another station before: one lot is one cause, told
// where it was found first. Lots of two materials may bear one name. A station that cannot be looked at explains nothing, and is named;
// people are told of it by the rule that looks there.
func (s *search) firstOfLots(ctx context.Context, station *plan.Row, episodes []watch.Episode) []watch.Episode {
	if !slices.ContainsFunc(episodes, func(e watch.Episode) bool { return e.Lot != "" }) {
		return episodes
	}
	ns := max(s.Range.To.UnixNano(), s.plan.Begin)
	order := map[string]int{}
	var others []watch.Episode
	for i, other := range s.plan.StationsAt(s.Range.To.UnixNano()) {
		order[other.Station] = i
		if other.Station == station.Station || !slices.ContainsFunc(s.plan.MeasuredAt(other.Station, s.Range.To.UnixNano()), againstLots) {
			continue
		}
		seen, err := s.memory.watching().Look(ctx, s.Run, s.plan, other.Station)
		if err != nil {
			problem, why := problemOf(ctx, err)
			s.leave(station.Station, unjudged{Kind: vocabulary.SignalOutOfControl, Rule: problem, Passes: true, Detail: inFull(detailLotsBefore, s.stationName(other.Station), why)})
		}
		others = append(others, seen.Episodes...)
	}
	before := func(a, b watch.Episode) bool {
		return a.FirstMs < b.FirstMs || a.FirstMs == b.FirstMs && order[a.Key.Station] < order[b.Key.Station]
	}
	return slices.DeleteFunc(slices.Clone(episodes), func(e watch.Episode) bool {
		return e.Lot != "" && slices.ContainsFunc(others, func(o watch.Episode) bool {
			return o.Lot == e.Lot && o.Key.Site == e.Key.Site && control.LotKind(s.plan, o.Key, ns) == control.LotKind(s.plan, e.Key, ns) &&
				!s.noNews(o) && before(o, e)
		})
	})
}

func againstLots(c *plan.Row) bool { return c.Text("monitor_against") == monitor.Lot }

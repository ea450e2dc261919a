package signals

import (
	"cmp"
	"context"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/watch"
)

// Stations that share a zone share its sensors: what is wrong with it is one cause, told at the station where it was found first. People
// who ask for some stations see it at those.

// inZone are the stations of a station's zone for which something is read in it, in the plan's order.
func (s *search) inZone(station *plan.Row, ns int64) []*plan.Row {
	return slices.DeleteFunc(s.plan.StationsAt(ns), func(row *plan.Row) bool {
		asked := s.Alerting || len(s.query.Stations) == 0 || slices.Contains(s.query.Stations, row.Station)
		return !asked || row.Text("zone") != station.Text("zone") || len(s.ofZone(row, ns)) == 0
	})
}

// firstBeyond leaves out zones of which another station tells the same.
func (s *search) firstBeyond(ctx context.Context, station *plan.Row, zones []zoneBeyond) ([]zoneBeyond, error) {
	if len(zones) == 0 {
		return nil, nil
	}
	before := true
	for _, other := range s.inZone(station, s.Range.To.UnixNano()) {
		if other.Station == station.Station {
			before = false
			continue
		}
		theirs, err := s.beyondSpec(ctx, other)
		if err != nil {
			return nil, err
		}
		zones = slices.DeleteFunc(zones, func(z zoneBeyond) bool {
			return slices.ContainsFunc(theirs, func(o zoneBeyond) bool {
				return o.explains(z) && (o.told() < z.told() || o.told() == z.told() && before)
			})
		})
	}
	return zones, nil
}

// told is when it was, in ns.
func (z zoneBeyond) told() int64 { return z.since + int64(tolerated(z.of)) }

// explains tells whether this is the same as what another station says of the zone, to the same people, and no less grave.
func (z zoneBeyond) explains(other zoneBeyond) bool {
	return z.site == other.site && asMuch(vocabulary.SignalEnvironment, z.of, other.of)
}

// asMuch tells whether a signal of a kind says of one characteristic of a zone what it would say of another one: of the same quantity, to the
// same people, and no less grave.
func asMuch(kind string, c, other *plan.Row) bool {
	return c.Text("quantity") == other.Text("quantity") && routeOf(kind, c) == routeOf(kind, other) && graveOf(kind, c) <= graveOf(kind, other)
}

// routeOf is who is told of a characteristic by a kind of signals.
func routeOf(kind string, c *plan.Row) string {
	return cmp.Or(c.Text("route"), vocabulary.SignalKindRoute[kind])
}

// severityOf is how bad a kind of signals says that it is, graveOf its place among all severities, the gravest first.
func severityOf(kind string, c *plan.Row) string {
	return cmp.Or(c.Text("severity"), vocabulary.SignalKindSeverity[kind])
}

func graveOf(kind string, c *plan.Row) int {
	return signal{Labels: map[string]string{"severity": severityOf(kind, c)}}.grave()
}

// firstOfZones leaves out zones, and sensors of them, that depart and of which the same was told at another station before.
func (s *search) firstOfZones(ctx context.Context, station *plan.Row, episodes []watch.Episode) ([]watch.Episode, error) {
	before := true
	for _, other := range s.inZone(station, s.Range.To.UnixNano()) {
		if other.Station == station.Station {
			before = false
			continue
		}
		if !slices.ContainsFunc(episodes, ofZone) {
			break
		}
		seen, err := s.memory.watching().Look(ctx, s.Run, s.plan, other.Station)
		if err != nil {
			return nil, err
		}
		episodes = slices.DeleteFunc(slices.Clone(episodes), func(e watch.Episode) bool {
			return ofZone(e) && slices.ContainsFunc(seen.Episodes, func(o watch.Episode) bool {
				return ofZone(o) && s.sameReading(o, e) && !s.noNews(o) && (o.FirstMs < e.FirstMs || o.FirstMs == e.FirstMs && before)
			})
		})
	}
	return episodes, nil
}

// sameReading tells whether what departs of a zone is what departs of it at another station, for the same people and no less grave.
func (s *search) sameReading(o, e watch.Episode) bool {
	return o.Key.Site == e.Key.Site && (o.Key.Equipment == "" || o.Key.Equipment == e.Key.Equipment) &&
		s.quantity(o) == s.quantity(e) && o.Route == e.Route && o.Grave <= e.Grave
}

// quantity is what departs of a zone, as its sensors call it.
func (s *search) quantity(e watch.Episode) string {
	ns := max(s.Range.To.UnixNano(), s.plan.Begin)
	row := s.plan.Characteristics.At(e.Key.Station, e.Key.Characteristic, plan.Scope{Product: plan.Any}, ns)
	if row == nil {
		return ""
	}
	return row.Text("quantity")
}

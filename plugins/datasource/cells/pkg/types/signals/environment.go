package signals

import (
	"context"
	"maps"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/watch"
)

// environmentKind: a sensor of a station's zone has read beyond the spec of a characteristic for as long as the plan tolerates,
// and not inside for as long since. The value is how far beyond it was at worst, in widths of the spec. What a sensor said last
// stands until it is read again, another one takes its place, or others of the zone have outlived it by a day.
var environmentKind = signalKind{Name: vocabulary.SignalEnvironment, Station: findEnvironment}

const (
	defaultTolerate = 5 * time.Minute
	// outlived is for how long what a dead sensor said stands beside sensors that live.
	outlived = 24 * time.Hour
)

func findEnvironment(ctx context.Context, s *search, station *plan.Row) (out []signal, err error) {
	zones, err := s.beyondSpec(ctx, station)
	if err != nil {
		return nil, err
	}
	zones, err = s.firstBeyond(ctx, station, zones)
	for _, z := range zones {
		out = append(out, signal{Value: z.worst, Facts: began(z.since), Labels: map[string]string{
			"site": z.site, "station": station.Station, "characteristic": z.of.Characteristic, "rule": vocabulary.SignalRuleZone, "disposition": "none",
		}})
	}
	return out, err
}

// zoneBeyond is a zone of a site that is beyond its spec, by so many widths of it at worst, since a moment (ns).
type zoneBeyond struct {
	of    *plan.Row
	site  string
	worst float64
	since int64
}

// beyondSpec are the zones that are.
func (s *search) beyondSpec(ctx context.Context, station *plan.Row) ([]zoneBeyond, error) {
	to := min(s.reach().To.UnixNano(), s.Now().UnixNano())
	of := slices.DeleteFunc(s.ofZone(station, to), func(c *plan.Row) bool { return !s.asked(c.Characteristic) })
	sensors, err := s.zoneSensors(ctx, station, of, to)
	if err != nil {
		return nil, err
	}
	var read []zoneRead
	for i, c := range of {
		for _, sensor := range sensors[i] {
			if !replaced(sensor, sensors[i], to-int64(outlived)) {
				read = append(read, zoneRead{sensor, c, station})
			}
		}
	}
	zones, err := s.followZones(ctx, read)
	if err != nil {
		return nil, err
	}
	beyond := map[[2]string]zoneBeyond{}
	for i, zone := range zones {
		if !zone.On {
			continue
		}
		of := zoneBeyond{read[i].c, read[i].site, zone.Worst, zone.Since}
		key := [2]string{of.site, of.of.Characteristic}
		if z, is := beyond[key]; is {
			of.worst, of.since = max(of.worst, z.worst), min(of.since, z.since)
		}
		beyond[key] = of
	}
	return slices.Collect(maps.Values(beyond)), nil
}

// replaced tells that another sensor of the site speaks for the zone: one that was read first after this one was read last, or any that
// was read since a moment (ns) before which this one was last.
func replaced(sensor zoneSensor, all []zoneSensor, since int64) bool {
	return slices.ContainsFunc(all, func(other zoneSensor) bool {
		return other.site == sensor.site && (other.first > sensor.last || sensor.last < since && other.last >= since)
	})
}

// withinSpec leaves out zones of which the kind environment told the same people first, and as no less grave: that they are beyond
// their spec says more than that they depart. What was told before stays until it is over. Stations that share a zone tell it once.
func (s *search) withinSpec(ctx context.Context, station *plan.Row, episodes []watch.Episode) ([]watch.Episode, error) {
	if !slices.ContainsFunc(episodes, ofZone) {
		return episodes, nil
	}
	var zones []zoneBeyond
	for _, row := range s.inZone(station, s.Range.To.UnixNano()) {
		of, err := s.beyondSpec(ctx, row)
		if err != nil {
			return nil, err
		}
		zones = append(zones, of...)
	}
	return s.firstOfZones(ctx, station, slices.DeleteFunc(slices.Clone(episodes), func(e watch.Episode) bool {
		return ofZone(e) && slices.ContainsFunc(zones, func(z zoneBeyond) bool {
			return z.site == e.Key.Site && z.of.Text("quantity") == s.quantity(e) && z.told() <= e.FirstMs*1e6 &&
				routeOf(vocabulary.SignalEnvironment, z.of) == e.Route && graveOf(vocabulary.SignalEnvironment, z.of) <= gravely(e)
		})
	}))
}

// gravely is the place of an episode's severity among all, the gravest first.
func gravely(e watch.Episode) int {
	if e.Grave < len(control.Severities) {
		return e.Grave
	}
	return slices.Index(control.Severities, vocabulary.SignalKindSeverity[vocabulary.SignalOutOfControl])
}

func ofZone(e watch.Episode) bool { return e.Against == monitor.Past }

func tolerated(c *plan.Row) time.Duration {
	return time.Duration(c.NumberOr("tolerate_s", defaultTolerate.Seconds()) * float64(time.Second))
}

// asked tells whether the query asks for a characteristic.
func (s *search) asked(characteristic string) bool {
	return len(s.query.Characteristics) == 0 || slices.Contains(s.query.Characteristics, characteristic)
}

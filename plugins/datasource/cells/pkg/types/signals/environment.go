package signals

import (
	"context"
	"maps"
	"math"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/watch"
)

// environmentKind: a sensor of a station's zone has read beyond the spec of a characteristic for as long as the plan tolerates,
// and not inside for as long since. The value is how far beyond it was at worst, in widths of the spec.
var environmentKind = signalKind{Name: vocabulary.SignalEnvironment, Station: findEnvironment}

const (
	defaultTolerate = 5 * time.Minute
	// zoneLookback is how many times what is tolerated is read, and at least how much.
	zoneLookback      = 6
	leastZoneLookback = time.Hour
)

func findEnvironment(ctx context.Context, s *search, station *plan.Row) (out []signal, err error) {
	zones, err := s.beyondSpec(ctx, station, math.MaxInt64)
	for _, z := range zones {
		out = append(out, signal{Value: z.worst, Facts: began(z.since), Labels: map[string]string{
			"site": z.site, "station": station.Station, "characteristic": z.of.Characteristic, "rule": vocabulary.SignalRuleZone,
			"route": z.of.Text("route"), "disposition": "none",
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

// beyondSpec are the zones that are, followed as long as zoneLookback before a moment (ns) at least.
func (s *search) beyondSpec(ctx context.Context, station *plan.Row, before int64) (out []zoneBeyond, err error) {
	to := min(s.reach().To.UnixNano(), s.Now().UnixNano())
	var of []*plan.Row
	var statements []source.Statement
	for _, c := range s.plan.CharacteristicsAt(station.Station, to) {
		if c.Text("source") != "environment" || c.Text("quantity") == "" || station.Text("zone") == "" || !s.asked(c.Characteristic) {
			continue
		}
		of = append(of, c)
		statements = append(statements, source.Statement{
			From: vocabulary.MeasurementEnvironment, Columns: []source.Column{source.Field(c.Text("quantity"), table.Float)}, GroupBy: []string{"site", "sensor"},
			Where: []source.Condition{{Column: source.Tag("zone"), Operator: "=", Values: []any{station.Text("zone")}}},
			Range: source.Span{From: min(before, to) - int64(max(leastZoneLookback, zoneLookback*tolerated(c))), To: to},
		})
	}
	if len(statements) == 0 {
		return nil, nil
	}
	results, err := s.Read(ctx, s.Databases.Visits, statements...)
	if err != nil {
		return nil, err
	}
	for i, c := range of {
		bySite := map[string]zoneBeyond{}
		for _, series := range results[i].Series {
			if zone := followZone(c, series.Rows); zone.On {
				site := series.Tags["site"]
				z, is := bySite[site]
				if !is || zone.Since < z.since {
					z.since = zone.Since
				}
				bySite[site] = zoneBeyond{c, site, max(z.worst, zone.Worst), z.since}
			}
		}
		out = slices.AppendSeq(out, maps.Values(bySite))
	}
	return out, nil
}

// withinSpec leaves out zones of which the kind environment told first: that they are beyond their spec says more than that they
// depart. What was told before stays until it is over.
func (s *search) withinSpec(ctx context.Context, station *plan.Row, episodes []watch.Episode) ([]watch.Episode, error) {
	first := int64(math.MaxInt64)
	for _, e := range episodes {
		if ofZone(e) {
			first = min(first, e.FirstMs)
		}
	}
	if first == math.MaxInt64 {
		return episodes, nil
	}
	zones, err := s.beyondSpec(ctx, station, first*1e6)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(slices.Clone(episodes), func(e watch.Episode) bool {
		return ofZone(e) && slices.ContainsFunc(zones, func(z zoneBeyond) bool {
			told := z.since + int64(tolerated(z.of))
			return z.site == e.Key.Site && z.of.Characteristic == e.Key.Characteristic && told <= e.FirstMs*1e6
		})
	}), nil
}

func ofZone(e watch.Episode) bool { return e.Against == monitor.Past }

func tolerated(c *plan.Row) time.Duration {
	return time.Duration(c.NumberOr("tolerate_s", defaultTolerate.Seconds()) * float64(time.Second))
}

// followZone follows what one sensor read.
func followZone(c *plan.Row, rows *table.Table) *control.Sustained {
	zone := control.NewSustained(control.SpecOf(c), control.GaugeOf(c), int64(tolerated(c)))
	at, values := rows.Column("time"), rows.Column(c.Text("quantity"))
	for row := range rows.Len() {
		if value, ok := values.Float(row); ok {
			ns, _ := at.Int(row)
			zone.Read(ns, value)
		}
	}
	return zone
}

// asked tells whether the query asks for a characteristic.
func (s *search) asked(characteristic string) bool {
	return len(s.query.Characteristics) == 0 || slices.Contains(s.query.Characteristics, characteristic)
}

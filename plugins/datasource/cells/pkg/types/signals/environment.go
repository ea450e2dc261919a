package signals

import (
	"context"
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

func findEnvironment(ctx context.Context, s *search, station *plan.Row) ([]signal, error) {
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
			Range: source.Span{From: to - int64(max(leastZoneLookback, zoneLookback*tolerated(c))), To: to},
		})
	}
	if len(statements) == 0 {
		return nil, nil
	}
	results, err := s.Read(ctx, s.Databases.Visits, statements...)
	if err != nil {
		return nil, err
	}
	var out []signal
	for i, c := range of {
		worst, since := map[string]float64{}, map[string]int64{}
		for _, series := range results[i].Series {
			if zone := followZone(c, series.Rows); zone.On {
				site := series.Tags["site"]
				if worst[site] == 0 || zone.Since < since[site] {
					since[site] = zone.Since
				}
				worst[site] = max(worst[site], zone.Worst)
			}
		}
		for site, size := range worst {
			out = append(out, signal{Value: size, Facts: began(since[site]), Labels: map[string]string{
				"site": site, "station": station.Station, "characteristic": c.Characteristic, "rule": vocabulary.SignalRuleZone,
				"route": c.Text("route"), "disposition": "none",
			}})
		}
	}
	return out, nil
}

// withinSpec leaves out zones that the kind environment tells of: that they are beyond their spec says more than that they depart.
func (s *search) withinSpec(ctx context.Context, station *plan.Row, episodes []watch.Episode) ([]watch.Episode, error) {
	if !slices.ContainsFunc(episodes, ofZone) {
		return episodes, nil
	}
	beyond, err := findEnvironment(ctx, s, station)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(slices.Clone(episodes), func(e watch.Episode) bool {
		return ofZone(e) && slices.ContainsFunc(beyond, func(of signal) bool {
			return of.Labels["site"] == e.Key.Site && of.Labels["characteristic"] == e.Key.Characteristic
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

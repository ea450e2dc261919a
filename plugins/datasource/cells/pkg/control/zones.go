package control

import (
	"cmp"
	"maps"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// ZoneCharacteristics are what the plan at a moment says is read in the zone of a station.
func ZoneCharacteristics(p *plan.Plan, station string, ns int64) []*plan.Row {
	row := p.StationRow(station, ns)
	if row == nil || row.Text("zone") == "" {
		return nil
	}
	return slices.DeleteFunc(p.CharacteristicsAt(station, ns), func(c *plan.Row) bool {
		return c.Text("source") != "environment" || c.Text("quantity") == ""
	})
}

// Zones are the monitors of what is read in the zone of a station, one a site, given the sensors that read it: they stand where a
// stream names its machine. What the hours of a week do is usual.
func Zones(p *plan.Plan, spec *plan.Row, ns int64, keys []summary.Key) (out []monitor.Monitor) {
	charting, _ := p.ChartingAt(spec.Station, spec.Characteristic, ns)
	bySite := map[string][]summary.Key{}
	for _, key := range keys {
		bySite[key.Site] = append(bySite[key.Site], key)
	}
	for _, site := range slices.Sorted(maps.Keys(bySite)) {
		out = append(out, monitor.Monitor{
			What: monitor.Level, Against: monitor.Past, Route: cmp.Or(spec.Text("route"), defaultRoute), Bad: spec.Text("bad_direction"),
			Pace: monitor.Pace{LengthMs: monitorWindowMs(spec), MinN: 1, MaxGapMs: charting.MaxGap().Milliseconds()}, Keys: bySite[site],
			Parts: monitor.PartsOf(bySite[site]),
		})
	}
	return out
}

package control

import (
	"encoding/json"
	"math"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// tolerances: a tolerance is six standard deviations of what repeats and reproduces by all of it (AIAG MSA, % of tolerance).
const tolerances = 6

// Gauges are the monitors of the gauges of a station that the plan at a moment wants checked with a master part: one a part and
// characteristic that was read, by whose key's lot it is named.
func Gauges(p *plan.Plan, station string, ns int64, keys []summary.Key) (out []monitor.Monitor) {
	for _, key := range keys {
		spec := p.Characteristics.At(station, key.Characteristic, plan.Scope{Product: plan.Any}, ns)
		if spec == nil || !(spec.NumberOr("master_check_s", 0) > 0) {
			continue
		}
		out = append(out, monitor.Monitor{
			What: monitor.Level, Against: monitor.Master, Route: defaultRoute, Keys: []summary.Key{key}, Gauge: gaugeOf(spec, key.Lot),
			Pace: monitor.Pace{LengthMs: int64(spec.NumberOr("master_check_s", 0) * 1000), MinN: 1},
		})
	}
	return out
}

func gaugeOf(spec *plan.Row, master string) monitor.Gauge {
	g := monitor.Gauge{Name: spec.Text("gauge"), Known: math.NaN(), Sigma: math.NaN()}
	var known map[string]float64
	if json.Unmarshal([]byte(spec.Text("masters")), &known) == nil {
		if value, stated := known[master]; stated {
			g.Known = value
		}
	}
	lsl, usl, grr := spec.Number("lsl"), spec.Number("usl"), spec.Number("grr")
	switch u := spec.Number("uncertainty"); {
	case u != nil && *u > 0:
		g.Sigma = *u
	case grr != nil && lsl != nil && usl != nil:
		g.Sigma = *grr / 100 * (*usl - *lsl) / tolerances
	}
	if r := spec.Number("resolution"); r != nil {
		g.Sigma = math.Hypot(g.Sigma, *r/math.Sqrt(12))
	}
	return g
}

// MastersOf tells which characteristics of a station the plan at a moment wants checked with a master part.
func MastersOf(p *plan.Plan, station string, ns int64) (names []string) {
	for _, spec := range p.MeasuredAt(station, ns) {
		if spec.NumberOr("master_check_s", 0) > 0 {
			names = append(names, spec.Characteristic)
		}
	}
	return names
}

package control

import (
	"cmp"
	"maps"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

const (
	defaultWindowMs = 15 * 60 * 1000
	defaultMinN     = 5
)

// StepMs is the length of the steps that windows of a station are made of: a third of its shortest, in whole seconds.
func StepMs(p *plan.Plan, station string, ns int64) int64 {
	least := int64(defaultWindowMs)
	for _, spec := range p.MeasuredAt(station, ns) {
		least = min(least, monitorWindowMs(spec))
	}
	return max(1, least/3/1000) * 1000
}

func monitorWindowMs(spec *plan.Row) int64 {
	return int64(spec.NumberOr("monitor_window_s", defaultWindowMs/1000) * 1000)
}

// defaultRoute is the one of characteristics that state none, as rows of old have it.
const defaultRoute = "maintenance"

// Monitors are what the plan at a moment wants watched of a characteristic, given the streams that measured it: its level and
// spread against what the plan says, and the share of values out of spec. What has neither sisters nor approved limits has no level.
func Monitors(p *plan.Plan, station, characteristic string, ns int64, keys []summary.Key) []monitor.Monitor {
	spec := p.Characteristics.At(station, characteristic, plan.Scope{Product: plan.Any}, ns)
	if spec == nil {
		return nil
	}
	charting, _ := p.ChartingAt(station, characteristic, ns)
	common := monitor.Monitor{
		Route: cmp.Or(spec.Text("route"), defaultRoute), Bad: spec.Text("bad_direction"),
		Pace: monitor.Pace{
			LengthMs: monitorWindowMs(spec), MinN: int(spec.NumberOr("monitor_min_n", defaultMinN)), MaxGapMs: charting.MaxGap().Milliseconds(),
		},
	}
	var out []monitor.Monitor
	add := func(what, against string, keys []summary.Key, limits []spc.Model) {
		m := common
		m.What, m.Against, m.Keys, m.Limits = what, against, keys, limits
		out = append(out, m)
	}
	byProduct := map[string][]summary.Key{}
	for _, key := range keys {
		byProduct[key.Product] = append(byProduct[key.Product], key)
	}
	for _, product := range slices.Sorted(maps.Keys(byProduct)) {
		machines := slices.DeleteFunc(slices.Clone(byProduct[product]), func(k summary.Key) bool { return k.Equipment == "" })
		finest := monitor.Finest(machines)
		if spec.Text("monitor_against") == "sisters" {
			for _, group := range monitor.SistersOf(finest) {
				add(monitor.Level, "sisters", group, nil)
				add(monitor.Spread, "sisters", group, nil)
			}
		}
		for _, key := range byProduct[product] {
			if model, ok := approvedModel(p, station, characteristic, key.Stream, ns); ok {
				add(monitor.Level, "self", []summary.Key{key}, []spc.Model{model})
				add(monitor.Spread, "self", []summary.Key{key}, []spc.Model{model})
			}
		}
		if !specified(p, station, characteristic, product, ns) {
			continue
		}
		for _, group := range monitor.AlikeOf(machines) {
			m := common
			m.What, m.Against, m.Keys, m.Pace.MinN = monitor.Share, "self", group, 0
			out = append(out, m)
		}
	}
	return out
}

// specified tells whether values of a product can be out of spec.
func specified(p *plan.Plan, station, characteristic, product string, ns int64) bool {
	spec := SpecOf(p.Characteristics.At(station, characteristic, plan.Scope{Product: product}, ns))
	return spec.LSL != nil || spec.USL != nil
}

// approvedModel are the approved limits of a stream itself: those of a whole machine are not its positions', nor those of a line its
// machines'.
func approvedModel(p *plan.Plan, station, characteristic string, s summary.Stream, ns int64) (spc.Model, bool) {
	row := p.Limits.At(station, characteristic, plan.Scope{Product: s.Product, Attributes: placeOf(s)}, ns)
	if row == nil || row.Text("status") != statusApproved {
		return spc.Model{}, false
	}
	stated := plan.ParseStratum(row.Stratum)
	if (stated["equipment"] == "") != (s.Equipment == "") || (stated["position"] == "") != (s.Position == "") {
		return spc.Model{}, false
	}
	model := ModelOf(row)
	return model, model.Centre != nil && model.PlottedSigma(1) != nil && model.HasLines()
}

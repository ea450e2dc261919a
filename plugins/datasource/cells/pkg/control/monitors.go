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
	usualStepMs     = defaultWindowMs / 3
)

// StepMs is the length of the steps that windows of a station are made of: a third of its shortest, in whole seconds; five minutes where
// that is no longer than it.
func StepMs(p *plan.Plan, station string, ns int64) int64 {
	least := int64(defaultWindowMs)
	for _, spec := range p.MeasuredAt(station, ns) {
		least = min(least, monitorWindowMs(spec))
	}
	return max(1, least/3/1000, min(least, usualStepMs)/1000) * 1000
}

func monitorWindowMs(spec *plan.Row) int64 {
	return int64(spec.NumberOr("monitor_window_s", defaultWindowMs/1000) * 1000)
}

// defaultRoute is the one of characteristics that state none, as rows of old have it.
const defaultRoute = "maintenance"

// Monitors are what the plan at a moment wants watched of a characteristic, given the streams that measured it: its level and
// spread against what the plan says, and the share of values out of spec; of no characteristic ("") the share of verdicts. What has
// neither sisters nor approved limits nor lots has no level.
func Monitors(p *plan.Plan, station, characteristic string, ns int64, keys []summary.Key) (out []monitor.Monitor) {
	common, spec := monitor.Monitor{Route: defaultRoute, Pace: monitor.Pace{LengthMs: defaultWindowMs}}, (*plan.Row)(nil)
	if characteristic != "" {
		if spec = p.Characteristics.At(station, characteristic, plan.Scope{Product: plan.Any}, ns); spec == nil {
			return nil
		}
		common.Route, common.Bad = cmp.Or(spec.Text("route"), defaultRoute), spec.Text("bad_direction")
		common.Scale = scaleOf(spec)
		common.Pace.LengthMs, common.Pace.MinN = monitorWindowMs(spec), int(spec.NumberOr("monitor_min_n", defaultMinN))
	}
	charting, _ := p.ChartingAt(station, characteristic, ns)
	common.Pace.MaxGapMs = charting.MaxGap().Milliseconds()
	byProduct := map[string][]summary.Key{}
	for _, key := range keys {
		byProduct[key.Product] = append(byProduct[key.Product], key)
	}
	for _, product := range slices.Sorted(maps.Keys(byProduct)) {
		seen := seenOf(byProduct[product])
		common.Parts = monitor.PartsOf(seen.machines)
		if spec != nil {
			out = append(out, levels(p, spec, ns, common, seen)...)
		}
		if spec == nil || specified(p, station, characteristic, product, ns) {
			for _, group := range monitor.AlikeOf(seen.machines) {
				m := common
				m.What, m.Against, m.Keys, m.Pace.MinN = monitor.Share, monitor.Self, group, 0
				out = append(out, m)
			}
		}
	}
	return out
}

// seen are the streams of a product: machines and their positions, lines, and the lots that were told apart. Of each line the
// machines, and whether positions of them are told apart.
type seen struct {
	machines, lines []summary.Key
	lots            []string
	parted          map[summary.Stream]map[string]bool
}

func seenOf(keys []summary.Key) (s seen) {
	s.parted = map[summary.Stream]map[string]bool{}
	for _, key := range keys {
		switch {
		case key.Lot != "":
			s.lots = append(s.lots, key.Lot)
		case key.Equipment == "":
			s.lines = append(s.lines, key)
		default:
			s.machines = append(s.machines, key)
			line := key.AtLine(key.Line)
			if s.parted[line] == nil {
				s.parted[line] = map[string]bool{}
			}
			s.parted[line][key.Equipment] = s.parted[line][key.Equipment] || key.Position != ""
		}
	}
	slices.Sort(s.lots)
	s.lots = slices.Compact(s.lots)
	return s
}

// levels are the monitors of level and spread.
func levels(p *plan.Plan, spec *plan.Row, ns int64, common monitor.Monitor, s seen) (out []monitor.Monitor) {
	add := func(m monitor.Monitor, whats ...string) {
		m.Route, m.Bad, m.Pace, m.Scale, m.Parts = common.Route, common.Bad, common.Pace, common.Scale, common.Parts
		for _, m.What = range whats {
			out = append(out, m)
		}
	}
	switch spec.Text("monitor_against") {
	case monitor.Sisters:
		for _, group := range monitor.SistersOf(monitor.Finest(s.machines)) {
			add(monitor.Monitor{Against: monitor.Sisters, Keys: group, Whole: monitor.WholeOf(group)}, monitor.Level, monitor.Spread)
		}
	case monitor.Lot:
		for _, group := range ofLots(p, spec, ns, s) {
			add(monitor.Monitor{Against: monitor.Lot, Keys: group, Lots: s.lots}, monitor.Level, monitor.Spread)
		}
	}
	for _, key := range slices.Concat(s.machines, s.lines) {
		model, since, stated, ok := approvedModel(p, spec, key.Stream, ns)
		m := monitor.Monitor{Against: monitor.Self, Keys: []summary.Key{key}, Limits: []spc.Model{model}, InForceMs: since}
		switch {
		case !ok:
		case stated && key.Equipment != "" && !s.isParted(key):
			add(m, monitor.Level, monitor.Spread)
		case stated && key.Equipment != "" || !stated && s.whole(key):
			// What several machines or positions measure spreads by what they differ, too.
			add(m, monitor.Level)
		}
	}
	return out
}

// isParted tells whether a stream is a machine of which positions are told apart.
func (s seen) isParted(key summary.Key) bool {
	return key.Position == "" && s.parted[key.AtLine(key.Line)][key.Equipment]
}

// whole tells whether a stream is all that is measured on a line: the line's own, or that of its only machine.
func (s seen) whole(key summary.Key) bool {
	return key.Position == "" && (key.Equipment == "") == (len(s.parted[key.AtLine(key.Line)]) != 1)
}

// specified tells whether values of a product can be out of spec.
func specified(p *plan.Plan, station, characteristic, product string, ns int64) bool {
	spec := SpecOf(p.Characteristics.At(station, characteristic, plan.Scope{Product: product}, ns))
	return spec.LSL != nil || spec.USL != nil
}

// approvedModel are the approved limits of a stream and when they came into force (Unix ms), 0 where they hold since the plan began;
// stated tells whether they are those of a machine or position, not of all together. Those of a whole machine are not its positions'.
func approvedModel(p *plan.Plan, spec *plan.Row, s summary.Stream, ns int64) (model spc.Model, sinceMs int64, stated, ok bool) {
	row := p.Limits.At(spec.Station, spec.Characteristic, plan.Scope{Product: s.Product, Attributes: placeOf(s)}, ns)
	if row == nil || row.Text("status") != statusApproved {
		return model, 0, false, false
	}
	of := plan.ParseStratum(row.Stratum)
	stated = of["equipment"] != ""
	if stated && (of["position"] == "") != (s.Position == "") {
		return model, 0, stated, false
	}
	model = ModelOf(row)
	if model.Centre == nil || model.PlottedSigma(1) == nil || !model.HasLines() {
		return model, 0, stated, false
	}
	if row.FromNs > p.Begin {
		sinceMs = row.FromNs / 1e6
	}
	model, ok = scaleOf(spec).Limits(model)
	return model, sinceMs, stated, ok
}

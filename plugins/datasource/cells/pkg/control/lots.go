package control

import (
	"slices"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
)

// lotColumn is the column of visits that tells the lots of a characteristic apart, "" where it is not held against those before: the
// lot of material by which its subgroups are built; else the roll or batch itself; else the first material that the station takes.
func lotColumn(p *plan.Plan, spec *plan.Row, ns int64) string {
	if spec.Text("monitor_against") != monitor.Lot {
		return ""
	}
	charting, _ := p.ChartingAt(spec.Station, spec.Characteristic, ns)
	for _, key := range charting.SubgroupBy {
		if strings.HasPrefix(key, visit.LotPrefix) {
			return key
		}
	}
	station := p.StationRow(spec.Station, ns)
	if station == nil {
		return ""
	}
	if item := plan.StationItem(station); item == "roll" || item == "batch" {
		return itemColumn
	}
	if materials := plan.MaterialsOf(station); len(materials) > 0 {
		return visit.LotPrefix + materials[0]
	}
	return ""
}

// LotKind is what the lots are of by which a stream is told apart: a material, by the column of visits that names its lots, or what the
// station works on, as rolls. Those of two kinds may bear one name. "" where no lots are told apart.
func LotKind(p *plan.Plan, key summary.Key, ns int64) string {
	spec := p.Characteristics.At(key.Station, key.Characteristic, plan.Scope{Product: plan.Any}, ns)
	if spec == nil {
		return ""
	}
	if column := lotColumn(p, spec, ns); column != itemColumn {
		return column
	}
	return plan.StationItem(p.StationRow(key.Station, ns))
}

// itemColumn holds what a station works on.
const itemColumn = visit.IDColumn

// ofLots are the groups of streams that are held against their lots before: where the lot is the item itself each machine, and the
// positions of one; where it is a material, which may be on several machines at once, each line.
func ofLots(p *plan.Plan, spec *plan.Row, ns int64, s seen) (out [][]summary.Key) {
	column := lotColumn(p, spec, ns)
	if column == "" {
		return nil
	}
	if column != itemColumn {
		for _, key := range s.lines {
			out = append(out, []summary.Key{key})
		}
		return out
	}
	for _, machine := range monitor.MachinesOf(s.machines) {
		positions := slices.DeleteFunc(slices.Clone(machine), func(k summary.Key) bool { return k.Position == "" })
		if len(positions) < len(machine) {
			out = append(out, slices.DeleteFunc(machine, func(k summary.Key) bool { return k.Position != "" }))
		}
		if len(positions) > 1 {
			out = append(out, positions)
		}
	}
	return out
}

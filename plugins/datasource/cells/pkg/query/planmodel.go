package query

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// Setting is the text of a setting in force at a moment; "" when there is none.
func (p *Plan) Setting(name string, ns int64) string {
	return plan.SettingAt(p.Settings, name, ns)
}

// Buckets are all bucket counts that the item index was ever written with.
func (p *Plan) Buckets() []uint32 {
	var out []uint32
	for _, stretch := range p.Settings.Timeline("buckets", "", plan.Scope{}, 0) {
		n, err := strconv.ParseUint(stretch.Row.Text("value"), 10, 32)
		if err == nil && n > 0 && !slices.Contains(out, uint32(n)) {
			out = append(out, uint32(n))
		}
	}
	return out
}

// StationsAt are the stations in force at a moment, in the order of the route; before the plan began, those it began with.
func (p *Plan) StationsAt(ns int64) []*plan.Row {
	return slices.DeleteFunc(inForce(p.Stations, "", max(ns, p.Begin)), func(row *plan.Row) bool { return p.elsewhere.stations[row.Station] })
}

// CharacteristicsAt are the characteristics of a station in force at a moment, or with which the plan began; general rows
// only, in the plan's order.
func (p *Plan) CharacteristicsAt(station string, ns int64) []*plan.Row {
	return inForce(p.Characteristics, station, max(ns, p.Begin))
}

func inForce(book *plan.Book, station string, ns int64) []*plan.Row {
	var rows []*plan.Row
	for _, key := range book.Keys() {
		if station != "" && key[0] != station {
			continue
		}
		if row := book.At(key[0], key[1], plan.Scope{Product: plan.Any}, ns); row != nil {
			rows = append(rows, row)
		}
	}
	slices.SortStableFunc(rows, func(a, b *plan.Row) int {
		return cmp.Compare(a.NumberOr("order", 0), b.NumberOr("order", 0))
	})
	return rows
}

// characteristicSpec is the column of a characteristic: named by its id, with the plan's unit, decimals and name.
func (p *Plan) characteristicSpec(station, id string, ns int64) table.Spec {
	spec := table.Spec{Name: id, Kind: table.Float}
	if row := p.Characteristics.At(station, id, plan.Scope{Product: plan.Any}, ns); row != nil {
		spec.Unit, spec.Decimals, spec.Description = row.Text("unit"), decimalsOf(row), row.Text("name")
	}
	return spec
}

// decimalsOf is the number of decimals a characteristic is shown with; nil when the plan states none.
func decimalsOf(row *plan.Row) *uint16 {
	if n, ok := row.Int("decimals"); ok && n >= 0 && n <= 20 {
		decimals := uint16(n)
		return &decimals
	}
	return nil
}

// specOf reads spec limits from a row of a characteristic; nil gives none.
func specOf(row *plan.Row) spc.Spec {
	if row == nil {
		return spc.Spec{}
	}
	return spc.Spec{LSL: row.Number("lsl"), Target: row.Number("target"), USL: row.Number("usl")}
}

// gaugeOf reads what a measurement can tell from a row of a characteristic.
func gaugeOf(row *plan.Row) spc.Gauge {
	if row == nil {
		return spc.Gauge{}
	}
	return spc.Gauge{
		Lo: row.Number("plausible_lo"), Hi: row.Number("plausible_hi"),
		CensoredLow: row.Number("censored_low"), CensoredHigh: row.Number("censored_high"),
	}
}

// modelOf reads a control limit's model. One whose numbers cannot be has its kind and status only: nothing comes of it.
func modelOf(row *plan.Row) spc.Model {
	if row == nil {
		return spc.Model{}
	}
	if len(limitFaults(row)) > 0 {
		return spc.Model{Kind: row.Text("model"), Status: row.Text("status")}
	}
	return statedModel(row)
}

func statedModel(row *plan.Row) spc.Model {
	n, _ := row.Int("subgroup_n")
	return spc.Model{
		Kind: row.Text("model"), Centre: row.Number("centre"), SigmaWithin: row.Number("sigma_within"),
		SigmaBetween: row.Number("sigma_between"), SigmaPlotted: row.Number("sigma_plotted"),
		SubgroupN: int(n), Status: row.Text("status"),
	}
}

// limitFaults says why the numbers of a control limit cannot be; what follows from others is judged where it is not stated.
func limitFaults(row *plan.Row) []string {
	return spc.LimitFaults(row.Text("model"), func(name string) *float64 {
		v := row.Number(name)
		if v == nil && name == "sigma_plotted" {
			m := statedModel(row)
			return m.PlottedSigma(max(m.SubgroupN, 1))
		}
		return v
	})
}

// stands tells whether equipment stands at a station.
func (p *Plan) stands(station *plan.Row, equipment string) bool {
	return slices.Contains(listOf(station.Text("equipment")), equipment)
}

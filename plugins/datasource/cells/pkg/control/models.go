package control

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
)

// SpecOf reads spec limits from a row of a characteristic; nil gives none.
func SpecOf(row *plan.Row) spc.Spec {
	if row == nil {
		return spc.Spec{}
	}
	return spc.Spec{LSL: row.Number("lsl"), Target: row.Number("target"), USL: row.Number("usl")}
}

// GaugeOf reads what a measurement can tell from a row of a characteristic.
func GaugeOf(row *plan.Row) spc.Gauge {
	if row == nil {
		return spc.Gauge{}
	}
	return spc.Gauge{
		Lo: row.Number("plausible_lo"), Hi: row.Number("plausible_hi"),
		CensoredLow: row.Number("censored_low"), CensoredHigh: row.Number("censored_high"),
	}
}

// scaleOf reads from a row of a characteristic what its monitors judge.
func scaleOf(row *plan.Row) monitor.Scale {
	if row.Text("distribution") != "lognormal" {
		return monitor.Scale{}
	}
	return monitor.Scale{Logarithms: true, Floor: row.NumberOr("resolution", 0) / 2}
}

// ModelOf reads a control limit's model. One whose numbers cannot be has its kind and status only: nothing comes of it.
func ModelOf(row *plan.Row) spc.Model {
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

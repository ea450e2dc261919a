package visits

import (
	"slices"
	"strconv"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// maxLimitScopes bounds the products and strata that limits are listed for.
const maxLimitScopes = 500

// limitSpecs are the columns of the frame; all but its numbers, model and status are in every row.
func limitSpecs() []table.Spec {
	specs := make([]table.Spec, len(vocabulary.LimitColumns))
	for i, name := range vocabulary.LimitColumns {
		specs[i] = table.Spec{Name: name, Kind: table.Text, Required: true}
		switch {
		case slices.Contains(vocabulary.LimitNumbers, name):
			specs[i].Kind, specs[i].Required = table.Float, false
		case name == "from" || name == "to":
			specs[i].Kind = table.Time
		case name == "model" || name == "status":
			specs[i].Required = false
		}
	}
	return specs
}

// limits is the frame of spec and control limits, stepwise: one row per characteristic, product, stratum and stretch in
// which both stood unchanged, cut to the range.
func (q *Query) limits(run *source.Run, p *plan.Plan, rows *table.Table, characteristics []string) *table.Table {
	out := table.New(vocabulary.FrameLimits, limitSpecs()...)
	scopes := scopesOf(control.StrataOf(rows, q.Strata), rows.Len())
	if len(scopes) > maxLimitScopes {
		run.Warn("Limits are listed for %d of %d strata; choose fewer strata.", maxLimitScopes, len(scopes))
		scopes = scopes[:maxLimitScopes]
	}
	from, to := run.Range.From.UnixNano(), run.Range.To.UnixNano()
	for _, characteristic := range characteristics {
		for _, key := range scopes {
			product, stratum := control.SplitKey(key)
			scope := plan.Scope{Product: product, Attributes: plan.ParseStratum(stratum)}
			specs := p.Specs(q.Station, characteristic, scope).Between(from, to)
			limits := p.ControlLimits(q.Station, characteristic, scope).Between(from, to)
			for _, s := range merge(specs, limits) {
				run.TellModel(characteristic, s.limit)
				appendLimit(out, characteristic, product, stratum, s)
			}
		}
	}
	return out
}

// scopesOf are the distinct products and strata of rows, in natural order; of no rows: any.
func scopesOf(s *control.Strata, n int) []string {
	seen := map[string]bool{}
	var keys []string
	for row := range n {
		if key := s.Key(row); !seen[string(key)] {
			keys = append(keys, string(key))
			seen[string(key)] = true
		}
	}
	if n == 0 {
		return []string{plan.Any + "\x00" + plan.Any}
	}
	slices.SortFunc(keys, table.Natural)
	return keys
}

type limitStretch struct {
	from, to    int64
	spec, limit *plan.Row
}

// merge cuts two timelines at each other's steps.
func merge(specs, limits plan.Timeline) []limitStretch {
	var moments []int64
	for _, timeline := range []plan.Timeline{specs, limits} {
		for _, s := range timeline {
			moments = append(moments, s.FromNs, s.ToNs)
		}
	}
	slices.Sort(moments)
	moments = slices.Compact(moments)
	var out []limitStretch
	for i := 0; i+1 < len(moments); i++ {
		s := limitStretch{moments[i], moments[i+1], specs.At(moments[i]), limits.At(moments[i])}
		if s.spec != nil || s.limit != nil {
			out = append(out, s)
		}
	}
	return out
}

func appendLimit(out *table.Table, characteristic, product, stratum string, s limitStretch) {
	spec, model := control.SpecOf(s.spec), control.ModelOf(s.limit)
	column := out.Column
	column("characteristic").AppendText(characteristic)
	column("product").AppendText(product)
	column("stratum").AppendText(stratum)
	column("from").AppendInt(s.from)
	column("to").AppendInt(s.to)
	numbers := map[string]*float64{
		"lsl": spec.LSL, "target": spec.Target, "usl": spec.USL, "centre": model.Centre, "sigma_within": model.SigmaWithin,
		"sigma_between": model.SigmaBetween, "sigma_plotted": model.SigmaPlotted, "subgroup_n": nil, "window": nil,
	}
	table.AppendTextOr(column("model"), model.Kind)
	if s.limit != nil {
		numbers["subgroup_n"], numbers["window"] = s.limit.Number("subgroup_n"), s.limit.Number("window")
	}
	for name, v := range numbers {
		table.AppendNumber(column(name), v)
	}
	inForce := s.limit
	if inForce == nil {
		inForce = s.spec
	}
	column("revision").AppendText(strconv.FormatInt(inForce.Revision, 10))
	table.AppendTextOr(column("status"), model.Status)
}

package query

import (
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
)

// modelsWithoutLines are the models of approved control limits of a characteristic at a moment, of any product and stratum,
// that give no lines: whoever draws or alerts by them has to say so.
func (p *Plan) modelsWithoutLines(station, characteristic string, ns int64) []string {
	var out []string
	for _, pair := range p.Limits.Strata(station, characteristic) {
		row := p.Limits.At(station, characteristic, plan.Scope{Product: pair[0], Attributes: plan.ParseStratum(pair[1])}, ns)
		if row != nil && row.Text("status") == "approved" && !modelOf(row).HasLines() {
			out = append(out, row.Text("model"))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// tellModel says of control limits in force what they give no lines for.
func (r *Run) tellModel(characteristic string, limit *plan.Row) {
	if limit == nil {
		return
	}
	switch model := modelOf(limit); {
	case model.Status == "retired":
		r.Notice("%s: its control limits are retired; no lines are drawn by them.", characteristic)
	case !model.HasLines():
		r.Warn("%s: its control limits are of the model %s, for which no lines are known yet: nothing is drawn or judged by them.", characteristic, model.Kind)
	}
}

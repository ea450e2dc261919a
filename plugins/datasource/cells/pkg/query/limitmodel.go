package query

import (
	"fmt"
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

// noLines says what control limits are that nothing is drawn by; "" of those that give lines. retired: a person's decision,
// which is no fault of the plan.
func noLines(limit *plan.Row) (words string, retired bool) {
	switch model := modelOf(limit); {
	case limit == nil:
	case model.Status == "retired":
		return "are retired; no lines are drawn by them", true
	case !model.HasLines():
		return fmt.Sprintf("are of the model %s, for which no lines are known yet: nothing is drawn or judged by them", model.Kind), false
	}
	return "", false
}

// limitsStanding says of the control limits of one value what its reader has to know of them; "" where approved ones hold.
func limitsStanding(limit *plan.Row) string {
	words, _ := noLines(limit)
	switch {
	case limit == nil:
		return "are not in the control plan"
	case words == "" && limit.Text("status") != "approved":
		return "are provisional"
	}
	return words
}

// tellModel says of control limits in force what they give no lines for.
func (r *Run) tellModel(characteristic string, limit *plan.Row) {
	switch words, retired := noLines(limit); {
	case retired:
		r.Notice("%s: its control limits %s.", characteristic, words)
	case words != "":
		r.Warn("%s: its control limits %s.", characteristic, words)
	}
}

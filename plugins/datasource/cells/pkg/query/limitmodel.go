package query

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
)

// withoutLines says of approved control limits of a characteristic at a moment, of any product and stratum, why some give no
// lines: whoever draws or alerts by them has to say so.
func (p *Plan) withoutLines(station, characteristic string, ns int64) []string {
	var out []string
	for _, pair := range p.Limits.Strata(station, characteristic) {
		row := p.Limits.At(station, characteristic, plan.Scope{Product: pair[0], Attributes: plan.ParseStratum(pair[1])}, ns)
		if row == nil || row.Text("status") != "approved" {
			continue
		}
		if words := noLines(row); words != "" {
			out = append(out, words)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// noLines says what control limits are that nothing is drawn by; "" of those that give lines.
func noLines(limit *plan.Row) string {
	if limit == nil {
		return ""
	}
	model, faults := modelOf(limit), limitFaults(limit)
	switch {
	case model.Status == statusRetired:
		return "are retired"
	case len(faults) > 0:
		return fmt.Sprintf("cannot be (%s)", strings.Join(faults, "; "))
	case !model.HasLines():
		return fmt.Sprintf("are of the model %s, for which no lines are known yet", model.Kind)
	}
	return ""
}

const (
	statusRetired  = "retired"
	nothingByLines = ": nothing is drawn or judged by them"
)

// limitsStanding says of the control limits of one value what its reader has to know of them; "" where approved ones hold.
func limitsStanding(limit *plan.Row) string {
	words := noLines(limit)
	switch {
	case limit == nil:
		return "are not in the control plan"
	case words != "":
		return words + nothingByLines
	case limit.Text("status") != "approved":
		return "are provisional"
	}
	return ""
}

// tellModel says of control limits in force what they give no lines for.
func (r *Run) tellModel(characteristic string, limit *plan.Row) {
	words := noLines(limit)
	switch {
	case words == "":
	case limit.Text("status") == statusRetired: // a person's decision, no fault of the plan
		r.Notice("%s: its control limits %s%s.", characteristic, words, nothingByLines)
	default:
		r.Warn("%s: its control limits %s%s.", characteristic, words, nothingByLines)
	}
}

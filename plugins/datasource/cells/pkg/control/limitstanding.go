package control

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
)

// WithoutLines says of approved control limits of a characteristic at a moment, of any product and stratum, why some give no
// lines: whoever draws or alerts by them has to say so.
func WithoutLines(p *plan.Plan, station, characteristic string, ns int64) []Lineless {
	var out []Lineless
	for _, pair := range p.Limits.Strata(station, characteristic) {
		row := p.Limits.At(station, characteristic, plan.Scope{Product: pair[0], Attributes: plan.ParseStratum(pair[1])}, ns)
		if row == nil || row.Text("status") != statusApproved {
			continue
		}
		if of := linelessOf(row); of.Why != "" && !slices.Contains(out, of) {
			out = append(out, of)
		}
	}
	return out
}

// Why control limits give no lines.
const (
	LinelessRetired = "retired"
	LinelessFaulty  = "faulty"
	LinelessModel   = "lineless"
)

// Lineless is why control limits give no lines, "" where they do, and what is wrong with them or their model.
type Lineless struct{ Why, Of string }

// NoLines says what control limits are that nothing is drawn by; "" of those that give lines.
func NoLines(limit *plan.Row) string {
	switch of := linelessOf(limit); of.Why {
	case LinelessRetired:
		return "are retired"
	case LinelessFaulty:
		return fmt.Sprintf("cannot be (%s)", of.Of)
	case LinelessModel:
		return fmt.Sprintf("are of the model %s, for which no lines are known yet", of.Of)
	}
	return ""
}

func linelessOf(limit *plan.Row) Lineless {
	if limit == nil {
		return Lineless{}
	}
	model, faults := ModelOf(limit), limitFaults(limit)
	switch {
	case model.Status == StatusRetired:
		return Lineless{Why: LinelessRetired}
	case len(faults) > 0:
		return Lineless{LinelessFaulty, strings.Join(faults, "; ")}
	case !model.HasLines():
		return Lineless{LinelessModel, model.Kind}
	}
	return Lineless{}
}

const (
	statusApproved = "approved"
	StatusRetired  = "retired"
	NothingByLines = ": nothing is drawn or judged by them"
)

// LimitsStanding says of the control limits of one value what its reader has to know of them; "" where approved ones hold.
func LimitsStanding(limit *plan.Row) string {
	words := NoLines(limit)
	switch {
	case limit == nil:
		return "are not in the control plan"
	case words != "":
		return words + NothingByLines
	case limit.Text("status") != statusApproved:
		return "are provisional"
	}
	return ""
}

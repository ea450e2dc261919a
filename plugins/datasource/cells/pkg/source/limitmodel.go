package source

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
)

// TellModel says of control limits in force what they give no lines for.
func (r *Run) TellModel(characteristic string, limit *plan.Row) {
	words := control.NoLines(limit)
	switch {
	case words == "":
	case limit.Text("status") == control.StatusRetired: // a person's decision, no fault of the plan
		r.Notice("%s: its control limits %s%s.", characteristic, words, control.NothingByLines)
	default:
		r.Warn("%s: its control limits %s%s.", characteristic, words, control.NothingByLines)
	}
}

package control

import (
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
)

// Severities of the plan, the gravest first.
var Severities = []string{Safety, "critical", "warning", "info"}

// Safety is the severity of what people are told of at once, cell by cell.
const Safety = "safety"

// ToldOf is an episode of a monitor, as grave as the plan at a moment says its characteristic is; verdicts weigh least.
func ToldOf(p *plan.Plan, m monitor.Monitor, e monitor.Episode, ns int64) monitor.Told {
	t := monitor.Told{Monitor: m, Episode: e, Key: m.KeyOf(e.Stream), Grave: len(Severities)}
	if row := p.Characteristics.At(t.Key.Station, t.Key.Characteristic, plan.Scope{Product: t.Key.Product}, ns); row != nil {
		if at := slices.Index(Severities, row.Text("severity")); at >= 0 {
			t.Grave = at
		}
	}
	return t
}

package signals

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// neverHeard are the machines of the plan that told nothing for 90 days, or ever, though their site produced and others of their
// station and line told something: a station that is not connected at all is none that falls silent. The value is 1.
func (s *search) neverHeard(station *plan.Row, h *heard, to int64) []signal {
	type place struct{ site, line string }
	told := func(m machine) bool {
		_, reported := h.row[m.key()]
		_, says := h.state[m.key()]
		return reported || says
	}
	connected := map[place]bool{}
	for _, m := range h.machines {
		connected[place{m.site, m.line}] = connected[place{m.site, m.line}] || told(m)
	}
	var out []signal
	for _, m := range h.machines {
		if told(m) || !connected[place{m.site, m.line}] || s.silence(m.site, max(h.from, s.plan.Begin), to, h.allowed) <= 1 {
			continue
		}
		labels := m.labels(station, vocabulary.SignalRuleNever)
		labels["severity"] = severityOfNever
		out = append(out, signal{Value: 1, Labels: labels})
	}
	return out
}

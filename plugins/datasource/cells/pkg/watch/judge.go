package watch

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
)

// Episode is one that is on: a stream departs.
type Episode struct {
	monitor.Told
	Evidence
}

// judged is what was seen last, and what it depends on.
type judged struct {
	stale   bool
	plan    uint64
	untilMs int64
	seen    *Seen
}

// judge follows all monitors of the station until a moment; as long as nothing was read and no plan pushed, once.
func (s *station) judge(p *plan.Plan, until int64) Seen {
	v := p.Limits.Version("") + p.Settings.Version("")
	if j := s.judged; j.seen != nil && !j.stale && j.untilMs == until && j.plan == v {
		return *j.seen
	}
	seen := Seen{}
	ns := max(until*1e6, p.Begin)
	var told []monitor.Told
	for _, name := range s.counting.Watched() {
		for _, m := range control.Monitors(p, s.name, name, ns, s.book.KeysOf(name)) {
			seen.Monitors++
			at, _ := control.StretchAt(p, m.Keys[0].Site, until)
			for _, e := range m.Follow(s.book, at, control.AlarmOf(p, m.Route, ns), nil) {
				if !e.Over && m.Signals(e.Side) {
					told = append(told, control.ToldOf(p, m, e, ns))
				}
			}
		}
	}
	for _, t := range monitor.Causes(told) {
		seen.Episodes = append(seen.Episodes, Episode{t, evidenceOf(t, s.book)})
	}
	s.judged = judged{plan: v, untilMs: until, seen: &seen}
	return seen
}

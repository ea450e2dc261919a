package watch

import "github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"

// watching are the monitors of a station, and what they were made for: they are others only where the plan is, or its streams.
type watching struct {
	plan            uint64
	streams         int
	fromMs, untilMs int64
	all             []follower
}

// watched are the monitors of the station at a moment (Unix ms), under a version of the plan.
func (s *station) watched(p *plan.Plan, version uint64, from, until int64) []follower {
	w := s.watching
	past := until < w.untilMs
	known := w.all != nil && !past && w.plan == version && w.streams == s.book.Version() && w.fromMs == from &&
		!p.Begins(s.name, w.untilMs*1e6, until*1e6)
	if !known {
		w = watching{version, s.book.Version(), from, until, watched(p, s.name, s.counting, s.book, from, until)}
	}
	if w.untilMs = until; !past {
		s.watching = w
	}
	return stretched(p, w.all, s.breaks.Breaks, from, until)
}

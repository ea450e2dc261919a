package watch

import (
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
)

// Episode is one that is on: a stream departs.
type Episode struct {
	monitor.Told
	Evidence
	// Suspect is the gauge, where it is off its master part; nil where it is not, or nobody knows.
	Suspect *Suspect
}

// judged is what was seen last, and what it depends on.
type judged struct {
	stale           bool
	plan            uint64
	fromMs, untilMs int64
	seen            *Seen
}

// judge tells what the monitors of the station found until a moment by a version of the plan; as long as nothing was read, once. While
// so much is left to be read that is only learned from, what was judged by less stands, and how much that lacked.
func (s *station) judge(p *plan.Plan, v uint64, from, until int64, left time.Duration) Seen {
	if j := s.judged; j.seen != nil && j.fromMs == from && j.untilMs == until && j.plan == v && (left > 0 || !j.stale && j.seen.Left == 0) {
		return *j.seen
	}
	seen := Seen{Left: left}
	var told []monitor.Told
	found := map[of]*monitor.Follower{}
	for _, f := range s.followers.follow(s.book, s.watched(p, v, from, until), s.settled(until), until) {
		found[ofMonitor(f.Monitor)] = f
		for _, e := range f.Episodes(s.book, until) {
			if f.Signals(e) {
				told = append(told, control.ToldOf(p, f.Monitor, e, max(until*1e6, p.Begin)))
			}
		}
	}
	for _, doing := range s.followers.doing {
		seen.does(doing)
	}
	rest := func(t monitor.Told, parts []monitor.Told) []monitor.Episode {
		return found[ofMonitor(t.Monitor)].Without(s.book, t, parts, until)
	}
	on, over := monitor.CausesUntilNow(told, rest)
	seen.Past = over
	for _, t := range on {
		seen.Episodes = append(seen.Episodes, Episode{Told: t, Evidence: EvidenceOf(t, s.book, until)})
	}
	for _, t := range over {
		seen.Ended = append(seen.Ended, Episode{Told: t, Evidence: EvidenceOf(t, s.book, until)})
	}
	s.judged = judged{plan: v, fromMs: from, untilMs: until, seen: &seen}
	return seen
}

// settled is where the newest steps begin that may still change.
func (s *station) settled(until int64) int64 {
	at := until
	for at > until-mostUnsettled.Milliseconds() {
		if r := s.steps[at-s.book.LengthMs]; r != nil && r.settled {
			break
		}
		at -= s.book.LengthMs
	}
	return at
}

package signals

import (
	"context"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// An alert rule asks for signals, and beside them for numbers of the same signals. Grafana takes a query that fails for one without data,
// and all alerts of its rule for over, though the signals were found: a number that cannot be had is missing, and fails nothing.

// Spare answers in place of a number that failed, with the signals that the rule has found as of the same moment: none, where it has not.
func (q *Query) Spare(ctx context.Context, run *source.Run, failure error) data.Frames {
	s := newSearch(q, run, signalKinds())
	found, known := s.foundBefore()
	if !known {
		return nil
	}
	s.missing = true
	s.unsaid(ctx, failure)
	return data.Frames{s.frame(ctx, found)}
}

// foundBefore are the signals that the rule found whose other numbers are asked for.
func (s *search) foundBefore() ([]signal, bool) {
	if !s.Alerting || s.query.Value == "" {
		return nil, false
	}
	found, known := s.memory.moments.of(s.query.askedOf(), s.Range)
	if known {
		s.plan = found.plan
	}
	return found.found, known
}

// unsaid tells that a number cannot be had, and has who looks after alert rules know it.
func (s *search) unsaid(ctx context.Context, failure error) {
	problem, why := problemOf(ctx, failure)
	say := s.words()
	s.Warn(say.unsaid, say.say(why))
	if !s.Alerting {
		return
	}
	for _, kind := range s.query.Kinds {
		for _, key := range s.keysOf(kind) {
			s.memory.evaluations.lack(key, unjudged{Rule: problem, Detail: inFull(detailBeside, why)})
		}
	}
}

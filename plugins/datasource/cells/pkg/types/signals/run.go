package signals

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Run searches every kind asked for and answers one frame.
func (q *Query) Run(ctx context.Context, run *source.Run) (data.Frames, error) {
	q.search = newSearch(q, run, signalKinds())
	return q.search.run(ctx)
}

// longestDelay is how long after its moment a rule may be evaluated that is evaluated now; what is older is a rehearsal of the past.
const longestDelay = 5 * time.Minute

// Remember notes how an alert rule fared, also where it came to no search. A query for another number belongs to the evaluation
// that asks for the signals themselves, and is none of its own; how a rule fares now is not said by one as of a moment long ago.
func (q *Query) Remember(ctx context.Context, run *source.Run, err error) {
	if q.Value != "" || run.Now().Sub(run.Range.To) > longestDelay {
		return
	}
	if q.search == nil {
		q.search = newSearch(q, run, signalKinds())
	}
	q.search.note(ctx, err)
}

func (s *search) run(ctx context.Context) (data.Frames, error) {
	p, err := s.Plan(ctx)
	if err != nil {
		return nil, err
	}
	q := s.query
	if p.Empty() && s.Tells {
		s.Because("no plan", "No control plan was pushed, so nothing can be judged.")
		return s.answer(ctx, nil)
	}
	if p.Empty() {
		return nil, source.Mistake("no control plan was pushed to database %s, so nothing can be judged; run npm run plan:push", s.Databases.Record)
	}
	if len(p.Odd) > 0 {
		return nil, source.Mistake("the control plan in database %s cannot be read whole, so nothing is judged by it: %s. Somebody else than plan:push wrote it; drop that series and push the plan again",
			s.Databases.Record, strings.Join(p.Odd, "; "))
	}
	s.plan = p
	asked := q.askedOf()
	if found, known := s.memory.moments.of(asked, s.Range); known && s.Alerting && q.Value != "" {
		return s.answer(ctx, found)
	}
	if err := s.prepare(ctx); err != nil {
		return nil, err
	}
	var found []signal
	for _, kind := range q.kinds() {
		signals, err := s.find(ctx, kind)
		if err != nil {
			return nil, err
		}
		var matching []signal
		for _, of := range signals {
			kind.complete(p, of.Labels, s.Range.To.UnixNano())
			if of.Value > 0 && matchLabels(q.filters, of.Labels) {
				matching = append(matching, of)
			}
		}
		if s.Alerting && kind.counted() {
			matching = s.counted(kind, matching)
		}
		found = append(found, matching...)
	}
	s.sayWaiting()
	if s.Alerting {
		s.memory.moments.keep(asked, s.Range, found)
	}
	if slices.Contains(q.Include, vocabulary.IncludeDisposition) {
		if found, err = s.withDecisions(ctx, found); err != nil {
			return nil, err
		}
	}
	if slices.Contains(q.Include, vocabulary.IncludeReaction) {
		addReactions(p, found, q.Language, s.Range.To.UnixNano())
	}
	if s.Tells {
		if err := s.tell(ctx, found); err != nil {
			return nil, err
		}
	}
	return s.answer(ctx, found)
}

// answer is the one frame of what was found.
func (s *search) answer(ctx context.Context, found []signal) (data.Frames, error) {
	make := s.frame
	if slices.Contains(s.query.Include, vocabulary.IncludeEvidence) {
		make = s.evidence
	}
	frame, err := make(ctx, found)
	if err != nil {
		return nil, err
	}
	return data.Frames{frame}, nil
}

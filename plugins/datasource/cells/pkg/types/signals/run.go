package signals

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
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
	if found, known := s.foundBefore(); known {
		return s.answer(ctx, found)
	}
	p, err := s.Plan(ctx)
	if err != nil {
		return nil, err
	}
	q := s.query
	if p.Empty() && s.Tells {
		s.Because("no plan", "%s", s.words().noPlan)
		return s.answer(ctx, nil)
	}
	if err := s.judgeBy(p); err != nil {
		return nil, err
	}
	over := s.Range
	found, err := s.findAll(ctx, over)
	if err != nil {
		return nil, err
	}
	s.sayWaiting()
	s.sayBacklogs()
	if s.Alerting || q.PerMachine {
		found = s.causes(found)
	}
	if s.Alerting {
		s.memory.moments.keep(q.askedOf(), moment{over, p, found})
	}
	if slices.Contains(q.Include, vocabulary.IncludeDisposition) {
		if found, err = s.withDecisions(ctx, found); err != nil {
			return nil, err
		}
	}
	if slices.Contains(q.Include, vocabulary.IncludeEvidence) && !s.Alerting {
		if standing, err := s.withStandings(ctx, found); err != nil {
			s.unsaid(ctx, err) // what is wrong is true whatever became of it
		} else {
			found = standing
		}
	}
	if slices.Contains(q.Include, vocabulary.IncludeReaction) {
		s.addReactions(found)
	}
	if s.Tells {
		if err := s.tell(ctx, found); err != nil {
			return nil, err
		}
	}
	return s.answer(ctx, found)
}

// judgeBy has the search judge by a plan, where it is one.
func (s *search) judgeBy(p *plan.Plan) error {
	if p.Empty() {
		return source.Mistake("no control plan was pushed to database %s, so nothing can be judged; run npm run plan:push", s.Databases.Record)
	}
	if len(p.Odd) > 0 {
		return source.Mistake("the control plan in database %s cannot be read whole, so nothing is judged by it: %s. Somebody else than plan:push wrote it; drop that series and push the plan again",
			s.Databases.Record, strings.Join(p.Odd, "; "))
	}
	s.plan = p
	return nil
}

// findAll searches every kind asked for, as far back as this evaluation is to read, and adds what earlier ones found.
func (s *search) findAll(ctx context.Context, over source.Range) ([]signal, error) {
	k := s.keep()
	defer func() { s.Range = over }()
	found, err := s.findEach(ctx)
	switch {
	case k == nil:
		return found, err
	case err != nil:
		k.failed(ctx, s, over, err)
		return nil, err
	}
	return k.with(s, over, found), nil
}

// findEach searches every kind asked for in the range.
func (s *search) findEach(ctx context.Context) (found []signal, err error) {
	if err := s.prepare(ctx); err != nil {
		return nil, err
	}
	for _, kind := range s.query.kinds() {
		signals, err := s.find(ctx, kind)
		if err != nil {
			return nil, err
		}
		for _, of := range signals {
			kind.complete(s.plan, of.Labels, s.Range.To.UnixNano())
			if of.Value > 0 && matchLabels(s.query.filters, of.Labels) {
				found = append(found, of)
			}
		}
	}
	return found, nil
}

// causes are what an alert rule gets of what was found: of kinds that are counted their number; as who asks for it does of any cells.
func (s *search) causes(found []signal) (out []signal) {
	for _, kind := range s.query.kinds() {
		of := slices.DeleteFunc(slices.Clone(found), func(of signal) bool { return of.Labels["kind"] != kind.Name })
		if kind.counted() || s.query.PerMachine {
			of = s.counted(kind, of)
		}
		out = append(out, of...)
	}
	return out
}

// answer is the one frame of what was found.
func (s *search) answer(ctx context.Context, found []signal) (data.Frames, error) {
	frame, err := s.table(ctx, found)
	if err != nil {
		return nil, err
	}
	frame.Meta.Custom = s.looked.meta()
	return data.Frames{frame}, nil
}

func (s *search) table(ctx context.Context, found []signal) (*data.Frame, error) {
	if slices.Contains(s.query.Include, vocabulary.IncludeEvidence) {
		return s.evidence(ctx, found)
	}
	return s.frame(ctx, found), nil
}

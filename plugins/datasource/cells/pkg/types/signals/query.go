// Package signals tells what is wrong: one file a kind.
package signals

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Query asks what is wrong.
type Query struct {
	Kinds           []string        `json:"kinds"`           // default out-of-spec
	State           string          `json:"state"`           // fresh (default), open or unanswered
	Stations        []string        `json:"stations"`        // none: all of the plan
	Characteristics []string        `json:"characteristics"` // none: all
	Filters         []source.Filter `json:"filters"`
	Include         []string        `json:"include"`  // reaction, disposition: what people do and decided, as one more column each
	Language        string          `json:"language"` // of the reaction, default en
	// Watch names the rules whose evaluations the kind unread looks after; without it, those that it has seen.
	Watch []watched `json:"watch"`

	filters source.Filters
	search  *search // of its one run
	memory  *memory
}

// signalKind finds one kind of signal. A kind of cells is looked for in what every station stored, any other once.
type signalKind struct {
	Name string
	// OfCells: its signals carry cell_id and visit.
	OfCells bool
	// Station looks at one station, Plant at everything; one of them is set.
	Station func(ctx context.Context, s *search, station *plan.Row) ([]signal, error)
	Plant   func(ctx context.Context, s *search) ([]signal, error)
}

func signalKinds() []signalKind {
	return []signalKind{
		outOfSpecKind, outOfControlKind, conflictingKind, unmeasuredKind, implausibleKind, stationNOKKind, unknownVerdictKind, skippedKind,
		rejectedKind, silentKind, pointerKind, clockKind, ingestKind, {Name: unreadName, Plant: findUnread},
	}
}

// SignalKinds are the names of the kinds that can be asked for.
func SignalKinds() []string {
	var names []string
	for _, k := range signalKinds() {
		names = append(names, k.Name)
	}
	return names
}

// memory is what the searches of one datasource remember.
type memory struct {
	evaluations evaluations
	looked      lookedBack
}

// New is the query type signals for one datasource.
func New() query.Type {
	remembered := &memory{}
	return query.Type{Name: vocabulary.QuerySignals, Alertable: true, Parse: func(raw json.RawMessage) (query.Runner, error) {
		q, err := parseSignals(raw)
		if err != nil {
			return nil, err
		}
		q.memory = remembered
		return q, nil
	}}
}

func parseSignals(raw json.RawMessage) (*Query, error) {
	q := &Query{}
	if err := query.Decode(raw, q); err != nil {
		return nil, err
	}
	if len(q.Kinds) == 0 {
		q.Kinds = []string{outOfSpecKind.Name}
	}
	if q.State == "" {
		q.State = vocabulary.StateFresh
	}
	if !slices.Contains(vocabulary.SignalStates, q.State) {
		return nil, source.Mistake("state is %q; use one of %s", q.State, strings.Join(vocabulary.SignalStates, ", "))
	}
	for _, kind := range q.Kinds {
		if !slices.Contains(SignalKinds(), kind) {
			return nil, source.Mistake("kind of signal %q is unknown; use one of %s", kind, strings.Join(SignalKinds(), ", "))
		}
	}
	for _, name := range q.Include {
		if name != includeReaction && name != includeDisposition {
			return nil, source.Mistake("include %q is unknown; use %s or %s", name, includeReaction, includeDisposition)
		}
	}
	if q.Language == "" {
		q.Language = defaultLanguage
	}
	if err := source.CheckNames("station", q.Stations); err != nil {
		return nil, err
	}
	if err := source.CheckCharacteristics(q.Characteristics); err != nil {
		return nil, err
	}
	if err := checkWatched(q.Watch); err != nil {
		return nil, err
	}
	var err error
	q.filters, err = source.CompileFilters(q.Filters)
	return q, err
}

// Run searches every kind asked for and answers one frame.
func (q *Query) Run(ctx context.Context, run *source.Run) (data.Frames, error) {
	q.search = newSearch(q, run)
	return q.search.run(ctx)
}

// Remember notes how an alert rule fared, also where it came to no search.
func (q *Query) Remember(ctx context.Context, run *source.Run, err error) {
	if q.search == nil {
		q.search = newSearch(q, run)
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
		return data.Frames{signalsFrame(nil, q.labels())}, nil
	}
	if p.Empty() {
		return nil, source.Mistake("no control plan was pushed to database %s, so nothing can be judged; run npm run plan:push", s.Databases.Record)
	}
	if len(p.Odd) > 0 {
		return nil, source.Mistake("the control plan in database %s cannot be read whole, so nothing is judged by it: %s. Somebody else than plan:push wrote it; drop that series and push the plan again",
			s.Databases.Record, strings.Join(p.Odd, "; "))
	}
	s.plan = p
	if err := s.prepare(ctx); err != nil {
		return nil, err
	}
	var found []signal
	for _, kind := range q.kinds() {
		signals, err := s.find(ctx, kind)
		if err != nil {
			return nil, err
		}
		for _, of := range signals {
			of.Labels["kind"] = kind.Name
			if of.Value > 0 && matchLabels(q.filters, of.Labels) {
				found = append(found, of)
			}
		}
	}
	if slices.Contains(q.Include, includeDisposition) {
		if found, err = s.withDecisions(ctx, found); err != nil {
			return nil, err
		}
	}
	if slices.Contains(q.Include, includeReaction) {
		addReactions(p, found, q.Language, s.Range.To.UnixNano())
	}
	if s.Tells {
		if err := s.tell(ctx, found); err != nil {
			return nil, err
		}
	}
	return data.Frames{signalsFrame(found, q.labels())}, nil
}

// kinds are those asked for.
func (q *Query) kinds() []signalKind {
	return slices.DeleteFunc(signalKinds(), func(k signalKind) bool { return !slices.Contains(q.Kinds, k.Name) })
}

// labels are the text columns of the answer.
func (q *Query) labels() []string {
	labels := vocabulary.SignalLabels
	if slices.ContainsFunc(q.kinds(), func(k signalKind) bool { return k.OfCells }) {
		labels = slices.Concat(labels, vocabulary.CellLabels)
	}
	if slices.Contains(q.Include, includeDisposition) {
		labels = slices.Concat(labels, []string{decidedColumn})
	}
	if slices.Contains(q.Include, includeReaction) {
		labels = slices.Concat(labels, []string{includeReaction})
	}
	return labels
}

// ChosenBy are the fields that rows are chosen or grouped by.
func (q *Query) ChosenBy() []string { return q.filters.Keys() }

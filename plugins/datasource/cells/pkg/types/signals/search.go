package signals

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/holds"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// search is one search for signals.
type search struct {
	*source.Run
	query  *Query
	plan   *plan.Plan
	memory *memory
	all    []signalKind // that there are

	arrivals arrivals
	answers  holds.Answers

	mu       sync.Mutex
	visited  map[string]*cellVisits    // by station
	newest   map[string]*latest        // by station
	left     map[string][]unjudged     // by station
	backlogs map[string]map[string]int // how many visits wait to be looked up, by the detail that says so and station
	outcomes map[evaluationKey]error
	looked   looked
	// older signals are not told: those that were found are newer, and as many as are kept.
	older int
	// missing: the number that is asked for cannot be had.
	missing bool
	// asOf: nothing counts that came after the range, as near as now may be.
	asOf bool
}

func newSearch(q *Query, run *source.Run, kinds []signalKind) *search {
	q.memory.evaluations.start(run.Now())
	return &search{
		Run: run, memory: q.memory, all: kinds, query: q, visited: map[string]*cellVisits{}, newest: map[string]*latest{}, left: map[string][]unjudged{}, outcomes: map[evaluationKey]error{},
	}
}

// find looks for one kind: once, or station by station. The first error in the order of the stations is given, the outcome
// of each is kept.
func (s *search) find(ctx context.Context, kind signalKind) ([]signal, error) {
	if kind.Plant != nil {
		var found []signal
		err := source.Guard("signals of kind "+kind.Name, func() (err error) {
			found, err = kind.Plant(ctx, s)
			return err
		})
		s.outcome(kind, "", err)
		return found, err
	}
	stations := s.stations()
	found := make([][]signal, len(stations))
	var run []func() error
	gate := make(chan struct{}, source.ParallelStations)
	for i, station := range stations {
		run = append(run, func() error {
			gate <- struct{}{}
			defer func() { <-gate }()
			err := source.Guard("signals of kind "+kind.Name+" of station "+station.Station, func() (err error) {
				if found[i], err = kind.Station(ctx, s, station); err != nil {
					err = fmt.Errorf("station %s: %w", station.Station, err)
				}
				return err
			})
			s.outcome(kind, station.Station, err)
			return err
		})
	}
	err := s.Together(run...)
	return slices.Concat(found...), err
}

func (s *search) key(kind, station string) evaluationKey {
	return evaluationKey{kind, s.query.State, station, partOf(s.query.Characteristics, s.query.Filters)}
}

func (s *search) outcome(kind signalKind, station string, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.outcomes[s.key(kind.Name, station)] = err
}

// leave keeps that a characteristic of a station could not be judged, and tells people.
func (s *search) leave(station string, u unjudged) {
	say := s.words()
	switch {
	case u.Characteristic != "":
		s.Warn(say.ofStation, s.stationName(station), u.Characteristic, say.say(u.Detail))
	case station != "":
		s.Warn(say.atStation, s.stationName(station), say.say(u.Detail))
	}
	s.leaveUntold(station, u)
}

// stationName is what the plan calls a station; its id while there is no plan.
func (s *search) stationName(id string) string {
	if s.plan == nil {
		return id
	}
	return s.plan.StationName(id, s.Range.To.UnixNano())
}

// leaveUntold keeps it, and tells nobody.
func (s *search) leaveUntold(station string, u unjudged) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !slices.Contains(s.left[station], u) {
		s.left[station] = append(s.left[station], u)
	}
}

// note remembers the outcome of an alert rule's search, by kind and station. An error is the whole answer: the rule saw
// nothing of any other station either.
func (s *search) note(ctx context.Context, failure error) {
	now := s.Now()
	for _, kind := range s.query.Kinds {
		if kind == vocabulary.SignalUnread {
			continue
		}
		keys := s.keysOf(kind)
		for _, key := range keys {
			err := s.outcomes[key]
			// What a station was kept from says nothing of it: why the answer as a whole failed does.
			if err == nil || errors.Is(err, context.Canceled) {
				err = cmp.Or(failure, err)
			}
			problem, why := s.problemOf(ctx, err)
			s.memory.evaluations.note(key, now, evaluation{Problem: problem, Detail: why, Passes: passes(err), Unjudged: s.leftOf(key)})
		}
		if everywhere := s.key(kind, ""); s.plan != nil && !slices.Contains(keys, everywhere) {
			s.memory.evaluations.forget(everywhere)
		}
	}
}

// problemOf tells why this evaluation saw nothing.
func (s *search) problemOf(ctx context.Context, err error) (problem string, why detail) {
	problem, why = problemOf(ctx, err)
	if problem == vocabulary.UnreadFailed && s.Log.WasCut() {
		problem = vocabulary.UnreadCut
	}
	return problem, why
}

// keysOf names what an evaluation of a kind looks at.
func (s *search) keysOf(kind string) []evaluationKey {
	stations := s.query.Stations
	if s.plan != nil {
		stations = s.lookedAt(kind, stations)
	}
	if len(stations) == 0 {
		stations = []string{""} // the plan could not be read: every station
	}
	keys := make([]evaluationKey, len(stations))
	for i, station := range stations {
		keys[i] = s.key(kind, station)
	}
	return keys
}

// leftOf are the characteristics that a kind could not judge at a station.
func (s *search) leftOf(key evaluationKey) []unjudged {
	return slices.DeleteFunc(slices.Clone(s.left[key.Station]), func(u unjudged) bool {
		return u.Kind != "" && u.Kind != key.Kind
	})
}

// stations are those asked for; one that is not in the plan is a mistake that would otherwise stay silent for ever.
func (s *search) stations() []*plan.Row {
	all := s.plan.StationsAt(s.Range.To.UnixNano())
	if len(s.query.Stations) == 0 {
		return all
	}
	var out []*plan.Row
	for _, name := range s.query.Stations {
		i := slices.IndexFunc(all, func(row *plan.Row) bool { return row.Station == name })
		if i < 0 {
			s.Warn(s.words().unplanned, name)
			continue
		}
		out = append(out, all[i])
	}
	return out
}

package signals

import (
	"slices"
	"strings"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// watched is a rule that is to be evaluated every so many seconds: what its query asks.
type watched struct {
	Kinds           []string        `json:"kinds"`
	State           string          `json:"state"`
	Stations        []string        `json:"stations"` // none: all of the plan
	Characteristics []string        `json:"characteristics"`
	Filters         []source.Filter `json:"filters"`
	EveryS          float64         `json:"everyS"`

	filters source.Filters
}

// maxWatched bounds the rules that one query can name.
const maxWatched = 2000

func checkWatched(all []watched, kinds []string) error {
	if len(all) > maxWatched {
		return source.Mistake("watch names %d rules; at most %d are watched", len(all), maxWatched)
	}
	for i := range all {
		w := &all[i]
		if w.State == "" {
			w.State = vocabulary.StateFresh
		}
		for _, kind := range w.Kinds {
			if !slices.Contains(kinds, kind) {
				return source.Mistake("watch names the kind of signal %q, which is unknown; use one of %s", kind, strings.Join(kinds, ", "))
			}
		}
		if !slices.Contains(vocabulary.SignalStates, w.State) {
			return source.Mistake("watch names the state %q; use one of %s", w.State, strings.Join(vocabulary.SignalStates, ", "))
		}
		if !(w.EveryS >= 1 && w.EveryS <= 7*24*3600) {
			return source.Mistake("watch says everyS %v; name the seconds between two evaluations, from 1 to a week", w.EveryS)
		}
		if err := source.CheckNames("station", w.Stations); err != nil {
			return err
		}
		var err error
		if w.filters, err = source.CompileFilters(w.Filters); err != nil {
			return err
		}
	}
	return nil
}

// expected is what the query's watch demands: the longest time between two evaluations by what is evaluated.
func (s *search) expected() map[evaluationKey]time.Duration {
	out := map[evaluationKey]time.Duration{}
	for _, w := range s.query.Watch {
		every := time.Duration(w.EveryS * float64(time.Second))
		for _, kind := range w.Kinds {
			for _, station := range s.lookedAt(kind, w.Stations) {
				key := evaluationKey{kind, w.State, station, partOf(w.Characteristics, w.Filters)}
				if before, known := out[key]; !known || every < before {
					out[key] = every
				}
			}
		}
	}
	return out
}

// lookedAt are the stations that a kind looks at one by one; the empty one where it looks at the whole plant.
func (s *search) lookedAt(kind string, stations []string) []string {
	if i := slices.IndexFunc(s.all, func(k signalKind) bool { return k.Name == kind }); i >= 0 && s.all[i].Plant != nil {
		return []string{""}
	}
	if len(stations) > 0 {
		return stations
	}
	var all []string
	for _, row := range s.plan.StationsAt(s.Range.To.UnixNano()) {
		all = append(all, row.Station)
	}
	return all
}

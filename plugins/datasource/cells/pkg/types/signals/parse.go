package signals

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/watch"
)

// New is the query type signals for one datasource, which remembers with others what its stations measured.
func New(w *watch.Watch) query.Type {
	remembered := &memory{shared: w}
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
	for _, kind := range q.kinds() {
		if q.PerMachine && !kind.ofCells() {
			return nil, source.Mistake("perMachine is of kinds that are of single cells, and %s is none; leave perMachine out, or the kind", kind.Name)
		}
	}
	for _, name := range q.Include {
		if !slices.Contains(vocabulary.SignalIncludes, name) {
			return nil, source.Mistake("include %q is unknown; use one of %s", name, strings.Join(vocabulary.SignalIncludes, ", "))
		}
	}
	if q.Value != "" && !slices.Contains(vocabulary.SignalValues, q.Value) {
		return nil, source.Mistake("value %q is unknown; use one of %s, or leave it out", q.Value, strings.Join(vocabulary.SignalValues, ", "))
	}
	if err := source.CheckNames("station", q.Stations); err != nil {
		return nil, err
	}
	if err := source.CheckCharacteristics(q.Characteristics); err != nil {
		return nil, err
	}
	if err := checkWatched(q.Watch, SignalKinds()); err != nil {
		return nil, err
	}
	var err error
	q.filters, err = source.CompileFilters(q.Filters)
	return q, err
}

// Package losses tells what every episode cost: from when something was wrong to when it was found, answered and proved mended, what came of
// the cells, and what they would have taken found at end of line.
package losses

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/watch"
)

// Query asks what episodes cost.
type Query struct {
	By       string          `json:"by"` // none: a row an episode; else what they are summed by
	Filters  []source.Filter `json:"filters"`
	Language string          `json:"language"` // of sentences; without it that of the plan, else en

	filters source.Filters
	watch   *watch.Watch
	lately  *lately
}

// ChosenBy are the fields that rows are chosen or grouped by.
func (q *Query) ChosenBy() []string { return q.filters.Keys() }

// New is the query type losses for one datasource, which remembers with others what its stations measured.
func New(w *watch.Watch) query.Type {
	shared := &lately{}
	return query.Type{Name: vocabulary.QueryLosses, Parse: func(raw json.RawMessage) (query.Runner, error) {
		q := &Query{watch: w, lately: shared}
		if err := query.Decode(raw, q); err != nil {
			return nil, err
		}
		if q.By != "" && !slices.Contains(vocabulary.LossGroups, q.By) {
			return nil, source.Mistake("by is %q; use one of %s, or leave it out for a row an episode", q.By, strings.Join(vocabulary.LossGroups, ", "))
		}
		var err error
		if q.filters, err = source.CompileFilters(q.Filters); err != nil {
			return nil, err
		}
		for _, f := range q.filters {
			if !slices.Contains(vocabulary.LossLabels, f.Key) {
				return nil, source.Mistake("episodes cannot be chosen by %q; use some of %s", f.Key, strings.Join(vocabulary.LossLabels, ", "))
			}
		}
		return q, nil
	}}
}

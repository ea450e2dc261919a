// Package yield counts how much of what came to the stations passed them.
package yield

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Query asks how much of what came to the stations passed them.
type Query struct {
	Stations []string        `json:"stations"` // none: all of the plan that the filters leave
	By       []string        `json:"by"`       // station is always the first
	Bucket   string          `json:"bucket"`   // none, shift, day, week or a length of time
	Values   []string        `json:"values"`   // none: all columns; with a bucket first_pass
	Rolled   bool            `json:"rolled"`
	Failures bool            `json:"failures"`
	Filters  []source.Filter `json:"filters"`

	bucket  *bucket
	filters source.Filters
}

// yieldBy are the attributes of a visit that yield can be split by, besides the lots of materials.
var yieldBy = []string{"station", "site", "line", "equipment", "position", "product", "shift", "recipe"}

// rolledBy are those that have the same values at every station, so that stations can be multiplied.
var rolledBy = []string{"station", "site", "line", "product", "shift"}

// Type is the query type yield.
var Type = query.Type{Name: vocabulary.QueryYield, Alertable: true, Parse: parseYield}

func parseYield(raw json.RawMessage) (query.Runner, error) {
	q := &Query{}
	if err := query.Decode(raw, q); err != nil {
		return nil, err
	}
	q.By = slices.DeleteFunc(q.By, func(key string) bool { return key == "station" })
	if err := source.CheckNames("station", q.Stations); err != nil {
		return nil, err
	}
	if err := q.checkBy(); err != nil {
		return nil, err
	}
	for _, name := range q.Values {
		if !slices.ContainsFunc(yieldColumns, func(c yieldColumn) bool { return c.Name == name }) {
			return nil, source.Mistake("value %q is unknown; use some of %s", name, strings.Join(vocabulary.YieldColumns, ", "))
		}
	}
	if q.Failures && (q.Bucket != "" || q.Rolled || len(q.Values) > 0) {
		return nil, source.Mistake("failures are counted by characteristic over the whole range; leave out bucket, rolled and values")
	}
	var err error
	if q.bucket, err = parseBucket(q.Bucket); err != nil {
		return nil, err
	}
	q.filters, err = source.CompileFilters(q.Filters)
	return q, err
}

func (q *Query) checkBy() error {
	for i, key := range q.By {
		if err := source.CheckName("by", key); err != nil {
			return err
		}
		if !visit.IsLot(key) && !slices.Contains(yieldBy, key) {
			return source.Mistake("by %q is unknown; use some of %s or lot_<material>", key, strings.Join(yieldBy, ", "))
		}
		if slices.Contains(q.By[:i], key) {
			return source.Mistake("by names %s twice", key)
		}
		if q.Rolled && !slices.Contains(rolledBy, key) {
			return source.Mistake("rolled multiplies stations, and %s differs from station to station; use some of %s", key, strings.Join(rolledBy, ", "))
		}
	}
	return nil
}

// Run counts the visits of every station and answers one frame, or one a series where buckets of time are asked for.
func (q *Query) Run(ctx context.Context, run *source.Run) (data.Frames, error) {
	p, err := run.Plan(ctx)
	if err != nil {
		return nil, err
	}
	if p.Empty() && len(q.Stations) == 0 {
		return nil, source.Mistake("no control plan was pushed to database %s, so its stations are not known; run npm run plan:push, or name stations", run.Databases.Record)
	}
	search, err := newSearch(q, run, p)
	if err != nil {
		return nil, err
	}
	groups, err := search.find(ctx)
	if err != nil {
		return nil, err
	}
	switch {
	case q.Failures:
		return data.Frames{q.failuresFrame(groups)}, nil
	case q.bucket != nil:
		return q.seriesFrames(groups)
	}
	return data.Frames{q.yieldFrame(groups)}, nil
}

// ChosenBy are the fields that rows are chosen or grouped by.
func (q *Query) ChosenBy() []string { return append(q.filters.Keys(), q.By...) }

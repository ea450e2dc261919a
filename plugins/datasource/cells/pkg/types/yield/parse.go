package yield

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

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

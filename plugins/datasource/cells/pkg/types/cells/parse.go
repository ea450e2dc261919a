package cells

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/backend/gtime"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/retest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Type is the query type cells.
var Type = query.Type{Name: vocabulary.QueryCells, Parse: parseCells}

func parseCells(raw json.RawMessage) (query.Runner, error) {
	q := &Query{}
	if err := query.Decode(raw, q); err != nil {
		return nil, err
	}
	if len(q.Columns) == 0 {
		return nil, source.Mistake("columns is empty; name at least one as {\"station\": …, \"field\": id of a characteristic}")
	}
	if err := source.CheckCount("columns", len(q.Columns), source.MaxColumns); err != nil {
		return nil, err
	}
	if q.Anchor == "" {
		q.Anchor = q.Columns[0].Station
	}
	if q.Join == "" {
		q.Join = joinLeft
	}
	if q.Visits == "" {
		q.Visits = retest.First
	}
	if len(q.RunTypes) == 0 {
		q.RunTypes = []string{vocabulary.RunTypeProduction}
	} else if slices.Contains(q.RunTypes, visit.AllRunTypes) {
		q.RunTypes = nil
	}
	return q, q.validate()
}

func (q *Query) validate() error {
	if err := source.CheckName("anchor", q.Anchor); err != nil {
		return err
	}
	if q.Join != joinLeft && q.Join != joinInner {
		return source.Mistake("join is %q; use %s or %s", q.Join, joinLeft, joinInner)
	}
	if err := source.CheckVisits(q.Visits); err != nil {
		return err
	}
	var names []string
	for i := range q.Columns {
		if err := q.Columns[i].validate(); err != nil {
			return err
		}
		name := q.Columns[i].name()
		if slices.Contains(names, name) {
			return source.Mistake("column %s is asked for twice", name)
		}
		names = append(names, name)
	}
	var err error
	q.filters, err = source.CompileFilters(q.Filters)
	return err
}

func (c *cellColumn) validate() error {
	if err := source.CheckName("the station of a column", c.Station); err != nil {
		return err
	}
	given := 0
	for _, name := range []string{c.Field, c.Environment, c.State} {
		if name != "" {
			given++
			if err := source.CheckName("a column of "+c.Station, strings.TrimSuffix(strings.TrimSuffix(name, ".min"), ".max")); err != nil {
				return err
			}
		}
	}
	if given != 1 {
		return source.Mistake("a column of %s names %d of field, environment and state; it needs exactly one", c.Station, given)
	}
	c.maxAge = source.EnvironmentMaxAge
	if c.State != "" {
		c.maxAge = stateMaxAge
	}
	if c.MaxAge != "" {
		age, err := gtime.ParseDuration(c.MaxAge)
		if err != nil || age <= 0 {
			return source.Mistake("maxAge of %s is %q; write a duration such as 30s, 10m or 2h", c.name(), c.MaxAge)
		}
		c.maxAge = age
	}
	return nil
}

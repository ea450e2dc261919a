// Package cells joins the visits of several stations by cell.
package cells

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend/gtime"
	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/join"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Query asks for columns of several stations, joined by cell: one row per cell of the anchor station (per visit there
// with visits "all").
type Query struct {
	Anchor   string          `json:"anchor"`   // default: the station of the first column
	Join     string          `json:"join"`     // default left
	Visits   join.Visits     `json:"visits"`   // default first
	RunTypes []string        `json:"runTypes"` // default production; "all" for every type
	Columns  []cellColumn    `json:"columns"`
	Filters  []source.Filter `json:"filters"`

	filters source.Filters
}

// cellColumn is one column of the answer: a field of a station's visit, a quantity of its environment, or a field of its
// equipment's state, the latter two as of the visit.
type cellColumn struct {
	Station     string `json:"station"`
	Field       string `json:"field,omitempty"`
	Environment string `json:"environment,omitempty"` // a quantity; quantity.min and .max ask for the ends during a long visit
	State       string `json:"state,omitempty"`
	MaxAge      string `json:"maxAge,omitempty"`

	maxAge time.Duration
}

const (
	joinLeft  = "left"
	joinInner = "inner"
)

// The oldest state an as-of column may show, unless the query says otherwise. States are reported when they change.
const (
	stateMaxAge = 24 * time.Hour
)

// Type is the query type cells.
var Type = query.Type{Name: vocabulary.QueryCells, Parse: parseCells}

func parseCells(raw json.RawMessage) (query.Runner, error) {
	q := &Query{}
	if err := query.Decode(raw, q); err != nil {
		return nil, err
	}
	if len(q.Columns) == 0 {
		return nil, source.Mistake("columns is empty; name at least one, for example {\"station\":\"filling\",\"field\":\"fill_mass\"}")
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
		q.Visits = join.First
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

// name is the column's name in the frame.
func (c *cellColumn) name() string {
	switch {
	case c.Environment != "":
		return c.Station + ".environment." + c.Environment
	case c.State != "":
		return c.Station + ".state." + c.State
	}
	return c.Station + "." + c.Field
}

// Run reads the anchor's visits, joins the other stations to them and answers one frame.
func (q *Query) Run(ctx context.Context, run *source.Run) (data.Frames, error) {
	p, err := run.Plan(ctx)
	if err != nil {
		return nil, err
	}
	anchor, err := q.readAnchor(ctx, run)
	if err != nil {
		return nil, err
	}
	others, err := q.readOthers(ctx, run, p, anchor)
	if err != nil {
		return nil, err
	}
	rows, err := q.join(run, p, anchor, others)
	if err != nil {
		return nil, err
	}
	out, err := q.answer(ctx, run, p, rows)
	if err != nil {
		return nil, err
	}
	return data.Frames{out.Frame(data.FrameTypeTable)}, nil
}

// ChosenBy are the fields that rows are chosen or grouped by.
func (q *Query) ChosenBy() []string { return q.filters.Keys() }

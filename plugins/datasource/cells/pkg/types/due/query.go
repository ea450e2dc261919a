// Package due answers what has to be done soon, or should have been: checks of gauges, control limits that nobody approved, and what waits for
// somebody.
package due

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// defaultAhead is how far ahead it is looked: this shift, and the next two.
const defaultAhead = 24 * time.Hour

// longestAhead bounds it: more is a plan of maintenance, which is kept elsewhere.
const longestAhead = 90 * 24 * time.Hour

// Query asks what is due until some time from now, whatever the range.
type Query struct {
	Ahead   string          `json:"ahead"` // as 24h; "": a day
	Filters []source.Filter `json:"filters"`

	filters source.Filters
	ahead   time.Duration
}

// Type is the query type due.
var Type = query.Type{Name: vocabulary.QueryDue, Parse: parse, AnyTime: true}

func parse(raw json.RawMessage) (query.Runner, error) {
	q := &Query{ahead: defaultAhead}
	if err := query.Decode(raw, q); err != nil {
		return nil, err
	}
	var err error
	if q.Ahead != "" {
		if q.ahead, err = time.ParseDuration(q.Ahead); err != nil || q.ahead <= 0 || q.ahead > longestAhead {
			return nil, source.Mistake("ahead is %q; use a length up to %s, such as 12h", q.Ahead, longestAhead)
		}
	}
	q.filters, err = source.CompileFilters(q.Filters)
	return q, err
}

// task is something that is due. Times are ns; 0: never, or at no time.
type task struct {
	what, state                            string
	site, line, station, equipment, detail string
	last, due                              int64
	number                                 int // of what waits; 0 where it is no such thing
}

// Run answers a row a task, the most urgent first: what, state, site, line, station, equipment, detail, last, due, number.
func (q *Query) Run(ctx context.Context, run *source.Run) (data.Frames, error) {
	p, err := run.Plan(ctx)
	if err != nil {
		return nil, err
	}
	l := &look{Run: run, plan: p, filters: q.filters, now: run.Now(), horizon: run.Now().Add(q.ahead)}
	var tasks, waits []task
	err = run.Together(
		func() (err error) { tasks, err = l.checks(ctx); return err },
		func() (err error) { waits, err = l.waiting(ctx); return err },
	)
	if err != nil {
		return nil, err
	}
	if err := run.Log.Whole(run.Budget.Rows); err != nil {
		return nil, err
	}
	tasks = append(append(tasks, waits...), l.provisional()...)
	slices.SortStableFunc(tasks, func(a, b task) int {
		rank := func(t task) int { return slices.Index(vocabulary.DueStates, t.state) }
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.due, b.due), table.Natural(a.equipment, b.equipment))
	})
	out := table.New("due")
	for _, name := range []string{"what", "state", "site", "line", "station", "equipment", "detail"} {
		out.Add(table.NewColumn(table.Spec{Name: name, Kind: table.Text}))
	}
	for _, name := range []string{"last", "due"} {
		out.Add(table.NewColumn(table.Spec{Name: name, Kind: table.Time}))
	}
	number := table.NewColumn(table.Spec{Name: "number", Kind: table.Int})
	out.Add(number)
	for _, t := range tasks {
		if t.number > 0 {
			number.AppendInt(int64(t.number))
		} else {
			number.AppendMissing()
		}
		for name, text := range map[string]string{
			"what": t.what, "state": t.state, "site": t.site, "line": t.line, "station": t.station, "equipment": t.equipment, "detail": t.detail,
		} {
			table.AppendTextOr(out.Column(name), text)
		}
		for name, ns := range map[string]int64{"last": t.last, "due": t.due} {
			if ns > 0 {
				out.Column(name).AppendInt(ns)
			} else {
				out.Column(name).AppendMissing()
			}
		}
	}
	return data.Frames{out.Frame(data.FrameTypeTable)}, nil
}

// ChosenBy are the fields that rows are chosen by.
func (q *Query) ChosenBy() []string { return q.filters.Keys() }

package query

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// eventsQuery asks for events; as annotations and as a table alike.
type eventsQuery struct {
	Kinds    []string `json:"kinds"`    // none: all
	Stations []string `json:"stations"` // none: all; events of no station belong to all
	Targets  []string `json:"targets"`  // ids of cells, lots, equipment; none: all
	Filters  []Filter `json:"filters"`

	filters Filters
}

var eventsType = Type{Name: "events", Parse: parseEvents}

func parseEvents(raw json.RawMessage) (Runner, error) {
	q := &eventsQuery{}
	if err := decode(raw, q); err != nil {
		return nil, err
	}
	for _, kind := range q.Kinds {
		if err := checkIdentifier("kind of event", kind); err != nil {
			return nil, err
		}
	}
	for _, target := range q.Targets {
		if err := checkIdentifier("target", target); err != nil {
			return nil, err
		}
	}
	if err := checkNames("station", q.Stations); err != nil {
		return nil, err
	}
	var err error
	q.filters, err = compileFilters(q.Filters)
	return q, err
}

// eventTexts are the text fields of an event that answers show, in this order.
var eventTexts = []string{
	"event_id", "item_id", "target_type", "target_id", "hold_id", "station", "equipment", "position", "characteristic", "rule",
	"text", "author", "source", "disposition", "severity", "reference", "answers", "approver",
}

var (
	eventTags = []string{"site", "kind"}
	eventInts = []string{"from_ms", "to_ms", "expires_ms"}
)

func (q *eventsQuery) Run(ctx context.Context, run *Run) (data.Frames, error) {
	where := q.filters.Conditions(eventTags...)
	if len(q.Kinds) > 0 {
		where = append(where, influx.Condition{Column: influx.Tag("kind"), Operator: "=", Values: anyValues(q.Kinds)})
	}
	rows, err := run.events(ctx, run.Range, where)
	if err != nil {
		return nil, err
	}
	station, equipment := rows.Column("station"), rows.Column("equipment")
	item, target := rows.Column("item_id"), rows.Column("target_id")
	match := q.filters.Match(rows)
	rows = rows.Filter(func(row int) bool {
		at := textOr(station, row, "")
		if len(q.Stations) > 0 && at != "" && !slices.Contains(q.Stations, at) {
			return false
		}
		if len(q.Targets) > 0 && !slices.ContainsFunc([]*table.Column{item, target, equipment}, func(c *table.Column) bool {
			return slices.Contains(q.Targets, textOr(c, row, ""))
		}) {
			return false
		}
		return match(row)
	})
	return data.Frames{eventsTable(run.people.withoutPeople(rows)).Frame(data.FrameTypeTable)}, nil
}

// events reads events in order of time; of one event_id only the earliest row counts (delivery is at least once).
func (r *Run) events(ctx context.Context, over Range, where []influx.Condition) (*table.Table, error) {
	fields, err := r.Fields(ctx, r.Databases.Record, "event")
	if err != nil {
		return nil, err
	}
	statement := influx.Statement{
		From: "event", Range: influx.Range{From: over.From.UnixNano(), To: over.To.UnixNano()}, Where: where,
	}
	has := func(name string) bool {
		return slices.ContainsFunc(fields, func(k influx.FieldKey) bool { return k.Name == name })
	}
	for _, tag := range eventTags {
		statement.Columns = append(statement.Columns, influx.Tag(tag))
	}
	for _, name := range slices.Concat(eventTexts, []string{"former_id"}) {
		if has(name) {
			statement.Columns = append(statement.Columns, influx.Field(name, table.Text))
		}
	}
	for _, name := range slices.Concat(eventInts, []string{"pass_ms"}) {
		if has(name) {
			statement.Columns = append(statement.Columns, influx.Field(name, table.Int))
		}
	}
	rows := table.New("event", table.Spec{Name: "time", Kind: table.Time})
	if len(fields) > 0 {
		results, err := r.Read(ctx, r.Databases.Record, statement)
		if err != nil {
			return nil, err
		}
		for _, series := range results[0].Series {
			rows = series.Rows.SortBy("time")
		}
	}
	id, former, pass, seen := rows.Column("event_id"), rows.Column("former_id"), rows.Column("pass_ms"), seenEvents{}
	return rows.Filter(func(row int) bool {
		ns, _ := rows.Column("time").Int(row)
		return !seen.repeats(textOr(id, row, ""), textOr(former, row, ""), ns/1e9*1e3, intOr(pass, row, 0))
	}), nil
}

// eventsTable gives events the columns of annotations first, then all else they say.
func eventsTable(rows *table.Table) *table.Table {
	out := table.New("events",
		table.Spec{Name: "time", Kind: table.Time, Required: true}, table.Spec{Name: "timeEnd", Kind: table.Time},
		table.Spec{Name: "title", Kind: table.Text}, table.Spec{Name: "tags", Kind: table.Text}, table.Spec{Name: "id", Kind: table.Text},
	)
	c := out.Columns()
	at, from, to := rows.Column("time"), rows.Column("from_ms"), rows.Column("to_ms")
	for row := range rows.Len() {
		ns, _ := at.Int(row)
		c[0].AppendInt(msOr(from, row, ns/1e9*1e3) * 1e6) // the rest of a second is a hash
		if end := msOr(to, row, 0); end > 0 {
			c[1].AppendInt(end * 1e6)
		} else {
			c[1].AppendMissing()
		}
		get := func(name string) string { return textOr(rows.Column(name), row, "") }
		appendTextOr(c[2], joinNonEmpty(" ", get("kind"), get("target_id"), get("station"), get("equipment")))
		appendTextOr(c[3], joinNonEmpty(",", get("kind"), get("station"), get("equipment"), get("severity")))
		appendTextOr(c[4], get("event_id"))
	}
	for _, name := range slices.Concat([]string{"kind", "site"}, eventTexts[1:]) {
		spec := table.Spec{Name: name, Kind: table.Text}
		if column := rows.Column(name); column != nil {
			out.Add(renamed(column, spec))
		} else {
			out.Add(table.NewMissing(spec, rows.Len()))
		}
	}
	return out
}

func msOr(c *table.Column, row int, missing int64) int64 {
	if c != nil {
		if v, ok := c.Int(row); ok && v > 0 {
			return v
		}
	}
	return missing
}

func joinNonEmpty(glue string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), glue)
}

// ChosenBy are the fields that rows are chosen or grouped by.
func (q *eventsQuery) ChosenBy() []string { return q.filters.Keys() }

// Package events lists events, as a table and as annotations.
package events

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/holds"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Query asks for events; as annotations and as a table alike.
type Query struct {
	Kinds    []string        `json:"kinds"`    // none: all
	Stations []string        `json:"stations"` // none: all; events of no station belong to all
	Targets  []string        `json:"targets"`  // ids of cells, lots, equipment; none: all
	State    string          `json:"state"`    // open: the holds that hold now; queued: what waits to be inspected or reworked; "": whatever happened
	Include  []string        `json:"include"`  // whereabouts: where what is held now was seen last
	Filters  []source.Filter `json:"filters"`

	filters source.Filters
}

// Type is the query type events.
var Type = query.Type{Name: vocabulary.QueryEvents, Parse: parseEvents}

func parseEvents(raw json.RawMessage) (query.Runner, error) {
	q := &Query{}
	if err := query.Decode(raw, q); err != nil {
		return nil, err
	}
	for _, kind := range q.Kinds {
		if err := source.CheckIdentifier("kind of event", kind); err != nil {
			return nil, err
		}
	}
	for _, target := range q.Targets {
		if err := source.CheckIdentifier("target", target); err != nil {
			return nil, err
		}
	}
	if err := source.CheckNames("station", q.Stations); err != nil {
		return nil, err
	}
	if err := q.checkState(); err != nil {
		return nil, err
	}
	if err := q.checkInclude(); err != nil {
		return nil, err
	}
	var err error
	q.filters, err = source.CompileFilters(q.Filters)
	return q, err
}

// eventTexts are the text fields of an event that answers show, in this order.
var eventTexts = []string{
	"event_id", "item_id", "target_type", "target_id", "hold_id", "station", "equipment", "position", "characteristic", "rule",
	"text", "author", "source", "disposition", "severity", "reference", "answers", "approver", "asked", "sender",
}

// badgeColumn is who stood before a screen that many use, where any event says so.
const badgeColumn = "badge"

var (
	eventTags = []string{"site", "kind"}
	eventInts = []string{"from_ms", "to_ms", "expires_ms"}
)

// Run reads the events and answers one frame.
func (q *Query) Run(ctx context.Context, run *source.Run) (data.Frames, error) {
	read := q.happened
	switch q.State {
	case vocabulary.EventStateOpen:
		read = openHolds
	case vocabulary.EventStateQueued:
		read = queued
	}
	rows, err := read(ctx, run)
	if err != nil {
		return nil, err
	}
	all := rows
	station, equipment := rows.Column("station"), rows.Column("equipment")
	item, target := rows.Column("item_id"), rows.Column("target_id")
	match := q.filters.Match(rows)
	rows = rows.Filter(func(row int) bool {
		at := table.TextOr(station, row, "")
		if len(q.Stations) > 0 && at != "" && !slices.Contains(q.Stations, at) {
			return false
		}
		if len(q.Targets) > 0 && !slices.ContainsFunc([]*table.Column{item, target, equipment}, func(c *table.Column) bool {
			return slices.Contains(q.Targets, table.TextOr(c, row, ""))
		}) {
			return false
		}
		return match(row)
	})
	if slices.Contains(q.Include, vocabulary.IncludeWhereabouts) {
		if rows, err = withWhereabouts(ctx, run, rows, all); err != nil {
			return nil, err
		}
	}
	return data.Frames{eventsTable(run.People.WithoutPeople(rows)).Frame(data.FrameTypeTable)}, nil
}

// happened reads the events of the range in order of time, each once.
func (q *Query) happened(ctx context.Context, r *source.Run) (*table.Table, error) {
	where := q.filters.Conditions(eventTags...)
	if len(q.Kinds) > 0 {
		where = append(where, source.Condition{Column: source.Tag("kind"), Operator: "=", Values: source.AnyValues(q.Kinds)})
	}
	rows, err := events(ctx, r, source.Span{From: r.Range.From.UnixNano(), To: r.Range.To.UnixNano()}, where)
	if err != nil {
		return nil, err
	}
	rows, all, err := heeded(ctx, r, rows)
	if err != nil {
		return nil, err
	}
	first := map[*record.Event]bool{}
	for _, e := range holds.Distinct(all) {
		first[e] = len(q.Kinds) == 0 || slices.Contains(q.Kinds, e.Kind)
	}
	return rows.Filter(func(row int) bool { return first[&all[row]] }), nil
}

// heeded are events as every reader takes them: what does not count is a note.
func heeded(ctx context.Context, r *source.Run, rows *table.Table) (*table.Table, []record.Event, error) {
	p, err := r.Plan(ctx)
	if err != nil {
		return nil, nil, err
	}
	all := make([]record.Event, rows.Len())
	for row := range all {
		all[row] = record.EventOf(rows, row).Heeded(p)
	}
	rows = with(rows, "kind", func(row int) string { return all[row].Kind })
	rows = with(rows, "asked", func(row int) string { return all[row].Asked })
	return with(rows, "sender", func(row int) string { return all[row].Sender }), all, nil
}

// events reads events in order of time, as their rows say: delivery is at least once.
func events(ctx context.Context, r *source.Run, over source.Span, where []source.Condition) (*table.Table, error) {
	fields, err := r.Fields(ctx, r.Databases.Record, vocabulary.MeasurementEvent)
	if err != nil {
		return nil, err
	}
	statement := source.Statement{From: vocabulary.MeasurementEvent, Range: over, Where: where}
	has := func(name string) bool {
		return slices.ContainsFunc(fields, func(k source.FieldKey) bool { return k.Name == name })
	}
	for _, tag := range eventTags {
		statement.Columns = append(statement.Columns, source.Tag(tag))
	}
	for _, name := range slices.Concat(eventTexts, []string{badgeColumn, "former_id"}) {
		if has(name) {
			statement.Columns = append(statement.Columns, source.Field(name, table.Text))
		}
	}
	for _, name := range slices.Concat(eventInts, []string{"pass_ms", "received_ms"}) {
		if has(name) {
			statement.Columns = append(statement.Columns, source.Field(name, table.Int))
		}
	}
	for _, name := range []string{"from_m", "to_m"} {
		if has(name) {
			statement.Columns = append(statement.Columns, source.Field(name, table.Float))
		}
	}
	rows := table.New(vocabulary.MeasurementEvent, table.Spec{Name: "time", Kind: table.Time})
	if len(fields) > 0 {
		results, err := r.Read(ctx, r.Databases.Record, statement)
		if err != nil {
			return nil, err
		}
		for _, series := range results[0].Series {
			rows = series.Rows.SortBy("time")
		}
	}
	return rows, nil
}

// eventsTable gives events the columns of annotations first, then all else they say.
func eventsTable(rows *table.Table) *table.Table {
	out := table.New("events",
		table.Spec{Name: "time", Kind: table.Time, Required: true}, table.Spec{Name: "timeEnd", Kind: table.Time},
		table.Spec{Name: "title", Kind: table.Text}, table.Spec{Name: "tags", Kind: table.Text}, table.Spec{Name: "id", Kind: table.Text},
	)
	column := out.Column
	at, from, to := rows.Column("time"), rows.Column("from_ms"), rows.Column("to_ms")
	for row := range rows.Len() {
		ns, _ := at.Int(row)
		column("time").AppendInt(table.MsOr(from, row, ns/1e9*1e3) * 1e6) // the rest of a second is a hash
		if end := table.MsOr(to, row, 0); end > 0 {
			column("timeEnd").AppendInt(end * 1e6)
		} else {
			column("timeEnd").AppendMissing()
		}
		get := func(name string) string { return table.TextOr(rows.Column(name), row, "") }
		table.AppendTextOr(column("title"), joinNonEmpty(" ", get("kind"), get("target_id"), get("station"), get("equipment")))
		table.AppendTextOr(column("tags"), joinNonEmpty(",", get("kind"), get("station"), get("equipment"), get("severity")))
		table.AppendTextOr(column("id"), get("event_id"))
	}
	for _, name := range slices.Concat([]string{"kind", "site"}, eventTexts[1:]) {
		spec := table.Spec{Name: name, Kind: table.Text}
		if column := rows.Column(name); column != nil {
			out.Add(table.Renamed(column, spec))
		} else {
			out.Add(table.NewMissing(spec, rows.Len()))
		}
	}
	if badges := rows.Column(badgeColumn); badges != nil && !badges.AllMissing() {
		out.Add(badges)
	}
	if proofs := rows.Column(proofColumn); proofs != nil {
		out.Add(proofs)
	}
	if rows.Column(vocabulary.WhereaboutsColumns[0]) == nil {
		return out
	}
	for _, name := range vocabulary.WhereaboutsColumns {
		if c := rows.Column(name); c != nil {
			out.Add(c)
		} else {
			out.Add(table.NewMissing(table.Spec{Name: name, Kind: table.Float}, rows.Len())) // metres, which no hold names
		}
	}
	return out
}

func joinNonEmpty(glue string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), glue)
}

// ChosenBy are the fields that rows are chosen or grouped by.
func (q *Query) ChosenBy() []string { return q.filters.Keys() }

package source

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// repeatedWithin is how long after an event it may be sent again about something else and still be known by its event_id.
const repeatedWithin = 24 * time.Hour

// EventsAbout are all events ever stored about a target and, of the last day, that of an event_id whatever it is about, each with
// the row of a kind that was stored first (delivery is at least once), in order of time, as their rows say: see record.Heeded.
func (r *Run) EventsAbout(ctx context.Context, p *plan.Plan, target, id string) ([]record.Event, error) {
	about := influx.Statement{
		From: vocabulary.MeasurementEvent, Range: WholeRecord(r.Now()), Columns: EventColumns(),
		Where: []influx.Condition{{Column: influx.Tag("bucket"), Operator: "=", Values: AnyValues(BucketsOf(p, []string{target}))}},
	}
	named := influx.Statement{
		From: vocabulary.MeasurementEvent, Columns: EventColumns(),
		Range: influx.Range{From: r.Now().Add(-repeatedWithin).UnixNano(), To: about.Range.To},
		Where: []influx.Condition{{Column: influx.Field("event_id", table.Text), Operator: "=", Values: []any{id}}},
	}
	results, err := r.Read(ctx, r.Databases.Record, about, named)
	if err != nil {
		return nil, err
	}
	rows := table.New(vocabulary.MeasurementEvent)
	for _, result := range results {
		if result.Cut {
			return nil, Mistake("more than %d events are stored about %s, which is the most that is read (maxRows)", r.Budget.Rows, target)
		}
		for _, series := range result.Series {
			rows.Append(series.Rows)
		}
	}
	rows = rows.SortBy("time")
	var out []record.Event
	type saying struct{ kind, id string } // a note of the ID of a hold is no hold
	at := map[saying]int{}
	for row := range rows.Len() {
		e := record.EventOf(rows, row)
		if e.About() != target && e.ID != id {
			continue
		}
		if i, seen := at[saying{e.Kind, e.ID}]; !seen {
			at[saying{e.Kind, e.ID}] = len(out)
			out = append(out, e)
		} else if e.ReceivedMs < out[i].ReceivedMs {
			out[i] = e
		}
	}
	return out, nil
}

// EventColumns are all that an event has, whether or not one was ever stored: which fields there are is looked up seldom, and an event
// counts from the moment on in which it is stored.
func EventColumns() []influx.Column {
	var columns []influx.Column
	for name, kind := range record.Fields() {
		columns = append(columns, influx.Field(name, kind))
	}
	slices.SortFunc(columns, func(a, b influx.Column) int { return cmp.Compare(a.Name, b.Name) })
	for _, tag := range record.Tags() {
		columns = append(columns, influx.Tag(tag))
	}
	return columns
}

// EventIDs are the event_ids of the rows in a range.
func (r *Run) EventIDs(ctx context.Context, over Span) ([]string, error) {
	results, err := r.Read(ctx, r.Databases.Record, influx.Statement{
		From: vocabulary.MeasurementEvent, Columns: []influx.Column{influx.Field("event_id", table.Text)}, Range: over,
	})
	if err != nil {
		return nil, err
	}
	var out []string
	for _, series := range results[0].Series {
		for row := range series.Rows.Len() {
			out = append(out, table.TextOr(series.Rows.Column("event_id"), row, ""))
		}
	}
	return out, nil
}

// EventsStored are the events of some kinds in a range of their own times that were stored from a moment on (Unix ms of the server's clock),
// as readers take them, each row: delivery is at least once.
func (r *Run) EventsStored(ctx context.Context, over Span, sinceMs int64, kinds []string) ([]record.Event, error) {
	p, err := r.Plan(ctx)
	if err != nil {
		return nil, err
	}
	results, err := r.Read(ctx, r.Databases.Record, influx.Statement{
		From: vocabulary.MeasurementEvent, Columns: EventColumns(), Range: over,
		Where: []influx.Condition{
			{Column: influx.Tag("kind"), Operator: "=", Values: AnyValues(kinds)},
			{Column: influx.Field("received_ms", table.Int), Operator: ">=", Values: []any{sinceMs}},
		},
	})
	if err != nil {
		return nil, err
	}
	return record.Heeded(p, eventsOf(results)), nil
}

// Events are the events of some kinds in a range of their own times, as their rows say: see record.Heeded.
func (r *Run) Events(ctx context.Context, p *plan.Plan, over Span, kinds []string) ([]record.Event, error) {
	results, err := r.Read(ctx, r.Databases.Record, influx.Statement{
		From: vocabulary.MeasurementEvent, Columns: EventColumns(), Range: over,
		Where: []influx.Condition{{Column: influx.Tag("kind"), Operator: "=", Values: AnyValues(kinds)}},
	})
	if DatabaseMissing(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return record.Heeded(p, eventsOf(results)), nil
}

// mostTargets are looked up in a statement.
const mostTargets = 100

// EventsOf are all events ever stored about targets, by target, as readers take them, each row. They are whole: of what is too much to be
// read at once fewer targets are, and an error tells of one that is too much by itself.
func (r *Run) EventsOf(ctx context.Context, p *plan.Plan, targets []string) (map[string][]record.Event, error) {
	out := map[string][]record.Event{}
	for some := range slices.Chunk(targets, mostTargets) {
		if err := r.eventsOfSome(ctx, p, some, out); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (r *Run) eventsOfSome(ctx context.Context, p *plan.Plan, some []string, out map[string][]record.Event) error {
	statement := influx.Statement{
		From: vocabulary.MeasurementEvent, Range: WholeRecord(r.Now()), Columns: EventColumns(),
		Where: []influx.Condition{{Column: influx.Tag("bucket"), Operator: "=", Values: AnyValues(BucketsOf(p, some))}},
	}
	results, much, err := r.readAtOnce(ctx, statement)
	switch {
	case much && len(some) > 1:
		half := len(some) / 2
		if err := r.eventsOfSome(ctx, p, some[:half], out); err != nil {
			return err
		}
		return r.eventsOfSome(ctx, p, some[half:], out)
	case much:
		// Others lie in its bucket as well.
		named := statement
		named.Where = append(slices.Clone(statement.Where), influx.Condition{Column: influx.Field("target_id", table.Text), Operator: "=", Values: []any{some[0]}})
		statement.Where = append(statement.Where, influx.Condition{Column: influx.Field("item_id", table.Text), Operator: "=", Values: []any{some[0]}})
		if results, much, err = r.readAtOnce(ctx, named, statement); much {
			return Mistake("more events are stored about %s than may be read at once (%d rows)", some[0], r.Budget.Rows)
		}
	}
	if err != nil {
		return err
	}
	for _, e := range record.Heeded(p, eventsOf(results)) {
		// A bucket of another statement may be one of this one's as well.
		if about := e.About(); slices.Contains(some, about) {
			out[about] = append(out[about], e)
		}
	}
	return nil
}

// readAtOnce reads events, and tells whether they are too many to be read at once: then nothing is.
func (r *Run) readAtOnce(ctx context.Context, statements ...influx.Statement) (results []influx.Result, much bool, err error) {
	aside := r.Aside(r.Range)
	results, err = aside.Read(ctx, r.Databases.Record, statements...)
	var budget *influx.BudgetError
	if errors.As(err, &budget) || aside.Log.WasCut() {
		return nil, true, err
	}
	r.Tell(aside)
	return results, false, err
}

func eventsOf(results []influx.Result) (out []record.Event) {
	for _, result := range results {
		for _, series := range result.Series {
			rows := withTags(series)
			for row := range rows.Len() {
				out = append(out, record.EventOf(rows, row))
			}
		}
	}
	return out
}

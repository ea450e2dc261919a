package source

import (
	"cmp"
	"context"
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
// its earliest row (delivery is at least once), in order of time.
func (r *Run) EventsAbout(ctx context.Context, p *plan.Plan, target, id string) ([]record.Event, error) {
	about := influx.Statement{
		From: vocabulary.MeasurementEvent, Range: WholeRecord(r.Now()), Columns: eventColumns(),
		Where: []influx.Condition{{Column: influx.Tag("bucket"), Operator: "=", Values: AnyValues(BucketsOf(p, []string{target}))}},
	}
	named := influx.Statement{
		From: vocabulary.MeasurementEvent, Columns: eventColumns(),
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
	seen := map[string]bool{}
	for row := range rows.Len() {
		e := record.EventOf(rows, row)
		if (e.About() == target || e.ID == id) && !seen[e.ID] {
			seen[e.ID] = true
			out = append(out, e)
		}
	}
	return out, nil
}

func eventColumns() []influx.Column {
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

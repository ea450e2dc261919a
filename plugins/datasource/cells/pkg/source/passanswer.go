package source

import (
	"context"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// unanswered are the passes with one number that no person has decided about since the last of them.
func (r *Run) unanswered(ctx context.Context, p *plan.Plan, station string, rows *table.Table, rivals [][]int) ([][]int, error) {
	fields, err := r.Fields(ctx, r.Databases.Record, vocabulary.MeasurementEvent)
	if influx.NotFound(err) || (err == nil && len(fields) == 0) {
		return rivals, nil
	}
	if err != nil {
		return nil, err
	}
	ids, source, at := rows.Column(visit.IDColumn), rows.Column("source_ms"), rows.Column("time")
	first := visit.SourceMs(source, at, rivals[0][0])
	var items []string
	for _, group := range rivals {
		first = min(first, visit.SourceMs(source, at, group[0]))
		items = append(items, table.TextOr(ids, group[0], ""))
	}
	statement := influx.Statement{
		From: vocabulary.MeasurementEvent, Columns: RecordColumns([]string{"kind"}, slices.DeleteFunc(slices.Clone(fields), func(k influx.FieldKey) bool {
			return !slices.Contains([]string{"item_id", "target_id", "station", "source", "received_ms"}, k.Name)
		})),
		Range: influx.Range{From: first / 1e3 * 1e9, To: max(r.Now().UnixNano(), first*1e6) + int64(time.Second)},
		Where: []influx.Condition{{Column: influx.Tag("kind"), Operator: "=", Values: AnyValues(vocabulary.SettlingEvents)}},
	}
	if buckets := BucketsOf(p, items); len(buckets) <= FewCells {
		statement.Where = append(statement.Where, influx.Condition{Column: influx.Tag("bucket"), Operator: "=", Values: AnyValues(buckets)})
	}
	results, err := r.Read(ctx, r.Databases.Record, statement)
	if err != nil {
		return nil, err
	}
	decided := map[string]int64{} // the newest decision by item, in ms; those of other stations are left out
	for _, series := range results[0].Series {
		get := series.Rows.Column
		for row := range series.Rows.Len() {
			if where := table.TextOr(get("station"), row, station); where != station || table.TextOr(get("source"), row, "") == vocabulary.SourceCellthread {
				continue
			}
			item := table.TextOr(get("item_id"), row, table.TextOr(get("target_id"), row, ""))
			ns, _ := get("time").Int(row)
			if !record.Counts(p, table.TextOr(get("kind"), row, ""), table.TextOr(get("source"), row, ""), table.IntOr(get("received_ms"), row, ns/1e6)) {
				continue
			}
			decided[item] = max(decided[item], ns/1e9*1e3+999) // events are stored at whole seconds
		}
	}
	var open [][]int
	for _, group := range rivals {
		if last := group[len(group)-1]; decided[table.TextOr(ids, last, "")] < visit.SourceMs(source, at, last) {
			open = append(open, group)
		}
	}
	return open, nil
}

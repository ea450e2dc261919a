package source

import (
	"context"
	"maps"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Heartbeats are the newest of each task of each keeper in a range.
func (r *Run) Heartbeats(ctx context.Context, over Span) (out []record.Heartbeat, err error) {
	newest := influx.Statement{From: vocabulary.MeasurementKeeper, Range: over, GroupBy: record.HeartbeatTags, Newest: true, Limit: 1}
	for _, name := range slices.Sorted(maps.Keys(record.HeartbeatFields)) {
		newest.Columns = append(newest.Columns, influx.Field(name, record.HeartbeatFields[name]))
	}
	results, err := r.Read(ctx, r.Databases.Record, newest)
	if err != nil {
		return nil, err
	}
	for _, series := range results[0].Series {
		rows := withTags(series)
		for row := range rows.Len() {
			out = append(out, record.HeartbeatOf(rows, row))
		}
	}
	return out, nil
}

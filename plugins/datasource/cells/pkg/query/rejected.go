package query

import (
	"context"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// rejectedKind: inputs arrived that could not be stored. The value is their number, the rule the reason.
var rejectedKind = signalKind{Name: "rejected", Plant: findRejected}

func findRejected(ctx context.Context, s *signalSearch) ([]signal, error) {
	results, err := s.Read(ctx, s.Databases.Rejected, influx.Statement{
		From: "rejected", Columns: []influx.Column{influx.Field("topic", table.Int)}, Reduce: "count",
		Range: influx.Range{From: s.Range.From.UnixNano(), To: s.Range.To.UnixNano()}, GroupBy: []string{"site", "reason"},
	})
	if err != nil {
		return nil, err
	}
	var out []signal
	for _, series := range results[0].Series {
		count, ok := series.Rows.Column("topic").Int(0)
		if !ok {
			continue
		}
		labels := map[string]string{"site": series.Tags["site"], "rule": series.Tags["reason"], "route": "engineering"}
		out = append(out, signal{Value: float64(count), Labels: labels})
	}
	return out, nil
}

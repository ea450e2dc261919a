package signals

import (
	"context"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// rejectedKind: inputs arrived that could not be stored. The value is their number, the rule the reason. A row is an input, or
// in a flood how many (messages) were only counted in a minute.
var rejectedKind = signalKind{Name: vocabulary.SignalRejected, Plant: findRejected}

func findRejected(ctx context.Context, s *search) ([]signal, error) {
	over := func(field, reduce string) source.Statement {
		return source.Statement{
			From: vocabulary.MeasurementRejected, Columns: []source.Column{source.Field(field, table.Int)}, Reduce: reduce,
			Range: source.Span{From: s.Range.From.UnixNano(), To: s.Range.To.UnixNano()}, GroupBy: []string{"site", "reason"},
		}
	}
	results, err := s.Read(ctx, s.Databases.Rejected, over("topic", "count"), over("messages", "sum"))
	if err != nil {
		return nil, err
	}
	type source struct{ site, reason string }
	counts := map[source]int64{}
	var sources []source
	for i, field := range []string{"topic", "messages"} {
		for _, series := range results[i].Series {
			count, known := series.Rows.Column(field).Int(0)
			if !known {
				continue
			}
			of := source{series.Tags["site"], series.Tags["reason"]}
			if _, seen := counts[of]; !seen {
				sources = append(sources, of)
			}
			counts[of] += count
		}
	}
	var out []signal
	for _, of := range sources {
		labels := map[string]string{"site": of.site, "rule": of.reason}
		out = append(out, signal{Value: float64(counts[of]), Labels: labels})
	}
	return out, nil
}

package losses

import (
	"context"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/loss"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
)

// typical reads how long visits to the stations that cells pass took last, of each product.
func (s *search) typical(ctx context.Context, needed bool) (loss.Typical, error) {
	usual := map[[2]string]float64{}
	if !needed {
		return func(string, string) (float64, bool) { return 0, false }, nil
	}
	var statements []source.Statement
	for _, station := range s.route {
		fields, err := s.Fields(ctx, s.Databases.Visits, station.ID)
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(fields, func(f source.FieldKey) bool { return f.Name == "started_ms" }) {
			statements = append(statements, source.Statement{
				From: station.ID, Columns: []source.Column{source.Field("started_ms", table.Int), source.Field("source_ms", table.Int)},
				Range:   source.Span{From: s.over.From.Add(-lookedBack).UnixNano(), To: s.over.To.UnixNano()},
				GroupBy: []string{"product"}, Newest: true, Limit: typicalOf,
			})
		}
	}
	results, err := s.ReadMany(ctx, s.Databases.Visits, statements)
	if err != nil {
		return nil, err
	}
	for i, result := range results {
		for _, series := range result.Series {
			var hours []float64
			for row := range series.Rows.Len() {
				started, ok := series.Rows.Column("started_ms").Int(row)
				ended := visit.SourceMs(series.Rows.Column("source_ms"), series.Rows.Column("time"), row)
				if ok && started > 0 && started <= ended {
					hours = append(hours, float64(ended-started)/3.6e6)
				}
			}
			if len(hours) > 0 {
				usual[[2]string{statements[i].From, series.Tags["product"]}] = median(hours)
			}
		}
	}
	return func(station, product string) (float64, bool) {
		hours, known := usual[[2]string{station, product}]
		return hours, known
	}, nil
}

// typicalOf is of how many visits the usual time is taken.
const typicalOf = 400

func median(values []float64) float64 {
	values = slices.Sorted(slices.Values(values))
	n := len(values)
	return (values[(n-1)/2] + values[n/2]) / 2
}

package query

import (
	"context"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/join"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
)

// conflictingKind: an item and visit was reported again with other values. The signal's value is the number of records
// replaced.
var conflictingKind = signalKind{Name: "conflicting", OfCells: true, Station: findConflicting}

func findConflicting(ctx context.Context, s *signalSearch, station *plan.Row) ([]signal, error) {
	rows, err := s.visits(ctx, visitRead{
		Station: station.Station, Columns: signalColumns, Ranges: s.ranges(station.Station), Choice: join.All,
		Filters: s.query.filters.visitsOf(station.Station),
	})
	if err != nil {
		return nil, err
	}
	replaced := rows.Column("superseded")
	if replaced == nil {
		return nil, nil
	}
	var out []signal
	for row := range rows.Len() {
		n, ok := replaced.Int(row)
		if !ok || n == 0 {
			continue
		}
		labels := rowLabels(rows, row, signalColumns...)
		labels["station"], labels["rule"], labels["route"] = station.Station, "differing-resend", "quality"
		out = append(out, signal{Value: float64(n), Labels: labels})
	}
	return out, nil
}

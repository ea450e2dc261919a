package query

import (
	"context"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/join"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
)

// conflictingKind: an item and visit was reported again, with other values. A correction bears the same source time and
// machine: the signal's value is the number of records it replaced. Anything else is another pass of the same number: each of
// them is a signal, whose value is the number of the others, until a person answers.
var conflictingKind = signalKind{Name: "conflicting", OfCells: true, Station: findConflicting}

const (
	ruleDifferingResend = "differing-resend"
	ruleAnotherPass     = "another-pass"
)

func findConflicting(ctx context.Context, s *signalSearch, station *plan.Row) ([]signal, error) {
	// A filter on anything a pass may differ in would hide the other one; signals are filtered by their labels afterwards.
	filters := slices.DeleteFunc(s.query.filters.visitsOf(station.Station), func(f compiledFilter) bool {
		return !slices.Contains([]string{"site", idColumn}, f.Key)
	})
	rows, err := s.visits(ctx, visitRead{
		Station: station.Station, Columns: signalColumns, Ranges: s.ranges(station.Station), Choice: join.All, Filters: filters, Whole: true,
	})
	if err != nil {
		return nil, err
	}
	source, at := rows.Column("source_ms"), rows.Column("time")
	var out []signal
	for row := range rows.Len() {
		for _, of := range []struct{ column, rule string }{{replacedColumn, ruleDifferingResend}, {rivalsColumn, ruleAnotherPass}} {
			n := intOr(rows.Column(of.column), row, 0)
			if n == 0 || s.passedOver(rows, row) {
				continue
			}
			labels := passLabels(rows, row)
			labels["station"], labels["rule"], labels["route"] = station.Station, of.rule, "quality"
			if s.query.State != stateFresh && s.answers.answer(labels, sourceMs(source, at, row)) {
				continue
			}
			out = append(out, signal{Value: float64(n), Labels: labels})
		}
	}
	return out, nil
}

package signals

import (
	"context"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

var skippedByVerdict = ofCells(vocabulary.SignalSkipped, func(v *cellVisits, row int) []control.Finding {
	if v.text("verdict", row) != vocabulary.VerdictSkipped {
		return nil
	}
	return []control.Finding{{Rule: vocabulary.SignalRuleVerdict, Size: 1}}
})

// skippedKind: a station says that it left a cell out, or the cell came to the next station of the route without a visit there.
var skippedKind = signalKind{Name: vocabulary.SignalSkipped, Station: func(ctx context.Context, s *search, station *plan.Row) ([]signal, error) {
	said, err := skippedByVerdict.Station(ctx, s, station)
	if err != nil {
		return nil, err
	}
	missed, err := s.notVisited(ctx, station)
	return append(said, missed...), err
}}

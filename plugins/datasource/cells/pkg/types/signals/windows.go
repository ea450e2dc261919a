package signals

import (
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// wholeWindows begins the range at the start of the window it begins in: a mean must not change because the range moves on.
func (s *search) wholeWindows(station string, characteristics []string) source.Range {
	length := int64(0)
	for _, name := range characteristics {
		for _, pair := range s.plan.Limits.Strata(station, name) {
			scope := plan.Scope{Product: pair[0], Attributes: plan.ParseStratum(pair[1])}
			at := s.Range.To.UnixNano()
			if row := s.plan.Limits.At(station, name, scope, at); row != nil {
				length = max(length, control.WindowMs(row, s.plan.Characteristics.At(station, name, scope, at)))
			}
		}
	}
	from := s.Range.From
	if length > 0 {
		from = time.UnixMilli(from.UnixMilli() - from.UnixMilli()%length)
	}
	return source.Range{From: from, To: s.Range.To}
}

// approved tells whether any stratum of a characteristic has approved limits at a moment.
func approved(p *plan.Plan, station, characteristic string, ns int64) bool {
	return slices.ContainsFunc(p.Limits.Strata(station, characteristic), func(pair [2]string) bool {
		row := p.Limits.At(station, characteristic, plan.Scope{Product: pair[0], Attributes: plan.ParseStratum(pair[1])}, ns)
		return row != nil && row.Text("status") == "approved"
	})
}

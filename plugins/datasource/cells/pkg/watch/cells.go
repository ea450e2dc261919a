package watch

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Cell is what was measured of one item, as monitors count it.
type Cell struct {
	summary.Stream
	// StartedMs is when its visit began, Ms when it was measured, ReceivedMs when that was stored.
	StartedMs, Ms, ReceivedMs int64
	// Value is as it is judged; none of a verdict. Bad is out of spec, of a verdict not OK.
	Value float64
	Bad   bool
}

// Cells are those that the monitors of a station count of a characteristic ("": of its verdicts) in a stretch of source times, in order.
//
// Errors: more of them than a query may read.
func Cells(ctx context.Context, run *source.Run, p *plan.Plan, station, characteristic string, over source.Range) ([]Cell, error) {
	counting := control.NewCounting(p, station, max(over.To.UnixNano(), p.Begin))
	columns := append(slices.Clone(streamColumns), "started_ms")
	if characteristic != "" {
		columns = append(columns, characteristic)
	}
	aside := run.Aside(over)
	rows, err := aside.Visits(ctx, source.VisitRead{
		Station: station, Columns: columns, Ranges: []source.Range{over}, Choice: counting.Choice(), RunTypes: []string{vocabulary.RunTypeProduction},
	})
	if err != nil {
		return nil, err
	}
	if err := aside.Log.Whole(run.Budget.Rows); err != nil {
		return nil, fmt.Errorf("what station %s measured from %s on: %w", station, over.From.UTC().Format(time.RFC3339), err)
	}
	streamOf, verdict, values := streamsOf(station, rows), rows.Column("verdict"), visit.NumbersOf(rows, characteristic)
	sourceMs, at, number := rows.Column("source_ms"), rows.Column("time"), rows.Column("visit")
	started, received := rows.Column("started_ms"), rows.Column("received_ms")
	var out []Cell
	for row := range rows.Len() {
		if !counting.Counts(table.IntOr(number, row, 1)) {
			continue
		}
		c := Cell{Stream: streamOf(row), Ms: visit.SourceMs(sourceMs, at, row)}
		c.StartedMs, c.ReceivedMs = table.IntOr(started, row, c.Ms), table.IntOr(received, row, c.Ms)
		said := table.TextOr(verdict, row, "")
		ok := said == vocabulary.VerdictOK || said == vocabulary.VerdictNOK
		c.Bad = said == vocabulary.VerdictNOK
		if characteristic != "" {
			ok = false
			if values != nil {
				if c.Value, ok = values.Float(row); ok {
					c.Value, c.Bad, ok = counting.Judged(characteristic, c.Stream, c.Ms, c.Value)
				}
			}
		}
		if ok {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b Cell) int { return cmp.Compare(a.Ms, b.Ms) })
	return out, nil
}

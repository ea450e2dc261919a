package source

import (
	"context"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/retest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// passRank tells how bad a pass of a station is: by its verdict, and by what is wrong with its values. The rows need verdict,
// the characteristics that are judged and what their specs are distinguished by.
func passRank(p *plan.Plan, station string, ns int64, rows *table.Table) func(row int) int {
	judged := control.FindingsOf(p, p.StationRow(station, ns), rows, p.MeasuredAt(station, ns), nil)
	verdicts := rows.Column("verdict")
	return func(row int) int { return retest.Rank(table.TextOr(verdicts, row, ""), len(judged.Row(row)) > 0) }
}

// rankRivals reads what is needed to tell which of the passes that bear one number is the worst: the reader may have asked for
// other columns, and all readers must agree.
func (r *Run) rankRivals(
	ctx context.Context, p *plan.Plan, ns int64, station string, rows *table.Table, rivals [][]int,
) (func(row int) int, error) {
	names := slices.Concat([]string{"cell_id", "item_id", "source_ms", "verdict"}, vocabulary.StratumKeys, plan.NamesOf(p.MeasuredAt(station, ns)))
	of := pointersTo(station, rows, slices.Concat(rivals...))
	tables, err := r.Exactly(ctx, r.Databases.Visits, of, func(string) ([]influx.Column, error) {
		fields, err := r.Fields(ctx, r.Databases.Visits, station)
		return Readable(names, fields), err
	})
	if err != nil {
		return nil, err
	}
	ranks := map[Record]int{}
	if full := tables[station]; full != nil {
		full = WithItemID(full)
		rank := passRank(p, station, ns, full)
		for row := range full.Len() {
			ranks[RecordOf(full, row)] = max(ranks[RecordOf(full, row)], rank(row))
		}
	}
	return func(row int) int { return ranks[RecordOf(rows, row)] }, nil
}

package source

import (
	"context"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/join"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/retest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
)

// passPlaces say where a pass was made: what one machine does at two places at a time are two passes.
var passPlaces = []string{machineColumn, "position", "slot"}

// Passes says which records of a station count, the same for every reader.
type Passes struct {
	*join.Passes
	// Rank is how bad a pass is; all are equal once a person has answered that they bear one number.
	Rank func(row int) int
	// open are the passes that bear one number while nobody has answered.
	open [][]int
}

// Passes tells the passes of a station's records by the plan of a moment; they hold the columns of passColumns, and all others
// if whole.
func (r *Run) Passes(ctx context.Context, p *plan.Plan, ns int64, station string, rows *table.Table, whole bool) (*Passes, error) {
	columns := VisitColumns(p, station, ns, rows, whole)
	found, err := join.FindPasses(rows, columns)
	if err != nil {
		return nil, err
	}
	if met := found.Met(); len(met) > 0 {
		placed, err := r.withMachines(ctx, station, rows, met)
		if err != nil {
			return nil, err
		}
		if found, err = join.FindPasses(placed, columns); err != nil {
			return nil, err
		}
	}
	out := &Passes{Passes: found, Rank: func(int) int { return 0 }}
	if len(found.Rivals) == 0 {
		return out, nil
	}
	if out.open, err = r.unanswered(ctx, p, station, rows, found.Rivals); err != nil || len(out.open) == 0 {
		return out, err
	}
	worst := passRank(p, station, ns, rows)
	if !whole {
		if worst, err = r.rankRivals(ctx, p, ns, station, rows, out.open); err != nil {
			return nil, err
		}
	}
	ranks := map[int]int{}
	for _, row := range slices.Concat(out.open...) {
		ranks[row] = worst(row)
	}
	out.Rank = func(row int) int { return ranks[row] }
	return out, nil
}

// Contested tells whether other passes bear the number of a row, and nobody has answered which of them counts.
func (p *Passes) Contested(row int) bool {
	return slices.ContainsFunc(p.open, func(group []int) bool { return slices.Contains(group, row) })
}

// VisitColumns names the columns that tell the passes of a station apart, by the plan of a moment.
func VisitColumns(p *plan.Plan, station string, ns int64, rows *table.Table, whole bool) join.VisitColumns {
	return join.VisitColumns{
		Key: visit.UnitOf(rows), Number: "visit", Source: "source_ms", Machine: passPlaces, Received: "received_ms", Time: "time",
		Counted: p.CountsPasses(station, ns), Whole: whole,
	}
}

// withRivals keeps, beside a row that is kept, all eligible passes that bear its number.
func (p *Passes) withRivals(keep []bool, eligible func(row int) bool) {
	for _, group := range p.open {
		if slices.ContainsFunc(group, func(row int) bool { return keep[row] }) {
			for _, row := range group {
				keep[row] = eligible(row)
			}
		}
	}
}

// mark adds to the rows what their passes tell: the number of the visit where passes are counted, the records that a row
// replaced, the passes that bear its number, and whether a worse one of those that are eligible decides. A column that would
// be zero everywhere is left out.
func (p *Passes) mark(rows *table.Table, eligible func(row int) bool) *table.Table {
	others, yields := map[int]int64{}, map[int]int64{}
	for _, group := range p.open {
		worst := retest.Worst(group, eligible, p.Rank)
		for _, row := range group {
			others[row] = int64(len(group)) - 1
			if worst >= 0 && row != worst {
				yields[row] = 1
			}
		}
	}
	out := table.New(rows.Name)
	for _, c := range rows.Columns() {
		if c.Name == "visit" && p.Numbers != nil {
			c = countColumn("visit", rows.Len(), func(row int) int64 { return p.Numbers[row] })
		}
		out.Add(c)
	}
	for name, of := range map[string]map[int]int64{visit.ReplacedColumn: p.Replaced, visit.RivalsColumn: others, visit.YieldsColumn: yields} {
		if len(of) > 0 {
			out.Add(countColumn(name, rows.Len(), func(row int) int64 { return of[row] }))
		}
	}
	return out
}

func countColumn(name string, n int, of func(row int) int64) *table.Column {
	c := table.NewColumn(table.Spec{Name: name, Kind: table.Int})
	c.Reserve(n)
	for row := range n {
		c.AppendInt(of(row))
	}
	return c
}

// tellReplaced adds the notice about records that are not shown.
func (p *Passes) tellReplaced(r *Run) {
	replaced := 0
	for _, is := range p.Superseded {
		if is {
			replaced++
		}
	}
	if replaced > 0 {
		r.Notice("Records replaced by a later, differing one of the same item and visit: %d.", replaced)
	}
}

// TellRivals adds the warning about passes that bear one number.
func (p *Passes) TellRivals(r *Run, station string) {
	if len(p.open) > 0 {
		r.Warn("Visits at %s with more than one pass under one number: %d. All stand and the worse one decides, until a person answers.",
			station, len(p.open))
	}
}

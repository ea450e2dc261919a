package events

import (
	"cmp"
	"context"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

const (
	// passedColumn counts the visits that a hold of a machine or station holds.
	passedColumn = "held_visits"
	// mostCounted holds of machines and stations are counted, those that were placed last: each costs a statement.
	mostCounted = 20
)

// passed are, by row, how many visits the holds of machines and stations hold until now; none of a hold where that is not counted.
func passed(ctx context.Context, r *source.Run, p *plan.Plan, rows *table.Table) (map[int]int64, error) {
	counting := []counted{}
	for row := range rows.Len() {
		e := record.EventOf(rows, row).Whole()
		if s, is := passing(p, e, r.Now().UnixNano()); is {
			counting = append(counting, counted{row, e.AtMs, s})
		}
	}
	slices.SortStableFunc(counting, func(a, b counted) int { return cmp.Compare(b.atMs, a.atMs) })
	counting = counting[:min(len(counting), mostCounted)]
	statements := make([]source.Statement, len(counting))
	for i, c := range counting {
		statements[i] = c.statement
	}
	results, err := r.ReadMany(ctx, r.Databases.Visits, statements)
	if err != nil {
		return nil, err
	}
	counts := map[int]int64{}
	for i, c := range counting {
		counts[c.row] = 0
		for _, series := range results[i].Series {
			counts[c.row] += table.IntOr(series.Rows.Column("visit"), 0, 0)
		}
	}
	return counts, nil
}

// counted is a hold whose visits are counted.
type counted struct {
	row       int
	atMs      int64
	statement source.Statement
}

// passing counts what passes the machine or station of a hold in its window; false of a hold on anything else.
func passing(p *plan.Plan, e record.Event, nowNs int64) (source.Statement, bool) {
	station, equipment := e.Station, e.Equipment
	switch e.TargetType {
	case "station":
		station = e.TargetID
	case record.TargetEquipment:
		if machine, known := p.MachineFor(e.Site, equipment, "", nowNs); station == "" && known && machine.ID == equipment {
			station = machine.Station
		}
	default:
		return source.Statement{}, false
	}
	from, to := cmp.Or(e.FromMs, e.AtMs)*1e6, nowNs
	if e.ToMs > 0 {
		to = min(to, e.ToMs*1e6+1e6)
	}
	s := source.Statement{
		From: station, Columns: []source.Column{source.Field("visit", table.Int)}, Reduce: "count", Range: source.Span{From: from, To: to},
		Where: []source.Condition{{Column: source.Tag("site"), Operator: "=", Values: []any{e.Site}}},
	}
	if equipment != "" {
		s.Where = append(s.Where, source.Condition{Column: source.Tag("equipment"), Operator: "=", Values: []any{equipment}})
	}
	if e.Position != "" {
		s.Where = append(s.Where, source.Condition{Column: source.Field("position", table.Text), Operator: "=", Values: []any{e.Position}})
	}
	return s, p.StationRow(station, max(nowNs, p.Begin)) != nil && from < to
}

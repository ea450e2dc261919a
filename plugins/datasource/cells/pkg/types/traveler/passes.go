package traveler

import (
	"context"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
)

// staysOf are the records of the item at a station, of what the index led to: those that do not count are kept and marked.
func (t *traveler) staysOf(ctx context.Context, station string, rows *table.Table) ([]*stay, error) {
	rows = source.WithUnits(source.WithItemID(rows), t.plan.RecordedItem(station, t.Now().UnixNano()))
	ids := rows.Column(visit.IDColumn)
	rows = rows.Filter(func(row int) bool { return table.TextOr(ids, row, "") == t.id })
	fields, err := t.Fields(ctx, t.Databases.Visits, station)
	if err != nil {
		return nil, err
	}
	t.TellUnreadable(t.plan, station, t.Now().UnixNano(), fields, nil)
	void, err := t.Voids(ctx)
	if err != nil {
		return nil, err
	}
	var out []*stay
	counting := rows
	if strikes := void.Strikes(station, rows); strikes != nil {
		for row := range rows.Len() {
			if strikes(row) {
				s := stayOf(station, rows, row)
				s.superseded = true
				out = append(out, s)
			}
		}
		counting = rows.Filter(func(row int) bool { return !strikes(row) })
	}
	found, err := t.Passes(ctx, t.plan, t.Now().UnixNano(), station, counting, true)
	if err != nil {
		return nil, err
	}
	found.TellRivals(t.Run, station)
	for row := range counting.Len() {
		if found.Repeated[row] {
			continue // the same message, stored under both rules for times
		}
		s := stayOf(station, counting, row)
		s.superseded, s.number, s.rank = found.Superseded[row], found.Number(row), found.Rank(row)
		s.contested, s.replaced = found.Contested(row), found.Replaced[row]
		out = append(out, s)
	}
	return out, nil
}

func stayOf(station string, rows *table.Table, row int) *stay {
	s := &stay{station: station, rows: rows, row: row, number: table.IntOr(rows.Column("visit"), row, 1)}
	s.sourceMs = visit.SourceMs(rows.Column("source_ms"), rows.Column("time"), row)
	s.startedMs = min(table.MsOr(rows.Column("started_ms"), row, s.sourceMs), s.sourceMs)
	return s
}

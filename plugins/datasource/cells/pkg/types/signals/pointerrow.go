package signals

import (
	"context"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// rowsAt reads the rows that pointers into a station may lead to, and gives the pointers that are left to judge by them: all, by
// what the station stored between the first and the last of them; where the search names items, those that lead to no record of
// theirs, each by the rows at its time.
func (s *search) rowsAt(ctx context.Context, station string, pointers []indexed) (*table.Table, []indexed, error) {
	fields, err := s.Fields(ctx, s.Databases.Visits, station)
	if err != nil || len(fields) == 0 {
		return source.EmptyVisits(station), pointers, err
	}
	first, last := pointers[0].At, pointers[0].At
	for _, p := range pointers {
		first, last = min(first, p.At), max(last, p.At)
	}
	columns := source.Readable(append([]string{"cell_id", "item_id"}, vocabulary.VisitTags...), fields)
	statement := source.Statement{From: station, Columns: columns, Range: source.Span{From: first, To: last + 1}}
	named := s.query.filters.For(station)
	named.Narrow(&statement, fields)
	results, err := s.Read(ctx, s.Databases.Visits, statement)
	if err != nil {
		return nil, nil, err
	}
	rows := source.EmptyVisits(station)
	for _, series := range results[0].Series {
		rows = source.WithItemID(series.Rows)
	}
	if named.Items() == nil {
		return rows, pointers, nil
	}
	at := source.ByTime(map[string]*table.Table{station: rows})
	var left []indexed
	var leading []source.Pointer
	for _, p := range pointers {
		if at.Misleads(p.Pointer, rows, p.names(rows)) != "" {
			left, leading = append(left, p), append(leading, p.Pointer)
		}
	}
	if len(left) == 0 {
		return rows, nil, nil
	}
	tables, err := s.Exactly(ctx, s.Databases.Visits, leading, func(string) ([]source.Column, error) { return columns, nil })
	if err != nil || tables[station] == nil {
		return source.EmptyVisits(station), left, err
	}
	return source.WithItemID(tables[station]), left, nil
}

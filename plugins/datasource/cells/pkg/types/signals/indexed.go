package signals

import (
	"context"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// indexed is a pointer and the item that it is a pointer of.
type indexed struct {
	source.Pointer
	item string
}

// names tells which rows name the pointer's item.
func (p indexed) names(rows *table.Table) func(row int) bool {
	ids := rows.Column(visit.IDColumn)
	return func(row int) bool { return table.TextOr(ids, row, "") == p.item }
}

// withoutIndex says that nothing can be looked up: not that nothing would be found.
func withoutIndex(r *source.Run) error {
	return source.Mistake("database %s is missing, which holds the index of items: no item can be looked up; see whether Telegraf writes to it", r.Databases.Index)
}

// pointers finds items by their IDs.
func (s *search) pointers(ctx context.Context, lookups ...source.Lookup) (map[string][]source.Pointer, error) {
	found, err := s.Pointers(ctx, s.plan, lookups...)
	if err == nil && found == nil {
		err = withoutIndex(s.Run)
	}
	return found, err
}

// pointersIn are the pointers into stations of some time, of the items that filters name, by station.
func pointersIn(ctx context.Context, r *source.Run, p *plan.Plan, over []source.Range, stations []string, filters source.Filters) (map[string][]indexed, error) {
	items := source.Field("item_id", table.Text)
	s := source.Statement{From: vocabulary.MeasurementItemIndex, Columns: []source.Column{items, source.Field("key", table.Text), source.Field("at", table.Int)}}
	if named := filters.Items(); named != nil && len(named) <= source.FewItems {
		s.Where = []source.Condition{{Column: source.Tag("bucket"), Operator: "=", Values: source.AnyValues(source.BucketsOf(p, named))}}
	}
	filters.NarrowTo(&s, items)
	var statements []source.Statement
	for _, span := range over {
		s.Range = source.Span{From: span.From.UnixNano(), To: span.To.UnixNano()}
		statements = append(statements, s)
	}
	results, err := r.Read(ctx, r.Databases.Index, statements...)
	if source.DatabaseMissing(err) {
		return nil, withoutIndex(r)
	}
	if err != nil {
		return nil, err
	}
	out := map[string][]indexed{}
	for _, result := range results {
		for _, series := range result.Series {
			item, key, at := series.Rows.Column("item_id"), series.Rows.Column("key"), series.Rows.Column("at")
			for row := range series.Rows.Len() {
				ns, ok := at.Int(row)
				to, parsed := source.ParsePointer(table.TextOr(key, row, ""), ns)
				if ok && parsed && slices.Contains(stations, to.Measurement) && (len(r.Sites) == 0 || slices.Contains(r.Sites, to.Site)) {
					out[to.Measurement] = append(out[to.Measurement], indexed{to, table.TextOr(item, row, "")})
				}
			}
		}
	}
	return out, nil
}

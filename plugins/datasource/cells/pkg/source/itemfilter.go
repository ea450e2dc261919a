package source

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
)

// FewItems is up to how many values a filter is a condition of InfluxDB's, which compares every row with every value:
// more are a set that rows are looked up in as they are read.
const FewItems = 10

// Narrow limits the reading to items named by `=` or `=|`, in the statement's conditions or while its answer is read.
func (fs Filters) Narrow(s *influx.Statement, fields []influx.FieldKey) {
	id, ok := VisitColumn("cell_id", fields)
	if other, isItem := VisitColumn("item_id", fields); isItem && ok {
		return // a station with both kinds of items is filtered after reading
	} else if isItem {
		id = other
	}
	fs.NarrowTo(s, id)
}

// NarrowTo is Narrow for rows that name their item in this column.
func (fs Filters) NarrowTo(s *influx.Statement, id influx.Column) {
	for _, f := range fs {
		switch {
		case !f.names():
		case len(f.Texts) <= FewItems:
			s.Where = append(s.Where, influx.Condition{Column: id, Operator: "=", Values: AnyValues(f.Texts)})
		case s.Among == nil || f.set.Len() < s.Among.Len():
			s.Among = f.set
		}
	}
	if s.Among != nil {
		s.First(id)
	}
}

// names tells that a filter names the items that pass it.
func (f CompiledFilter) names() bool {
	return f.Key == visit.IDColumn && !f.Negative && f.pattern == nil && len(f.Texts) > 0
}

// Items are the items of the filter that names the fewest; nil where none names any.
func (fs Filters) Items() []string {
	var out []string
	for _, f := range fs {
		if f.names() && (out == nil || len(f.Texts) < len(out)) {
			out = f.Texts
		}
	}
	return out
}

// OnlyItems is the filter that these items pass, however many they are.
func OnlyItems(items []string) CompiledFilter {
	f := CompiledFilter{Filter: Filter{Key: visit.IDColumn, Operator: "=|"}, Texts: items}
	if len(items) > FewItems {
		f.set = influx.NewTexts(items)
	}
	return f
}

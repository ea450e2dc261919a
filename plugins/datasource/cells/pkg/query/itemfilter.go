package query

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
)

// fewItems is up to how many values a filter is a condition of InfluxDB's, which compares every row with every value:
// more are a set that rows are looked up in as they are read.
const fewItems = 10

// narrow limits the reading to items named by `=` or `=|`, in the statement's conditions or while its answer is read.
func (fs Filters) narrow(s *influx.Statement, fields []influx.FieldKey) {
	id, ok := visitColumn("cell_id", fields)
	if other, isItem := visitColumn("item_id", fields); isItem && ok {
		return // a station with both kinds of items is filtered after reading
	} else if isItem {
		id = other
	}
	fs.narrowTo(s, id)
}

// narrowTo is narrow for rows that name their item in this column.
func (fs Filters) narrowTo(s *influx.Statement, id influx.Column) {
	for _, f := range fs {
		switch {
		case !f.names():
		case len(f.texts) <= fewItems:
			s.Where = append(s.Where, influx.Condition{Column: id, Operator: "=", Values: anyValues(f.texts)})
		case s.Among == nil || f.set.Len() < s.Among.Len():
			s.Among = f.set
		}
	}
	if s.Among != nil {
		s.First(id)
	}
}

// names tells that a filter names the items that pass it.
func (f compiledFilter) names() bool {
	return f.Key == idColumn && !f.negative && f.pattern == nil && len(f.texts) > 0
}

// items are the items of the filter that names the fewest; nil where none names any.
func (fs Filters) items() []string {
	var out []string
	for _, f := range fs {
		if f.names() && (out == nil || len(f.texts) < len(out)) {
			out = f.texts
		}
	}
	return out
}

// onlyItems is the filter that these items pass, however many they are.
func onlyItems(items []string) compiledFilter {
	f := compiledFilter{Filter: Filter{Key: idColumn, Operator: "=|"}, texts: items}
	if len(items) > fewItems {
		f.set = influx.NewTexts(items)
	}
	return f
}

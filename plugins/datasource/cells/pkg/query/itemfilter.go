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
	for _, f := range fs {
		switch {
		case f.Key != idColumn || f.negative || f.pattern != nil || len(f.texts) == 0:
		case len(f.texts) <= fewItems:
			s.Where = append(s.Where, influx.Condition{Column: id, Operator: "=", Values: anyValues(f.texts)})
		case s.Among == nil || len(f.set) < len(s.Among):
			s.Among = f.set
		}
	}
	if s.Among != nil {
		s.First(id)
	}
}

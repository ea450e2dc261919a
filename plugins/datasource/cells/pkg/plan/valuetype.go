package plan

import "github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"

// ValueType is what the values of a characteristic are.
type ValueType string

// The types of values. A count and a boolean (1 or 0) are stored as floats like a number, only a text as text.
const (
	TypeNumber  ValueType = "number"
	TypeCount   ValueType = "count"
	TypeBoolean ValueType = "boolean"
	TypeText    ValueType = "text"
)

// ValueType is the type of a characteristic's values; a row written before types were stated is one of numbers, and so is
// no row at all.
func (r *Row) ValueType() ValueType {
	if r != nil {
		if t := ValueType(r.Text("type")); t != "" {
			return t
		}
	}
	return TypeNumber
}

// Kind is the kind of column that holds values of the type.
func (t ValueType) Kind() table.Kind {
	if t == TypeText {
		return table.Text
	}
	return table.Float
}

package source

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// What is asked of InfluxDB, and what it answers, for those who stand above this door. All rows that a query answers are
// read through Run.Read, which adds the sites that may be read; lists of tags and fields, the plan and the health check have
// methods of their own.
type (
	Statement = influx.Statement
	Column    = influx.Column
	Condition = influx.Condition
	FieldKey  = influx.FieldKey
	Result    = influx.Result
	Series    = influx.Series
	// Span is a half-open range of times of rows, in ns.
	Span = influx.Range
)

// MaxStatements is how many statements InfluxDB answers at a time.
const MaxStatements = influx.MaxStatements

// Tag is a column of a tag.
func Tag(name string) Column { return influx.Tag(name) }

// Field is a column of a field of a kind.
func Field(name string, kind table.Kind) Column { return influx.Field(name, kind) }

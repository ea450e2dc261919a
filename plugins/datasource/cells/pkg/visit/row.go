// Package visit reads what every row of visits tells: its item, number, time and run type. Pure.
package visit

import (
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// NumbersOf is the column of a characteristic's values; nil when the rows have none.
func NumbersOf(rows *table.Table, name string) *table.Column {
	if c := rows.Column(name); c != nil && c.Kind == table.Float {
		return c
	}
	return nil
}

// UnitOf names the column of what has visits of its own.
func UnitOf(rows *table.Table) string {
	if rows.Column(UnitColumn) != nil {
		return UnitColumn
	}
	return IDColumn
}

// RunTypeOf is the run type of a row, production where it states none.
func RunTypeOf(c *table.Column, row int) string {
	if c != nil {
		if v, ok := c.Text(row); ok && v != "" {
			return v
		}
	}
	return vocabulary.RunTypeProduction
}

// SourceMs is the time that users see; rows of other writers that lack it are placed by the time of the row.
func SourceMs(source, at *table.Column, row int) int64 {
	if source != nil {
		if v, ok := source.Int(row); ok {
			return v
		}
	}
	ns, _ := at.Int(row)
	return ns / int64(time.Millisecond)
}

// Number is the number of a visit, 1 where it states none.
func Number(c *table.Column, row int) int64 {
	if v, ok := c.Int(row); ok {
		return v
	}
	return 1
}

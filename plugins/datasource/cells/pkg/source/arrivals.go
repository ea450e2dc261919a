package source

import (
	"iter"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

const (
	// arrivedField is the source minute of what was stored, pastField that of records that only tell what was: of one row either or both.
	arrivedField = "minute"
	pastField    = "past"
)

// Arrived is the column of arrivals by which news is found, and Past that of what is none.
func Arrived() Column { return Field(arrivedField, table.Int) }

// Past is the column of the minutes of records that only tell what was.
func Past() Column { return Field(pastField, table.Int) }

// ArrivedMinutes are the source minutes (Unix time / 60 s) of rows of arrivals, each with its row.
func ArrivedMinutes(rows *table.Table) iter.Seq2[int, int64] {
	columns := []*table.Column{rows.Column(arrivedField), rows.Column(pastField)}
	return func(yield func(int, int64) bool) {
		for row := range rows.Len() {
			for _, c := range columns {
				if c == nil {
					continue
				}
				if m, is := c.Int(row); is && !yield(row, m) {
					return
				}
			}
		}
	}
}

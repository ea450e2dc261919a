package source

import (
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
)

// machineColumn holds, for the rows that it matters for, site, line and equipment in one text: few records need them to be
// told apart, and reading three tags of every visit would cost more than all else.
const machineColumn = "\x00machine"

// Record names a row by its exact time and item.
type Record struct {
	NS   int64
	Item string
}

// RecordOf names the record of a row.
func RecordOf(rows *table.Table, row int) Record {
	ns, _ := rows.Column("time").Int(row)
	return Record{ns, table.TextOr(rows.Column(visit.IDColumn), row, "")}
}

// pointersTo are pointers to rows of a station, whatever their series.
func pointersTo(station string, rows *table.Table, of []int) []Pointer {
	var out []Pointer
	seen := map[int64]bool{}
	for _, row := range of {
		if ns := RecordOf(rows, row).NS; !seen[ns] {
			seen[ns] = true
			out = append(out, Pointer{Measurement: station, At: ns})
		}
	}
	return out
}

func machineOf(rows *table.Table, row int) string {
	var parts []string
	for _, tag := range visit.EquipmentTags {
		parts = append(parts, table.TextOr(rows.Column(tag), row, ""))
	}
	return strings.Join(parts, "|")
}

package source

import (
	"strconv"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
)

// itemRoll is the item of stations that measure a web stretch by stretch.
const itemRoll = "roll"

// WithUnits adds, to rows of a station that works on rolls, the key of what has visits of its own there: each stretch is
// measured once, and its visit numbers it along the web. A station outside the plan does so when its records bear a place on a web.
func WithUnits(rows *table.Table, item string) *table.Table {
	lane, from, visits := rows.Column("lane"), rows.Column("from_m"), rows.Column("visit")
	if item != itemRoll && (item != "" || (lane == nil && from == nil)) {
		return rows
	}
	key := table.NewColumn(table.Spec{Name: visit.UnitColumn, Kind: table.Text})
	id := rows.Column(visit.IDColumn)
	for row := range rows.Len() {
		item := table.TextOr(id, row, "")
		if item == "" {
			key.AppendMissing()
			continue
		}
		place := ""
		if m, ok := table.FloatAt(from, row); ok {
			place = strconv.FormatFloat(m, 'f', -1, 64)
		}
		number := strconv.FormatInt(table.IntOr(visits, row, 1), 10)
		key.AppendText(item + "\x00" + number + "\x00" + table.TextOr(lane, row, "") + "\x00" + place)
	}
	out := table.New(rows.Name)
	for _, c := range rows.Columns() {
		out.Add(c)
	}
	out.Add(key)
	return out
}

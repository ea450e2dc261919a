package query

import (
	"cmp"
	"strconv"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// itemRoll is the item of stations that measure a web stretch by stretch.
const itemRoll = "roll"

// withUnits adds, to rows of a station that works on rolls, the key of what has visits of its own there: each stretch is
// measured once, and its visit numbers it along the web. A station outside the plan does so when its records bear a place on a web.
func withUnits(rows *table.Table, item string) *table.Table {
	lane, from, visit := rows.Column("lane"), rows.Column("from_m"), rows.Column("visit")
	if item != itemRoll && (item != "" || (lane == nil && from == nil)) {
		return rows
	}
	key := table.NewColumn(table.Spec{Name: unitColumn, Kind: table.Text})
	id := rows.Column(idColumn)
	for row := range rows.Len() {
		item := textOr(id, row, "")
		if item == "" {
			key.AppendMissing()
			continue
		}
		place := ""
		if m, ok := floatAt(from, row); ok {
			place = strconv.FormatFloat(m, 'f', -1, 64)
		}
		number := strconv.FormatInt(intOr(visit, row, 1), 10)
		key.AppendText(item + "\x00" + number + "\x00" + textOr(lane, row, "") + "\x00" + place)
	}
	out := table.New(rows.Name)
	for _, c := range rows.Columns() {
		out.Add(c)
	}
	out.Add(key)
	return out
}

// recordedItem is the item of a station in the plan, "" when the plan does not know it.
func (p *Plan) recordedItem(station string, ns int64) string {
	if row := p.stationRow(station, ns); row != nil {
		return cmp.Or(row.Text("item"), "cell")
	}
	return ""
}

package source

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
)

// EmptyVisits has the columns that every reader of visits relies on.
func EmptyVisits(station string) *table.Table {
	return table.New(station,
		table.Spec{Name: "time", Kind: table.Time},
		table.Spec{Name: visit.IDColumn, Kind: table.Text},
		table.Spec{Name: "visit", Kind: table.Int},
		table.Spec{Name: "source_ms", Kind: table.Int},
		table.Spec{Name: "received_ms", Kind: table.Int},
	)
}

// WithItemID gives stations that work on rolls, trays or packs the same column of items as all others, and rows of
// foreign writers the columns they lack.
func WithItemID(rows *table.Table) *table.Table {
	out := table.New(rows.Name)
	cells, items := rows.Column("cell_id"), rows.Column("item_id")
	for _, c := range rows.Columns() {
		if c != cells && c != items {
			out.Add(c)
		}
	}
	switch {
	case cells == nil && items != nil:
		out.Add(table.Renamed(items, table.Spec{Name: visit.IDColumn, Kind: table.Text}))
	case cells != nil && items != nil:
		both := table.NewColumn(table.Spec{Name: visit.IDColumn, Kind: table.Text})
		for row := range rows.Len() {
			from := cells
			if cells.Missing(row) {
				from = items
			}
			both.AppendFrom(from, row)
		}
		out.Add(both)
	case cells != nil:
		out.Add(cells)
	}
	for _, c := range EmptyVisits("").Columns() {
		if out.Column(c.Name) == nil {
			out.Add(table.NewMissing(c.Spec, rows.Len()))
		}
	}
	return out
}

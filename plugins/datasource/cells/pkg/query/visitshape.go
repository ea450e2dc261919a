package query

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// emptyVisits has the columns that every reader of visits relies on.
func emptyVisits(station string) *table.Table {
	return table.New(station,
		table.Spec{Name: "time", Kind: table.Time},
		table.Spec{Name: idColumn, Kind: table.Text},
		table.Spec{Name: "visit", Kind: table.Int},
		table.Spec{Name: "source_ms", Kind: table.Int},
		table.Spec{Name: "received_ms", Kind: table.Int},
	)
}

// withItemID gives stations that work on rolls, trays or packs the same column of items as all others, and rows of
// foreign writers the columns they lack.
func withItemID(rows *table.Table) *table.Table {
	out := table.New(rows.Name)
	cells, items := rows.Column("cell_id"), rows.Column("item_id")
	for _, c := range rows.Columns() {
		if c != cells && c != items {
			out.Add(c)
		}
	}
	switch {
	case cells == nil && items != nil:
		out.Add(renamed(items, table.Spec{Name: idColumn, Kind: table.Text}))
	case cells != nil && items != nil:
		both := table.NewColumn(table.Spec{Name: idColumn, Kind: table.Text})
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
	for _, c := range emptyVisits("").Columns() {
		if out.Column(c.Name) == nil {
			out.Add(table.NewMissing(c.Spec, rows.Len()))
		}
	}
	return out
}

// concat puts the rows of several answers to one statement under each other.
func concat(parts []*table.Table) *table.Table {
	if len(parts) == 1 {
		return parts[0]
	}
	out := table.New(parts[0].Name)
	for i, c := range parts[0].Columns() {
		all := table.NewColumn(c.Spec)
		for _, part := range parts {
			from := part.Columns()[i]
			for row := range from.Len() {
				all.AppendFrom(from, row)
			}
		}
		out.Add(all)
	}
	return out
}

// renamed shares a column's values under another name; answers may be shared with other queries and are never changed.
func renamed(c *table.Column, spec table.Spec) *table.Column {
	out := *c
	out.Spec = spec
	return &out
}

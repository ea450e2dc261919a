package source

import (
	"maps"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// withTags are the rows of a series, with the tags that it was grouped by as columns.
func withTags(series *Series) *table.Table {
	if len(series.Tags) == 0 {
		return series.Rows
	}
	out := table.New(series.Rows.Name)
	for _, c := range series.Rows.Columns() {
		if _, grouped := series.Tags[c.Name]; !grouped {
			out.Add(c)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(series.Tags)) {
		value := series.Tags[name]
		c := table.NewColumn(table.Spec{Name: name, Kind: table.Text})
		for range series.Rows.Len() {
			if value == "" {
				c.AppendMissing()
			} else {
				c.AppendText(value)
			}
		}
		out.Add(c)
	}
	return out
}

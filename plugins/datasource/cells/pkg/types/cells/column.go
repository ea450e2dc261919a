package cells

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
)

// visitTime is the source time of a station's visit, missing where there was none.
func visitTime(rows *table.Table, station string) *table.Column {
	out := table.NewColumn(table.Spec{Name: station + ".time", Kind: table.Time})
	ms, at := rows.Column(station+".source_ms"), rows.Column(station+".time")
	for row := range rows.Len() {
		if at == nil || at.Missing(row) {
			out.AppendMissing()
			continue
		}
		out.AppendInt(visit.SourceMs(ms, at, row) * 1e6)
	}
	return out
}

func orMissing(rows *table.Table, name string, spec table.Spec) *table.Column {
	if c := rows.Column(name); c != nil {
		return table.Renamed(c, spec)
	}
	return table.NewMissing(spec, rows.Len())
}

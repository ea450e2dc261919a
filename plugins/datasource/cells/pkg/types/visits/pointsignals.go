package visits

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
)

// pointSignals is the frame of single values that met a rule, in the order of the rows.
func (q *Query) pointSignals(p *plan.Plan, rows *table.Table, characteristics []string) *table.Table {
	out := table.New("point-signals",
		table.Spec{Name: "time", Kind: table.Time, Required: true},
		table.Spec{Name: "cell_id", Kind: table.Text},
		table.Spec{Name: "visit", Kind: table.Text},
		table.Spec{Name: "characteristic", Kind: table.Text, Required: true},
		table.Spec{Name: "stratum", Kind: table.Text, Required: true},
		table.Spec{Name: "rule", Kind: table.Text, Required: true},
		table.Spec{Name: "detail", Kind: table.Text, Required: true},
	)
	columns := out.Columns()
	ids, number := rows.Column(visit.IDColumn), rows.Column("visit")
	source, at := rows.Column("source_ms"), rows.Column("time")
	shown := control.StrataOf(rows, q.Strata)
	for _, name := range characteristics {
		values := rows.Column(name)
		if values == nil || values.Kind != table.Float {
			continue
		}
		judge := control.Judge(p, q.Station, name, rows)
		for row := range rows.Len() {
			value, ok := values.Float(row)
			if !ok {
				continue
			}
			ms := visit.SourceMs(source, at, row)
			for _, h := range judge.Standard(row, ms*1e6).Hits(value) {
				_, stratum := control.SplitKey(string(shown.Key(row)))
				columns[0].AppendInt(ms * 1e6)
				columns[1].AppendFrom(ids, row)
				table.AppendIntText(columns[2], number, row)
				columns[3].AppendText(name)
				columns[4].AppendText(stratum)
				columns[5].AppendText(h.Rule)
				columns[6].AppendText(h.Detail)
			}
		}
	}
	return out
}

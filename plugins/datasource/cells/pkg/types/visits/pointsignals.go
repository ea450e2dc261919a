package visits

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
)

// pointSignals is the frame of values that met a rule of the spec or the gauge, and of points that met one of the plan's chart, each at
// the row that completed it, in the order of the rows. ns is the moment by whose plan characteristics are charted.
func (q *Query) pointSignals(p *plan.Plan, rows *table.Table, characteristics []string, ns int64) *table.Table {
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
		judge := control.NewJudge(p, q.Station, name, rows)
		ofCharts := control.Charted(p, q.Station, name, rows, ns)
		tell := func(row int, rule, detail string) {
			_, stratum := control.SplitKey(string(shown.Key(row)))
			columns[0].AppendInt(visit.SourceMs(source, at, row) * 1e6)
			columns[1].AppendFrom(ids, row)
			table.AppendIntText(columns[2], number, row)
			columns[3].AppendText(name)
			columns[4].AppendText(stratum)
			columns[5].AppendText(rule)
			columns[6].AppendText(detail)
		}
		for row := range rows.Len() {
			if value, ok := values.Float(row); ok {
				for _, hit := range judge.Standard(row, visit.SourceMs(source, at, row)*1e6).Hits(value) {
					tell(row, hit.Rule, hit.Detail)
				}
			}
			for len(ofCharts) > 0 && ofCharts[0].Row == row {
				tell(row, ofCharts[0].Rule, ofCharts[0].Detail)
				ofCharts = ofCharts[1:]
			}
		}
	}
	return out
}

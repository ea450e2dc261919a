package visits

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// pointSignals is the frame of values that met a rule of the spec or the gauge, and of points that met one of the plan's chart, each at
// the row that completed it, in the order of the rows. ns is the moment by whose plan characteristics are charted.
func (q *Query) pointSignals(p *plan.Plan, rows *table.Table, characteristics []string, ns int64) *table.Table {
	out := table.New(vocabulary.FramePointSignals)
	for _, name := range vocabulary.PointSignalColumns {
		out.Add(table.NewColumn(pointSignalSpec(name)))
	}
	column := out.Column
	moments, cells, visits := column("time"), column("cell_id"), column("visit")
	about, strata, rules, details := column("characteristic"), column("stratum"), column("rule"), column("detail")
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
			moments.AppendInt(visit.SourceMs(source, at, row) * 1e6)
			cells.AppendFrom(ids, row)
			table.AppendIntText(visits, number, row)
			about.AppendText(name)
			strata.AppendText(stratum)
			rules.AppendText(rule)
			details.AppendText(detail)
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

// pointSignalSpec is a column of the frame: a value has no cell or visit where its station stores none.
func pointSignalSpec(name string) table.Spec {
	spec := table.Spec{Name: name, Kind: table.Text, Required: name != "cell_id" && name != "visit"}
	if name == "time" {
		spec.Kind = table.Time
	}
	return spec
}

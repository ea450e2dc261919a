package visits

import (
	"slices"
	"strconv"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Attributes are the columns after the values, of a station with these lots.
func (q *Query) Attributes(lots []string) []string {
	all := slices.Concat(vocabulary.ShownVisitColumns, lots)
	if len(q.Columns) == 0 {
		return all
	}
	for _, name := range q.Columns {
		if !slices.Contains(all, name) {
			all = append(all, name) // a lot that the station never stored
		}
	}
	return slices.DeleteFunc(all, func(name string) bool { return !slices.Contains(q.Columns, name) })
}

// reads are the columns to read for that: limits and signals depend on more than a frame of few columns shows.
func (q *Query) reads(lots []string) []string {
	if len(q.Include) > 0 {
		return slices.Concat(vocabulary.ShownVisitColumns, lots)
	}
	return q.Attributes(lots)
}

// Table gives the rows the columns of the frame: time and cell, the values, then what else a visit says.
func (q *Query) Table(run *source.Run, p *plan.Plan, rows *table.Table, lots, characteristics []string) *table.Table {
	out := table.New(vocabulary.FrameVisits)
	out.Add(visitColumn(run, rows, "time"))
	out.Add(visitColumn(run, rows, visit.IDColumn))
	for _, name := range characteristics {
		out.Add(valueColumn(run, p, q.Station, name, rows))
	}
	for _, name := range q.Attributes(lots) {
		out.Add(visitColumn(run, rows, name))
	}
	return out
}

// visitUnit tells panels what has visits of its own, where it is not the item.
type visitUnit struct {
	Unit string `json:"unit"`
}

// unitStretch: visits number the stretches of a roll, and none of them repeats another.
const unitStretch = "stretch"

// DescribeUnit tells panels what has visits of its own, where it is not the item.
func DescribeUnit(frame *data.Frame, rows *table.Table) {
	if rows.Column(visit.UnitColumn) != nil {
		frame.Meta.Custom = visitUnit{Unit: unitStretch}
	}
}

func visitColumn(r *source.Run, rows *table.Table, name string) *table.Column {
	source := rows.Column(name)
	switch {
	case name == "time":
		out := table.NewColumn(table.Spec{Name: name, Kind: table.Time, Required: true})
		out.Reserve(rows.Len())
		ms, at := rows.Column("source_ms"), rows.Column("time")
		for row := range rows.Len() {
			out.AppendInt(visit.SourceMs(ms, at, row) * 1e6)
		}
		return out
	case name == "started_ms":
		return table.MsAsTime(source, name, rows.Len())
	case name == "superseded":
		replaced := rows.Column(visit.ReplacedColumn)
		out := table.NewColumn(table.Spec{Name: name, Kind: table.Text})
		out.Reserve(rows.Len())
		for row := range rows.Len() {
			out.AppendText(strconv.FormatInt(table.IntOr(replaced, row, 0), 10))
		}
		return out
	case source == nil || r.People.Hides(name):
		return table.NewMissing(table.Spec{Name: name, Kind: table.Text}, rows.Len())
	case source.Kind == table.Int:
		return table.IntsAsText(source, name)
	default:
		return table.Renamed(source, table.Spec{Name: name, Kind: table.Text})
	}
}

package query

import (
	"slices"
	"strconv"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

const visitsFrame = "visits"

// visitColumns are the columns of the frame that follow time, cell_id and the values; the lots of materials come last.
var visitColumns = []string{
	"visit", "verdict", "run_type", "site", "line", "equipment", "product", "position", "slot",
	"operator", "shift", "recipe", "recipe_version", "work_order", "carrier", "started_ms", "superseded",
}

func (q *visitsQuery) checkColumns() error {
	for _, name := range q.Columns {
		if err := checkName("column", name); err != nil {
			return err
		}
		if !slices.Contains(visitColumns, name) && !isLot(name) {
			return userErrorf("column %q is unknown; use some of %s or lot_<material>, and name values in characteristics",
				name, strings.Join(visitColumns, ", "))
		}
	}
	return nil
}

// attributes are the columns after the values, of a station with these lots.
func (q *visitsQuery) attributes(lots []string) []string {
	all := slices.Concat(visitColumns, lots)
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
func (q *visitsQuery) reads(lots []string) []string {
	if len(q.Include) > 0 {
		return slices.Concat(visitColumns, lots)
	}
	return q.attributes(lots)
}

// table gives the rows the columns of the frame: time and cell, the values, then what else a visit says.
func (q *visitsQuery) table(run *Run, p *Plan, rows *table.Table, lots, characteristics []string) *table.Table {
	out := table.New(visitsFrame)
	out.Add(run.visitColumn(rows, "time"))
	out.Add(run.visitColumn(rows, idColumn))
	for _, name := range characteristics {
		out.Add(run.valueColumn(p, q.Station, name, rows))
	}
	for _, name := range q.attributes(lots) {
		out.Add(run.visitColumn(rows, name))
	}
	return out
}

// visitUnit tells panels what has visits of its own, where it is not the item.
type visitUnit struct {
	Unit string `json:"unit"`
}

// unitStretch: visits number the stretches of a roll, and none of them repeats another.
const unitStretch = "stretch"

func describeUnit(frame *data.Frame, rows *table.Table) {
	if rows.Column(unitColumn) != nil {
		frame.Meta.Custom = visitUnit{Unit: unitStretch}
	}
}

func (r *Run) visitColumn(rows *table.Table, name string) *table.Column {
	source := rows.Column(name)
	switch {
	case name == "time":
		out := table.NewColumn(table.Spec{Name: name, Kind: table.Time, Required: true})
		out.Reserve(rows.Len())
		ms, at := rows.Column("source_ms"), rows.Column("time")
		for row := range rows.Len() {
			out.AppendInt(sourceMs(ms, at, row) * 1e6)
		}
		return out
	case name == "started_ms":
		return msAsTime(source, name, rows.Len())
	case name == "superseded":
		replaced := rows.Column(replacedColumn)
		out := table.NewColumn(table.Spec{Name: name, Kind: table.Text})
		out.Reserve(rows.Len())
		for row := range rows.Len() {
			out.AppendText(strconv.FormatInt(intOr(replaced, row, 0), 10))
		}
		return out
	case source == nil || r.people.hides(name):
		return table.NewMissing(table.Spec{Name: name, Kind: table.Text}, rows.Len())
	case source.Kind == table.Int:
		return intsAsText(source, name)
	default:
		return renamed(source, table.Spec{Name: name, Kind: table.Text})
	}
}

// msAsTime reads milliseconds as an instant: core panels would draw a number.
func msAsTime(source *table.Column, name string, n int) *table.Column {
	out := table.NewColumn(table.Spec{Name: name, Kind: table.Time})
	out.Reserve(n)
	for row := range n {
		if source == nil || source.Missing(row) {
			out.AppendMissing()
			continue
		}
		ms, _ := source.Int(row)
		out.AppendInt(ms * 1e6)
	}
	return out
}

// intsAsText gives counts and numbers of visits as text: core panels would draw them.
func intsAsText(source *table.Column, name string) *table.Column {
	out := table.NewColumn(table.Spec{Name: name, Kind: table.Text})
	out.Reserve(source.Len())
	for row := range source.Len() {
		if v, ok := source.Int(row); ok {
			out.AppendText(strconv.FormatInt(v, 10))
		} else {
			out.AppendMissing()
		}
	}
	return out
}

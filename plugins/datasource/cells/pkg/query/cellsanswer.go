package query

import (
	"context"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// answer gives the joined rows the columns of the frame.
func (q *cellsQuery) answer(ctx context.Context, run *Run, p *Plan, rows *table.Table) (*table.Table, error) {
	asOf, err := q.readAsOf(ctx, run, p, rows)
	if err != nil {
		return nil, err
	}
	out := table.New("cells")
	out.Add(renamed(visitTime(rows, q.Anchor), table.Spec{Name: "time", Kind: table.Time, Required: true}))
	out.Add(orMissing(rows, idColumn, table.Spec{Name: idColumn, Kind: table.Text}))
	out.Add(orMissing(rows, q.Anchor+".product", table.Spec{Name: "product", Kind: table.Text}))
	ns := run.Range.To.UnixNano()
	for i := range q.Columns {
		c := &q.Columns[i]
		if column, ok := asOf[c.name()]; ok {
			out.Add(column)
			continue
		}
		column := q.fieldColumn(run, rows, c)
		if column.Kind == table.Float && column.Len() > 0 && !anyValue(column) {
			run.Notice("%s has no value in any of these rows.", c.name())
		}
		if row := p.Characteristics.At(c.Station, c.Field, plan.Scope{Product: plan.Any}, ns); row != nil && column.Kind == table.Float {
			column.Unit, column.Decimals, column.Description = row.Text("unit"), decimalsOf(row), row.Text("name")
		}
		out.Add(column)
	}
	return out, nil
}

// fieldColumn is a field of a station's visit; numbers that count (visit) leave as text, else core panels would draw them.
func (q *cellsQuery) fieldColumn(run *Run, rows *table.Table, c *cellColumn) *table.Column {
	name := c.name()
	source := rows.Column(name)
	_, fixed := visitFields[c.Field]
	switch {
	case c.Field == "time":
		return renamed(visitTime(rows, c.Station), table.Spec{Name: name, Kind: table.Time})
	case c.Field == "started_ms" || c.Field == "source_ms" || c.Field == "received_ms":
		return msAsTime(source, name, rows.Len())
	case c.Field == idColumn:
		return renamed(rows.Column(idColumn), table.Spec{Name: name, Kind: table.Text})
	case c.Field == "operator" && run.PersonalData == PersonalDataOff:
		return missingColumn(table.Spec{Name: name, Kind: table.Text}, rows.Len())
	case source == nil && (fixed || isLot(c.Field)):
		return missingColumn(table.Spec{Name: name, Kind: table.Text}, rows.Len())
	case source == nil:
		run.Warn("Station %s never stored a field %s; check the name against the control plan.", c.Station, c.Field)
		return missingColumn(table.Spec{Name: name, Kind: table.Float}, rows.Len())
	case source.Kind == table.Int:
		return intsAsText(source, name)
	}
	return renamed(source, table.Spec{Name: name, Kind: source.Kind})
}

// visitTime is the source time of a station's visit, missing where there was none.
func visitTime(rows *table.Table, station string) *table.Column {
	out := table.NewColumn(table.Spec{Name: station + ".time", Kind: table.Time})
	ms, at := rows.Column(station+".source_ms"), rows.Column(station+".time")
	for row := range rows.Len() {
		if at == nil || at.Missing(row) {
			out.AppendMissing()
			continue
		}
		out.AppendInt(sourceMs(ms, at, row) * 1e6)
	}
	return out
}

func orMissing(rows *table.Table, name string, spec table.Spec) *table.Column {
	if c := rows.Column(name); c != nil {
		return renamed(c, spec)
	}
	return missingColumn(spec, rows.Len())
}

func anyValue(c *table.Column) bool {
	for row := range c.Len() {
		if !c.Missing(row) {
			return true
		}
	}
	return false
}

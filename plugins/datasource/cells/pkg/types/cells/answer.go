package cells

import (
	"context"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
)

// answer gives the joined rows the columns of the frame.
func (q *Query) answer(ctx context.Context, run *source.Run, p *plan.Plan, rows *table.Table) (*table.Table, error) {
	asOf, err := q.readAsOf(ctx, run, p, rows)
	if err != nil {
		return nil, err
	}
	out := table.New("cells")
	out.Add(table.Renamed(visitTime(rows, q.Anchor), table.Spec{Name: "time", Kind: table.Time, Required: true}))
	out.Add(orMissing(rows, visit.IDColumn, table.Spec{Name: visit.IDColumn, Kind: table.Text}))
	out.Add(orMissing(rows, q.Anchor+".product", table.Spec{Name: "product", Kind: table.Text}))
	ns := run.Range.To.UnixNano()
	for i := range q.Columns {
		c := &q.Columns[i]
		if column, ok := asOf[c.name()]; ok {
			out.Add(column)
			continue
		}
		column, err := q.fieldColumn(ctx, run, rows, c)
		if err != nil {
			return nil, err
		}
		if row := p.Characteristics.At(c.Station, c.Field, plan.Scope{Product: plan.Any}, ns); row != nil && column.Kind == table.Float {
			column.Unit, column.Decimals, column.Description = row.Text("unit"), plan.DecimalsOf(row), row.Text("name")
		}
		out.Add(column)
	}
	return out, nil
}

// fieldColumn is a field of a station's visit; numbers that count (visit) leave as text, else core panels would draw them.
func (q *Query) fieldColumn(ctx context.Context, run *source.Run, rows *table.Table, c *cellColumn) (*table.Column, error) {
	name := c.name()
	source := rows.Column(name)
	switch {
	case c.Field == "time":
		return table.Renamed(visitTime(rows, c.Station), table.Spec{Name: name, Kind: table.Time}), nil
	case c.Field == "started_ms" || c.Field == "source_ms" || c.Field == "received_ms":
		return table.MsAsTime(source, name, rows.Len()), nil
	case c.Field == visit.IDColumn:
		return table.Renamed(rows.Column(visit.IDColumn), table.Spec{Name: name, Kind: table.Text}), nil
	case run.People.Hides(c.Field):
		return table.NewMissing(table.Spec{Name: name, Kind: table.Text}, rows.Len()), nil
	case source == nil:
		kind, err := kindOf(ctx, run, c.Station, c.Field)
		return table.NewMissing(table.Spec{Name: name, Kind: kind}, rows.Len()), err
	case source.Kind == table.Int:
		return table.IntsAsText(source, name), nil
	}
	return table.Renamed(source, table.Spec{Name: name, Kind: source.Kind}), nil
}

// kindOf is the kind of a station's field that no row has a value of; a field that the station never stored is told.
func kindOf(ctx context.Context, r *source.Run, station, field string) (table.Kind, error) {
	fields, err := r.Fields(ctx, r.Databases.Visits, station)
	if err != nil {
		return table.Float, err
	}
	if column, ok := source.VisitColumn(field, fields); ok {
		if column.Kind == table.Int {
			return table.Text, nil
		}
		return column.Kind, nil
	}
	if kind, fixed := visit.Fields[field]; (fixed && kind == table.Text) || visit.IsLot(field) {
		return table.Text, nil
	}
	if len(fields) > 0 {
		r.Warn("Station %s never stored a field %s; check the name against the control plan.", station, field)
	}
	return table.Float, nil
}

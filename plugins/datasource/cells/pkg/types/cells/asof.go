package cells

import (
	"context"
	"slices"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/join"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// readAsOf gives the environment and state columns of joined rows, by name.
func (q *Query) readAsOf(ctx context.Context, run *source.Run, p *plan.Plan, rows *table.Table) (map[string]*table.Column, error) {
	out := map[string]*table.Column{}
	for i := range q.Columns {
		c := &q.Columns[i]
		var err error
		switch {
		case c.Environment != "":
			out[c.name()], err = environmentColumn(ctx, run, p, rows, c)
		case c.State != "":
			out[c.name()], err = stateColumn(ctx, run, rows, c)
		}
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// environmentColumn is a quantity of the zone of a station as of its visits.
func environmentColumn(ctx context.Context, run *source.Run, p *plan.Plan, rows *table.Table, c *cellColumn) (*table.Column, error) {
	quantity, end := c.Environment, ""
	if bare, suffix, ok := strings.Cut(c.Environment, "."); ok {
		quantity, end = bare, suffix
	}
	spec := table.Spec{Name: c.name(), Kind: table.Float, Unit: source.UnitOfQuantity(quantity)}
	started := msColumn(rows, c.Station+".started_ms")
	ended := visitTime(rows, c.Station)
	from, to, any := span(started, ended)
	zone := p.Zone(c.Station, run.Range.To.UnixNano())
	if zone == "" {
		run.Warn("The plan names no zone for station %s; %s stays empty.", c.Station, c.name())
	}
	if !any || zone == "" {
		return table.NewMissing(spec, rows.Len()), nil
	}
	series, err := run.Environment(ctx, zone, quantity, source.Span{From: from - int64(c.maxAge), To: to + 1})
	if err != nil {
		return nil, err
	}
	site := rows.Column(c.Station + ".site")
	out := table.NewColumn(spec)
	for row := range rows.Len() {
		at, ok := ended.Int(row)
		of := series[table.TextOr(site, row, "")]
		if !ok || of == nil {
			out.AppendMissing()
			continue
		}
		begin, known := started.Int(row)
		if !known {
			begin = at
		}
		if value, ok := environmentOf(of, begin, at, int64(c.maxAge), end); ok {
			out.AppendFloat(value)
		} else {
			out.AppendMissing()
		}
	}
	return out, nil
}

// environmentOf is the newest reading of a short visit, the mean (or the end asked for) of a long one.
func environmentOf(s *join.Series, begin, end, maxAge int64, which string) (float64, bool) {
	if end-begin > int64(source.LongVisit) {
		if w, ok := s.Window(begin, end); ok {
			switch which {
			case "min":
				return w.Min, true
			case "max":
				return w.Max, true
			}
			return w.Mean, true
		}
	}
	r, ok := s.AsOf(end, maxAge)
	return r.Value, ok
}

// stateColumn is a field of the state of the equipment as of the visits of a station.
func stateColumn(ctx context.Context, run *source.Run, rows *table.Table, c *cellColumn) (*table.Column, error) {
	ended := visitTime(rows, c.Station)
	from, to, any := span(nil, ended)
	fields, err := run.Fields(ctx, run.Databases.Visits, vocabulary.MeasurementEquipmentState)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(fields, func(k source.FieldKey) bool { return k.Name == c.State })
	if i < 0 {
		run.Warn("Equipment never reported a state %s; %s stays empty.", c.State, c.name())
		return table.NewMissing(table.Spec{Name: c.name(), Kind: table.Text}, rows.Len()), nil
	}
	spec := table.Spec{Name: c.name(), Kind: source.KindOf(fields[i])}
	equipment := distinct(rows.Column(c.Station + ".equipment"))
	if !any || len(equipment) == 0 {
		return table.NewMissing(spec, rows.Len()), nil
	}
	results, err := run.Read(ctx, run.Databases.Visits, source.Statement{
		From: vocabulary.MeasurementEquipmentState, Range: source.Span{From: from - int64(c.maxAge), To: to + 1},
		Columns: []source.Column{source.Tag("site"), source.Tag("line"), source.Tag("equipment"), source.Field(c.State, spec.Kind)},
		Where:   []source.Condition{{Column: source.Tag("equipment"), Operator: "=", Values: equipment}},
	})
	if err != nil {
		return nil, err
	}
	states := table.New(vocabulary.MeasurementEquipmentState, table.Spec{Name: "time", Kind: table.Time}, table.Spec{Name: "machine", Kind: table.Text}, spec)
	for _, series := range results[0].Series {
		states = withMachine(series.Rows, "", spec, c.State)
	}
	left := table.New("visits")
	left.Add(table.Renamed(ended, table.Spec{Name: "at", Kind: table.Time}))
	left.Add(machine(rows, c.Station+"."))
	joined, _, err := join.Join(join.Left{Table: left, Key: "machine"}, join.Right{
		Name: "equipment_state", Table: states, Key: "machine", Columns: []join.Column{{From: spec.Name, As: spec.Name}},
		AsOf: join.Back, LeftTime: "at", Time: "time", Tolerance: int64(c.maxAge),
	})
	if err != nil {
		return nil, err
	}
	return joined.Column(spec.Name), nil
}

// withMachine keeps the rows that report the state, with the key that names the machine.
func withMachine(rows *table.Table, prefix string, spec table.Spec, field string) *table.Table {
	out := table.New(rows.Name)
	out.Add(rows.Column("time"))
	out.Add(machine(rows, prefix))
	out.Add(table.Renamed(rows.Column(field), spec))
	value := out.Column(spec.Name)
	return out.Filter(func(row int) bool { return !value.Missing(row) })
}

// machine is site, line and equipment as one key: an equipment's name is only unique within its line.
func machine(rows *table.Table, prefix string) *table.Column {
	out := table.NewColumn(table.Spec{Name: "machine", Kind: table.Text})
	site, line, equipment := rows.Column(prefix+"site"), rows.Column(prefix+"line"), rows.Column(prefix+"equipment")
	for row := range rows.Len() {
		name := table.TextOr(equipment, row, "")
		if name == "" {
			out.AppendMissing()
			continue
		}
		out.AppendText(table.TextOr(site, row, "") + "|" + table.TextOr(line, row, "") + "|" + name)
	}
	return out
}

// msColumn reads milliseconds as nanoseconds.
func msColumn(rows *table.Table, name string) *table.Column {
	return table.MsAsTime(rows.Column(name), name, rows.Len())
}

// span is the least and greatest time of visits that began and ended then.
func span(started, ended *table.Column) (from, to int64, any bool) {
	for _, c := range []*table.Column{started, ended} {
		if c == nil {
			continue
		}
		for row := range c.Len() {
			if ended.Missing(row) {
				continue
			}
			v, ok := c.Int(row)
			if !ok {
				continue
			}
			if !any {
				from, to, any = v, v, true
			}
			from, to = min(from, v), max(to, v)
		}
	}
	return from, to, any
}

func distinct(c *table.Column) []any {
	seen := map[string]bool{}
	var out []any
	if c == nil {
		return nil
	}
	for row := range c.Len() {
		if v, ok := c.Text(row); ok && !seen[v] {
			seen[v] = true
			out = append(out, v)
		}
	}
	return out
}

package query

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/join"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// longVisit is from when on a visit takes the mean of its environment instead of the newest reading.
const longVisit = 10 * time.Minute

// environmentUnits are Grafana's units of the quantities that every plant measures.
var environmentUnits = map[string]string{"temperature": "celsius", "dew_point": "celsius", "humidity": "humidity"}

// unitOfQuantity is the unit of a quantity or of its .min and .max.
func unitOfQuantity(quantity string) string {
	bare, _, _ := strings.Cut(quantity, ".")
	return environmentUnits[bare]
}

// readAsOf gives the environment and state columns of joined rows, by name.
func (q *cellsQuery) readAsOf(ctx context.Context, run *Run, p *Plan, rows *table.Table) (map[string]*table.Column, error) {
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
func environmentColumn(ctx context.Context, run *Run, p *Plan, rows *table.Table, c *cellColumn) (*table.Column, error) {
	quantity, end := c.Environment, ""
	if bare, suffix, ok := strings.Cut(c.Environment, "."); ok {
		quantity, end = bare, suffix
	}
	spec := table.Spec{Name: c.name(), Kind: table.Float, Unit: unitOfQuantity(quantity)}
	started := msColumn(rows, c.Station+".started_ms")
	ended := visitTime(rows, c.Station)
	from, to, any := span(started, ended)
	zone := p.zone(c.Station, run.Range.To.UnixNano())
	if zone == "" {
		run.Warn("The plan names no zone for station %s; %s stays empty.", c.Station, c.name())
	}
	if !any || zone == "" {
		return table.NewMissing(spec, rows.Len()), nil
	}
	series, err := run.environment(ctx, zone, quantity, influx.Range{From: from - int64(c.maxAge), To: to + 1})
	if err != nil {
		return nil, err
	}
	site := rows.Column(c.Station + ".site")
	out := table.NewColumn(spec)
	for row := range rows.Len() {
		at, ok := ended.Int(row)
		of := series[textOr(site, row, "")]
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
	if end-begin > int64(longVisit) {
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

// environment reads a quantity of a zone, all sensors together, by site.
func (r *Run) environment(ctx context.Context, zone, quantity string, over influx.Range) (map[string]*join.Series, error) {
	results, err := r.Read(ctx, r.Databases.Visits, influx.Statement{
		From: "environment", Range: over,
		Columns: []influx.Column{influx.Tag("site"), influx.Field(quantity, table.Float)},
		Where:   []influx.Condition{{Column: influx.Tag("zone"), Operator: "=", Values: []any{zone}}},
	})
	if err != nil {
		return nil, err
	}
	readings := map[string][]join.Reading{}
	for _, series := range results[0].Series {
		at, site, value := series.Rows.Column("time"), series.Rows.Column("site"), series.Rows.Column(quantity)
		for row := range series.Rows.Len() {
			if v, ok := value.Float(row); ok {
				ns, _ := at.Int(row)
				name := textOr(site, row, "")
				readings[name] = append(readings[name], join.Reading{At: ns, Value: v})
			}
		}
	}
	out := map[string]*join.Series{}
	for site, of := range readings {
		out[site] = join.NewSeries(of)
	}
	return out, nil
}

// stateColumn is a field of the state of the equipment as of the visits of a station.
func stateColumn(ctx context.Context, run *Run, rows *table.Table, c *cellColumn) (*table.Column, error) {
	ended := visitTime(rows, c.Station)
	from, to, any := span(nil, ended)
	fields, err := run.Fields(ctx, run.Databases.Visits, "equipment_state")
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(fields, func(k influx.FieldKey) bool { return k.Name == c.State })
	if i < 0 {
		run.Warn("Equipment never reported a state %s; %s stays empty.", c.State, c.name())
		return table.NewMissing(table.Spec{Name: c.name(), Kind: table.Text}, rows.Len()), nil
	}
	spec := table.Spec{Name: c.name(), Kind: kindOf(fields[i])}
	equipment := distinct(rows.Column(c.Station + ".equipment"))
	if !any || len(equipment) == 0 {
		return table.NewMissing(spec, rows.Len()), nil
	}
	results, err := run.Read(ctx, run.Databases.Visits, influx.Statement{
		From: "equipment_state", Range: influx.Range{From: from - int64(c.maxAge), To: to + 1},
		Columns: []influx.Column{influx.Tag("site"), influx.Tag("line"), influx.Tag("equipment"), influx.Field(c.State, spec.Kind)},
		Where:   []influx.Condition{{Column: influx.Tag("equipment"), Operator: "=", Values: equipment}},
	})
	if err != nil {
		return nil, err
	}
	states := table.New("equipment_state", table.Spec{Name: "time", Kind: table.Time}, table.Spec{Name: "machine", Kind: table.Text}, spec)
	for _, series := range results[0].Series {
		states = withMachine(series.Rows, "", spec, c.State)
	}
	left := table.New("visits")
	left.Add(renamed(ended, table.Spec{Name: "at", Kind: table.Time}))
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
	out.Add(renamed(rows.Column(field), spec))
	value := out.Column(spec.Name)
	return out.Filter(func(row int) bool { return !value.Missing(row) })
}

// machine is site, line and equipment as one key: an equipment's name is only unique within its line.
func machine(rows *table.Table, prefix string) *table.Column {
	out := table.NewColumn(table.Spec{Name: "machine", Kind: table.Text})
	site, line, equipment := rows.Column(prefix+"site"), rows.Column(prefix+"line"), rows.Column(prefix+"equipment")
	for row := range rows.Len() {
		name := textOr(equipment, row, "")
		if name == "" {
			out.AppendMissing()
			continue
		}
		out.AppendText(textOr(site, row, "") + "|" + textOr(line, row, "") + "|" + name)
	}
	return out
}

// stationRow is what the plan says of a station at a moment; nil when it does not know it.
func (p *Plan) stationRow(station string, ns int64) *plan.Row {
	return p.Stations.At(station, "", plan.Scope{}, ns)
}

// zone is the environment zone of a station, "" when the plan names none.
func (p *Plan) zone(station string, ns int64) string {
	if row := p.stationRow(station, ns); row != nil {
		return row.Text("zone")
	}
	return ""
}

// msColumn reads milliseconds as nanoseconds.
func msColumn(rows *table.Table, name string) *table.Column {
	return msAsTime(rows.Column(name), name, rows.Len())
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

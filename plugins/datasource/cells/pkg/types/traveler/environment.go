package traveler

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// ends are what a long visit takes of its environment, and how the quantity is called then.
var ends = []struct{ reduce, suffix string }{{"mean", ""}, {"min", ".min"}, {"max", ".max"}}

// readAir reads the environment of every visit that counts: the newest readings of a short one, mean and ends of a long one.
func (t *traveler) readAir(ctx context.Context) error {
	fields, err := t.Fields(ctx, t.Databases.Visits, "environment")
	if err != nil {
		return err
	}
	quantities := slices.DeleteFunc(slices.Clone(fields), func(k source.FieldKey) bool { return source.KindOf(k) != table.Float })
	if len(quantities) == 0 {
		return nil
	}
	type asked struct {
		stay   *stay
		zone   string
		suffix string
		long   bool
	}
	var statements []source.Statement
	var questions []asked
	for _, s := range t.standing() {
		zone := t.plan.Zone(s.station, s.sourceMs*1e6)
		if zone == "" {
			continue
		}
		from, to := s.startedMs*1e6, s.sourceMs*1e6
		base := source.Statement{From: "environment", Where: []source.Condition{
			{Column: source.Tag("site"), Operator: "=", Values: []any{s.text("site")}},
			{Column: source.Tag("zone"), Operator: "=", Values: []any{zone}},
		}, GroupBy: []string{"sensor"}}
		for _, q := range quantities {
			base.Columns = append(base.Columns, source.Field(q.Name, table.Float))
		}
		if to-from <= int64(source.LongVisit) {
			base.Range, base.Newest = source.Span{From: to - int64(source.EnvironmentMaxAge), To: to + 1}, true
			statements, questions = append(statements, base), append(questions, asked{s, zone, "", false})
			continue
		}
		for _, end := range ends {
			reduced := base
			reduced.Where = slices.Clone(base.Where)
			reduced.Range, reduced.Reduce = source.Span{From: from, To: to + 1}, end.reduce
			statements, questions = append(statements, reduced), append(questions, asked{s, zone, end.suffix, true})
		}
	}
	results, err := t.ReadMany(ctx, t.Databases.Visits, statements)
	if err != nil {
		return err
	}
	for i, q := range questions {
		for _, series := range results[i].Series {
			t.air = append(t.air, readingsOf(series, q.stay, q.zone, q.suffix, q.long)...)
		}
	}
	slices.SortStableFunc(t.air, func(a, b *reading) int {
		return cmp.Or(cmp.Compare(a.stay.sourceMs, b.stay.sourceMs), cmp.Compare(a.stay.station, b.stay.station),
			table.Natural(a.sensor, b.sensor), cmp.Compare(a.quantity, b.quantity))
	})
	return nil
}

// readingsOf takes of each quantity the first value: rows come newest first, or are a single aggregate.
func readingsOf(series *source.Series, s *stay, zone, suffix string, long bool) []*reading {
	var out []*reading
	at := series.Rows.Column("time")
	for _, c := range series.Rows.Columns() {
		if c.Kind != table.Float {
			continue
		}
		for row := range series.Rows.Len() {
			v, ok := c.Float(row)
			if !ok {
				continue
			}
			r := &reading{stay: s, zone: zone, sensor: series.Tags["sensor"], quantity: c.Name + suffix, value: v}
			if !long {
				ns, _ := at.Int(row)
				age := float64(s.sourceMs*1e6-ns) / 1e9
				r.ageS = &age
			}
			out = append(out, r)
			break
		}
	}
	return out
}

func (t *traveler) environmentTable() *table.Table {
	out := table.New("environment",
		table.Spec{Name: "time", Kind: table.Time, Required: true}, table.Spec{Name: "station", Kind: table.Text}, table.Spec{Name: "visit", Kind: table.Text},
		table.Spec{Name: "zone", Kind: table.Text}, table.Spec{Name: "sensor", Kind: table.Text}, table.Spec{Name: "quantity", Kind: table.Text},
		table.Spec{Name: "value", Kind: table.Float}, table.Spec{Name: "unit", Kind: table.Text}, table.Spec{Name: "age_s", Kind: table.Float, Unit: "s"})
	c := out.Columns()
	for _, r := range t.air {
		c[0].AppendInt(r.stay.sourceMs * 1e6)
		c[1].AppendText(r.stay.station)
		c[2].AppendText(strconv.FormatInt(r.stay.number, 10))
		c[3].AppendText(r.zone)
		table.AppendTextOr(c[4], r.sensor)
		c[5].AppendText(r.quantity)
		c[6].AppendFloat(r.value)
		table.AppendTextOr(c[7], source.UnitOfQuantity(r.quantity))
		table.AppendFloatOr(c[8], r.ageS)
	}
	return out
}

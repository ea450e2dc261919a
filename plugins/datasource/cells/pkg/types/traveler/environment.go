package traveler

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// ends are what a long visit takes of its environment, and how the quantity is called then.
var ends = []struct{ reduce, suffix string }{{"mean", ""}, {"min", ".min"}, {"max", ".max"}}

// readAir reads the environment of every visit that counts: the newest readings of a short one, mean and ends of a long one.
func (t *traveler) readAir(ctx context.Context) error {
	fields, err := t.Fields(ctx, t.Databases.Visits, vocabulary.MeasurementEnvironment)
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
		base := source.Statement{From: vocabulary.MeasurementEnvironment, Where: []source.Condition{
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
	out := newPart(vocabulary.PartEnvironment)
	column := out.Column
	for _, r := range t.air {
		column("time").AppendInt(r.stay.sourceMs * 1e6)
		column("station").AppendText(r.stay.station)
		column("visit").AppendText(strconv.FormatInt(r.stay.number, 10))
		column("zone").AppendText(r.zone)
		table.AppendTextOr(column("sensor"), r.sensor)
		column("quantity").AppendText(r.quantity)
		column("value").AppendFloat(r.value)
		table.AppendTextOr(column("unit"), source.UnitOfQuantity(r.quantity))
		table.AppendNumber(column("age_s"), r.ageS)
	}
	return out
}

// reading is a quantity of the zone of a station as of a visit.
type reading struct {
	stay                   *stay
	zone, sensor, quantity string
	value                  float64
	ageS                   *float64 // before the end of the visit; nil for a mean or an end over the visit
}

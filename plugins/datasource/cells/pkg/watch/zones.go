package watch

import (
	"context"
	"math"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// zonesAt follows what the sensors of the station's zone read until a moment (Unix ms), and gives what each monitor does. It is
// the zone that departs where more than half of its sensors do, else the sensor.
func (s *station) zonesAt(ctx context.Context, run *source.Run, p *plan.Plan, until int64) (episodes []Episode, doing []monitor.Doing, err error) {
	ns := max(until*1e6, p.Begin)
	specs := control.ZoneCharacteristics(p, s.name, ns)
	if len(specs) == 0 {
		return nil, nil, nil
	}
	book, err := s.readZone(ctx, run, p, specs, until)
	if err != nil {
		return nil, nil, err
	}
	var told []monitor.Told
	for _, spec := range specs {
		for _, m := range control.Zones(p, spec, ns, book.KeysOf(spec.Characteristic)) {
			at, _ := control.StretchAt(p, m.Keys[0].Site, until)
			f := m.Begin(at, book.LengthMs, control.AlarmOf(p, m.Route, ns))
			f.On(book, at.ToMs)
			doing = append(doing, f.Doing())
			for _, e := range f.Episodes(book, at.ToMs) {
				if m.Signals(e) {
					told = append(told, control.ToldOf(p, m, e, ns))
				}
			}
		}
	}
	for _, t := range monitor.Causes(told, nil) {
		evidence := unknown
		evidence.Departs = t.What
		evidence.LevelNow, evidence.LevelUsual, evidence.Ratio = t.Now, t.Usual, math.Copysign(t.Size, float64(t.Side))
		episodes = append(episodes, Episode{Told: t, Evidence: evidence})
	}
	return episodes, doing, nil
}

// readZone reads the mean of each sensor in every step; what cannot be true is left out.
func (s *station) readZone(ctx context.Context, run *source.Run, p *plan.Plan, specs []*plan.Row, until int64) (*summary.Book, error) {
	book := summary.NewBook(s.book.LengthMs)
	from, _ := extent(run, p, until)
	fields, err := run.Fields(ctx, run.Databases.Visits, vocabulary.MeasurementEnvironment)
	if err != nil || len(fields) == 0 {
		return book, err
	}
	zone := p.StationRow(s.name, max(until*1e6, p.Begin)).Text("zone")
	var statements []source.Statement
	for _, spec := range specs {
		quantity := source.Field(spec.Text("quantity"), table.Float)
		where := []source.Condition{{Column: source.Tag("zone"), Operator: "=", Values: []any{zone}}}
		for field, operator := range map[string]string{"plausible_lo": ">=", "plausible_hi": "<="} {
			if bound := spec.Number(field); bound != nil {
				where = append(where, source.Condition{Column: quantity, Operator: operator, Values: []any{*bound}})
			}
		}
		statements = append(statements, source.Statement{
			From: vocabulary.MeasurementEnvironment, Columns: []source.Column{quantity}, GroupBy: []string{"site", "sensor"}, Where: where,
			Reduce: "mean", EveryMs: book.LengthMs, Range: source.Span{From: (from - from%book.LengthMs) * 1e6, To: until * 1e6},
		})
	}
	results, err := run.Read(ctx, run.Databases.Visits, statements...)
	if err != nil {
		return nil, err
	}
	for i, spec := range specs {
		for _, series := range results[i].Series {
			of := summary.Stream{Site: series.Tags["site"], Station: s.name, Equipment: series.Tags["sensor"]}
			at, mean := series.Rows.Column("time"), series.Rows.Column(spec.Text("quantity"))
			for row := range series.Rows.Len() {
				if value, ok := mean.Float(row); ok {
					ns, _ := at.Int(row)
					book.Change(summary.Key{Stream: of, Characteristic: spec.Characteristic}, ns/1e6, func(s *summary.Step) { s.Add(value) })
				}
			}
		}
	}
	return book, nil
}

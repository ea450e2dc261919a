package signals

import (
	"context"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// overdueKind: a machine goes on measuring though the shortest interval of the plan between master checks, or calibrations, of its
// gauges has passed since the last one and a quarter of it more (of master checks in the time in which its site produces); where
// there was none, since the machine stored its first row, or the first plan was pushed: what was done before nobody told. The value is that time as a multiple of the interval.
var overdueKind = signalKind{Name: vocabulary.SignalOverdue, Station: findOverdue}

const (
	// overdueFrom is how many intervals may pass: a check that waits for the end of a lot, or of a shift, is in time.
	overdueFrom = 1.25
	// checksLookback is for how many intervals the last check is looked for.
	checksLookback = 2
)

// check is what the plan asks of gauges: its interval, and the event or run type that tells of one. A seldom one is looked for once
// an hour: its interval is of months.
type check struct {
	interval, event, runType, rule string
	seldom                         bool
}

func checks() []check {
	return []check{
		{interval: "master_check_s", event: vocabulary.EventMasterCheck, runType: vocabulary.RunTypeMaster, rule: vocabulary.SignalRuleMasterCheck},
		{interval: "calibration_s", event: vocabulary.EventCalibration, rule: vocabulary.SignalRuleCalibration, seldom: true},
	}
}

func findOverdue(ctx context.Context, s *search, station *plan.Row) ([]signal, error) {
	to := min(s.Range.To.UnixNano(), s.Now().UnixNano())
	fields, err := s.Fields(ctx, s.Databases.Visits, station.Station)
	if err != nil || len(fields) == 0 {
		return nil, err
	}
	var out []signal
	for _, of := range checks() {
		interval := shortest(s.plan.MeasuredAt(station.Station, to), of.interval)
		if interval == 0 {
			continue
		}
		find := func(at int64) ([]signal, error) { return s.overdue(ctx, station, of, interval, at) }
		if of.seldom {
			find = s.memory.hourly.of(station.Station+"/"+of.rule, find)
		}
		found, err := find(to)
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	return out, nil
}

// shortest is the least interval that the plan states of these characteristics; 0: none.
func shortest(rows []*plan.Row, field string) time.Duration {
	var least time.Duration
	for _, row := range rows {
		if s := row.Number(field); s != nil && *s > 0 && (least == 0 || time.Duration(*s*float64(time.Second)) < least) {
			least = time.Duration(*s * float64(time.Second))
		}
	}
	return least
}

// checksFrom is from when on (ns) the last check is looked for: where sites rest, as many intervals of production take longer.
func (s *search) checksFrom(of check, interval time.Duration, to int64) int64 {
	back := checksLookback * interval
	for _, site := range s.PlannedSites(s.plan) {
		for !of.seldom && back < rowsLookback && s.silence(site.ID, to-int64(back), to, interval) < checksLookback {
			back *= 2
		}
	}
	return to - int64(back)
}

// overdue are the machines of a station whose check is overdue.
func (s *search) overdue(ctx context.Context, station *plan.Row, of check, interval time.Duration, to int64) ([]signal, error) {
	over := source.Span{From: s.checksFrom(of, interval, to), To: to}
	column := source.Field("source_ms", table.Int)
	rows := source.Statement{From: station.Station, Columns: []source.Column{column}, Reduce: "last", GroupBy: visit.EquipmentTags, Range: over}
	first, before, measured := rows, rows, rows
	first.Reduce, before.Range = "first", source.Span{From: over.From - int64(rowsLookback), To: over.From}
	measured.Where = []source.Condition{{Column: source.Field("run_type", table.Text), Operator: "=", Values: []any{of.runType}}}
	results, err := s.Read(ctx, s.Databases.Visits, rows, first, before)
	if err != nil {
		return nil, err
	}
	lastRow, firstRow := timeByEquipment(results[0], "source_ms", 1e6), timeByEquipment(results[1], "source_ms", 1e6)
	for key := range timeByEquipment(results[2], "source_ms", 1) {
		firstRow[key] = over.From // it stood since: that is no check
	}
	checked, err := s.NewestEvents(ctx, of.event, over)
	if err != nil {
		return nil, err
	}
	late := func() (all []signal) {
		for _, series := range results[0].Series {
			m := machine{series.Tags["site"], series.Tags["line"], series.Tags["equipment"]}
			last, since := lastRow[m.key()], max(s.plan.Pushed, firstRow[m.key()], checked[source.Machine{Site: m.site, Equipment: m.equipment}])
			times := float64(last-since) / float64(interval)
			if !of.seldom {
				times = s.silence(m.site, since, last, interval)
			}
			if s.plan.Stands(station, m.equipment) && times > overdueFrom {
				all = append(all, signal{Value: times, Labels: m.labels(station, of.rule), Facts: began(since)})
			}
		}
		return all
	}
	if of.runType == "" || len(late()) == 0 {
		return late(), nil
	}
	// Who sends no event of a check may measure the master part all the same.
	masters, err := s.Read(ctx, s.Databases.Visits, measured)
	if err != nil {
		return nil, err
	}
	for key, ns := range timeByEquipment(masters[0], "source_ms", 1e6) {
		firstRow[key] = max(firstRow[key], ns)
	}
	return late(), nil
}

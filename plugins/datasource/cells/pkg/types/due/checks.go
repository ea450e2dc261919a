package due

import (
	"context"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/calendar"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// look is one asking.
type look struct {
	*source.Run
	plan         *plan.Plan
	filters      source.Filters
	now, horizon time.Time
}

// check is what the plan asks of gauges: its interval, and the event or run type that tells of one; produced: its interval counts only the
// time in which the site produces.
type check struct {
	what, interval, event, runType string
	produced                       bool
	lookback                       time.Duration
}

var allChecks = []check{
	{what: vocabulary.DueMasterCheck, interval: "master_check_s", event: vocabulary.EventMasterCheck, runType: vocabulary.RunTypeMaster, produced: true, lookback: 30 * 24 * time.Hour},
	{what: vocabulary.DueCalibration, interval: "calibration_s", event: vocabulary.EventCalibration, lookback: 2 * 365 * 24 * time.Hour},
}

// checks are those of all machines that are due until the horizon. Of one that nobody told of the interval begins when the plan was pushed first.
func (l *look) checks(ctx context.Context) (out []task, err error) {
	now := l.now.UnixNano()
	for _, of := range allChecks {
		intervals := map[string]time.Duration{}
		var stations []string
		for _, station := range l.plan.StationsAt(now) {
			if every := shortest(l.plan.MeasuredAt(station.Station, now), of.interval); every > 0 {
				intervals[station.Station] = every
				stations = append(stations, station.Station)
			}
		}
		if len(stations) == 0 {
			continue
		}
		last, err := l.last(ctx, of, stations)
		if err != nil {
			return nil, err
		}
		for _, site := range l.PlannedSites(l.plan) {
			for _, m := range l.PlannedEquipment(l.plan, source.Scope{Sites: []string{site.ID}, Stations: stations}) {
				place := map[string]string{"site": site.ID, "line": m.Line, "station": m.Station, "equipment": m.ID}
				if !l.filters.MatchPlace(place) {
					continue
				}
				seen := last[source.Machine{Site: site.ID, Equipment: m.ID}]
				at, is := l.end(of, site.ID, max(seen, l.plan.Pushed), intervals[m.Station])
				if !is {
					continue
				}
				t := task{what: of.what, state: vocabulary.DueStateDue, site: site.ID, line: m.Line, station: m.Station, equipment: m.ID, last: seen, due: at}
				if at < now {
					t.state = vocabulary.DueStateOverdue
				}
				out = append(out, t)
			}
		}
	}
	return out, nil
}

// last is when each machine of some stations was checked last, as far back as is looked.
func (l *look) last(ctx context.Context, of check, stations []string) (map[source.Machine]int64, error) {
	over := source.Span{From: l.now.Add(-of.lookback).UnixNano(), To: l.now.UnixNano()}
	last, err := l.NewestEvents(ctx, of.event, over)
	if err != nil || of.runType == "" {
		return last, err
	}
	if last == nil {
		last = map[source.Machine]int64{}
	}
	var statements []source.Statement
	for _, station := range stations {
		statements = append(statements, source.Statement{
			From: station, Columns: []source.Column{source.Field("source_ms", table.Int)}, Reduce: "last", GroupBy: visit.EquipmentTags, Range: over,
			Where: []source.Condition{{Column: source.Field("run_type", table.Text), Operator: "=", Values: []any{of.runType}}},
		})
	}
	results, err := l.Read(ctx, l.Databases.Visits, statements...)
	if err != nil {
		return nil, err
	}
	for _, result := range results {
		for _, series := range result.Series {
			m := source.Machine{Site: series.Tags["site"], Equipment: series.Tags["equipment"]}
			if ms, known := series.Rows.Column("source_ms").Int(0); known {
				last[m] = max(last[m], ms*1e6)
			}
		}
	}
	return last, nil
}

// end is when an interval from a moment on has passed; only if it has until the horizon.
func (l *look) end(of check, site string, sinceNs int64, interval time.Duration) (ns int64, is bool) {
	since := time.Unix(0, sinceNs)
	if !of.produced {
		at := since.Add(interval)
		return at.UnixNano(), !at.After(l.horizon)
	}
	c, err := calendar.Parse(l.plan.Setting("calendar:"+site, max(l.now.UnixNano(), l.plan.Begin)))
	if err != nil {
		c = calendar.UTC()
	}
	produced := func(until time.Time) time.Duration { return c.Produces(calendar.Span{From: since, To: until}) }
	low, high := since, l.horizon
	if !high.After(low) || produced(high) < interval {
		return 0, false
	}
	for high.Sub(low) > time.Minute {
		if middle := low.Add(high.Sub(low) / 2); produced(middle) < interval {
			low = middle
		} else {
			high = middle
		}
	}
	return high.Truncate(time.Minute).UnixNano(), true
}

// shortest is the least interval that the plan states of these characteristics; 0: none.
func shortest(rows []*plan.Row, field string) (least time.Duration) {
	for _, row := range rows {
		s := row.Number(field)
		if s == nil || *s <= 0 {
			continue
		}
		if every := time.Duration(*s * float64(time.Second)); least == 0 || every < least {
			least = every
		}
	}
	return least
}

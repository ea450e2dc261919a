package signals

import (
	"context"
	"math"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/join"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// outOfControlKind: the mean of a window of cells lies beyond 3 σ of approved control limits. It is a process's signal.
var outOfControlKind = signalKind{Name: vocabulary.SignalOutOfControl, Station: findOutOfControl}

const (
	defaultWindowMs = 15 * 60 * 1000
	defaultMinN     = 5
)

func findOutOfControl(ctx context.Context, s *search, station *plan.Row) ([]signal, error) {
	ns := s.Range.To.UnixNano()
	planned, err := s.judgeable(ctx, station.Station)
	if err != nil {
		return nil, err
	}
	var monitored []string
	for _, name := range plan.NamesOf(planned) {
		for _, words := range control.WithoutLines(s.plan, station.Station, name, ns) {
			s.leave(station.Station, unjudged{name, unjudgedModel, "has approved control limits that " + words})
		}
		if approved(s.plan, station.Station, name, ns) {
			monitored = append(monitored, name)
		}
	}
	if len(monitored) == 0 {
		return nil, nil
	}
	rows, err := s.Visits(ctx, source.VisitRead{
		Station: station.Station, Columns: slices.Concat(signalColumns, monitored, limitKeys(s.plan, station.Station, monitored)),
		Ranges: []source.Range{s.wholeWindows(station.Station, monitored)}, Choice: join.First, RunTypes: []string{vocabulary.RunTypeProduction}, Filters: visitsOf(s.query.filters, station.Station),
	})
	if err != nil {
		return nil, err
	}
	var out []signal
	for _, name := range monitored {
		out = append(out, s.outOfControl(station.Station, name, rows)...)
	}
	return out, nil
}

// wholeWindows begins the range at the start of the window it begins in: a mean must not change because the range moves on.
func (s *search) wholeWindows(station string, characteristics []string) source.Range {
	length := int64(0)
	for _, name := range characteristics {
		for _, pair := range s.plan.Limits.Strata(station, name) {
			scope := plan.Scope{Product: pair[0], Attributes: plan.ParseStratum(pair[1])}
			if row := s.plan.Limits.At(station, name, scope, s.Range.To.UnixNano()); row != nil {
				length = max(length, windowMs(row))
			}
		}
	}
	from := s.Range.From
	if length > 0 {
		from = time.UnixMilli(from.UnixMilli() - from.UnixMilli()%length)
	}
	return source.Range{From: from, To: s.Range.To}
}

func windowMs(limit *plan.Row) int64 {
	if length := int64(limit.NumberOr("window", 0) * 1000); length > 0 {
		return length
	}
	return defaultWindowMs
}

// approved tells whether any stratum of a characteristic has approved limits at a moment.
func approved(p *plan.Plan, station, characteristic string, ns int64) bool {
	return slices.ContainsFunc(p.Limits.Strata(station, characteristic), func(pair [2]string) bool {
		row := p.Limits.At(station, characteristic, plan.Scope{Product: pair[0], Attributes: plan.ParseStratum(pair[1])}, ns)
		return row != nil && row.Text("status") == "approved"
	})
}

// limitKeys are the attributes that control limits of a station are distinguished by.
func limitKeys(p *plan.Plan, station string, characteristics []string) []string {
	var keys []string
	for _, name := range characteristics {
		for _, pair := range p.Limits.Strata(station, name) {
			for key := range plan.ParseStratum(pair[1]) {
				keys = append(keys, key)
			}
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// window is the running mean of one stratum in one window.
type window struct {
	limit *plan.Row
	row   int // of the last cell, for the labels
	until int64
	n     int
	mean  float64
}

// outOfControl plots one point per limit in force and window of time: the mean of n cells, n at least the plan's min_n,
// else the window goes on to the next cells.
func (s *search) outOfControl(station, characteristic string, rows *table.Table) []signal {
	values := visit.NumbersOf(rows, characteristic)
	if values == nil {
		return nil
	}
	judge := control.Judge(s.plan, station, characteristic, rows)
	source, at := rows.Column("source_ms"), rows.Column("time")
	open := map[*plan.Row]*window{}
	var out []signal
	for row := range rows.Len() {
		value, ok := values.Float(row)
		ms := visit.SourceMs(source, at, row)
		standard := judge.Standard(row, ms*1e6)
		limit := standard.LimitRow
		if !ok || limit == nil || limit.Text("status") != "approved" || standard.Gauge.Read(value) != spc.Measured {
			continue
		}
		w := open[limit]
		if w != nil && ms >= w.until && w.n >= minN(standard.SpecRow) {
			out = append(out, s.windowSignal(w, station, characteristic, standard.SpecRow)...)
			w = nil
		}
		if w == nil {
			length := windowMs(limit)
			w = &window{limit: limit, until: ms - ms%length + length}
			open[limit] = w
		}
		w.n++
		w.mean += (value - w.mean) / float64(w.n)
		w.row = row
	}
	for _, w := range open {
		ms := visit.SourceMs(source, at, w.row)
		if specRow := judge.Standard(w.row, ms*1e6).SpecRow; w.n >= minN(specRow) {
			out = append(out, s.windowSignal(w, station, characteristic, specRow)...)
		}
	}
	return out
}

func minN(specRow *plan.Row) int {
	if specRow == nil {
		return defaultMinN
	}
	return int(specRow.NumberOr("monitor_min_n", defaultMinN))
}

// windowSignal judges a window's mean; labels are those the limit distinguishes by, so that one drifting nozzle names its nozzle.
func (s *search) windowSignal(w *window, station, characteristic string, specRow *plan.Row) []signal {
	lines := control.ModelOf(w.limit).Lines(w.n)
	if lines == nil {
		return nil
	}
	z := lines.Out(w.mean)
	if z == 0 {
		return nil
	}
	labels := s.placeOf(station, w.limit)
	for key, value := range plan.ParseStratum(w.limit.Stratum) {
		if slices.Contains(signalLabels, key) {
			labels[key] = value
		}
	}
	if w.limit.Product != plan.Any {
		labels["product"] = w.limit.Product
	}
	labels["station"], labels["characteristic"], labels["rule"] = station, characteristic, control.RuleAboveUCL
	if z < 0 {
		labels["rule"] = control.RuleBelowLCL
	}
	labels["route"], labels["disposition"] = "maintenance", "none"
	if specRow != nil && specRow.Text("route") != "" {
		labels["route"] = specRow.Text("route")
	}
	return []signal{{Value: math.Abs(z), Labels: labels}}
}

package signals

import (
	"context"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/retest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// outOfControlKind: the mean of a window of cells lies beyond 3 σ of approved control limits. It is a process's signal.
var outOfControlKind = signalKind{Name: vocabulary.SignalOutOfControl, Station: findOutOfControl}

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
		Station: station.Station, Columns: slices.Concat(signalColumns, monitored, control.StrataKeys(s.plan, station.Station, monitored)),
		Ranges: []source.Range{s.wholeWindows(station.Station, monitored)}, Choice: retest.First, RunTypes: []string{vocabulary.RunTypeProduction}, Filters: visitsOf(s.query.filters, station.Station),
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

// outOfControl are the windows whose mean lies beyond the limits; labels are those the limit distinguishes by, so that one
// drifting nozzle names its nozzle.
func (s *search) outOfControl(station, characteristic string, rows *table.Table) []signal {
	var out []signal
	source, at := rows.Column("source_ms"), rows.Column("time")
	judge := control.NewJudge(s.plan, station, characteristic, rows)
	for _, hit := range control.Windowed(s.plan, station, characteristic, rows) {
		labels := s.placeOf(station, hit.Limit)
		for key, value := range plan.ParseStratum(hit.Limit.Stratum) {
			if slices.Contains(vocabulary.SignalLabels, key) {
				labels[key] = value
			}
		}
		if hit.Limit.Product != plan.Any {
			labels["product"] = hit.Limit.Product
		}
		labels["station"], labels["characteristic"], labels["rule"] = station, characteristic, hit.Rule
		labels["disposition"] = "none"
		if row := judge.Standard(hit.Row, visit.SourceMs(source, at, hit.Row)*1e6).SpecRow; row != nil && row.Text("route") != "" {
			labels["route"] = row.Text("route")
		}
		out = append(out, signal{Value: hit.Size, Labels: labels})
	}
	return out
}

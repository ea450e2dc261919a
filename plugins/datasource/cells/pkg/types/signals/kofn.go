package signals

import (
	"context"
	"maps"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// kOfNKind: at least k of the last n first judged cells of one machine, or of one position where it has some, are out of spec.
// The value is how many of them. It is on until there are fewer than k.
var kOfNKind = signalKind{Name: vocabulary.SignalKOfN, Station: findKOfN, Asks: asksKOfN}

func findKOfN(ctx context.Context, s *search, station *plan.Row) ([]signal, error) {
	last, err := s.latest(ctx, station)
	if err != nil {
		return nil, err
	}
	source, at := last.rows.Column("source_ms"), last.rows.Column("time")
	var out []signal
	for _, characteristic := range last.planned {
		values := visit.NumbersOf(last.rows, characteristic.Characteristic)
		if values == nil {
			continue
		}
		k, n := several(characteristic)
		var found []signal
		judge := control.NewJudge(s.plan, station.Station, characteristic.Characteristic, last.rows)
		for _, key := range last.keys {
			measured, bad, since, first := 0, 0, 0, int64(0)
			for _, row := range last.streams[key] {
				value, ok := values.Float(row)
				standard := judge.Standard(row, visit.SourceMs(source, at, row)*1e6)
				if !ok || standard.Gauge.Read(value) == spc.Implausible {
					continue
				}
				if measured++; standard.Spec.Beyond(value) != 0 {
					bad++
					since, first = measured, visit.SourceMs(source, at, row)*1e6
				}
				if measured == n {
					break
				}
			}
			if bad >= k {
				labels := last.of(key)
				labels["characteristic"], labels["rule"], labels["route"], labels["disposition"] =
					characteristic.Characteristic, vocabulary.SignalRuleKOfN, characteristic.Text("route"), "none"
				told := began(first)
				told.Cells, told.OutOfSpec = float64(since), float64(bad)
				found = append(found, signal{Value: float64(bad), Labels: labels, Facts: told})
			}
		}
		out = append(out, last.ofMachines(found)...)
	}
	return out, nil
}

// ofMachines puts a machine in the place of its positions where more than half of them signal, two at least: that is one cause.
func (l *latest) ofMachines(found []signal) (out []signal) {
	machineOf := func(labels map[string]string) string {
		return machine{labels["site"], labels["line"], labels["equipment"]}.key()
	}
	places, alike := map[string]int{}, map[string][]signal{}
	for _, labels := range l.labels {
		places[machineOf(labels)]++
	}
	for _, of := range found {
		alike[machineOf(of.Labels)] = append(alike[machineOf(of.Labels)], of)
	}
	for _, of := range found {
		parts := alike[machineOf(of.Labels)]
		switch n := len(parts); {
		case n < 2 || 2*n <= places[machineOf(of.Labels)]:
			out = append(out, of)
		case of.Labels["position"] == parts[0].Labels["position"]:
			out = append(out, together(parts))
		}
	}
	return out
}

// together is the signal of a machine of which several positions signal.
func together(parts []signal) signal {
	whole := signal{Labels: maps.Clone(parts[0].Labels), Facts: began(int64(parts[0].Facts.SinceMs) * 1e6)}
	delete(whole.Labels, "position")
	whole.Facts.Cells, whole.Facts.OutOfSpec = 0, 0
	for _, part := range parts {
		whole.Value = max(whole.Value, part.Value)
		whole.Facts.SinceMs = min(whole.Facts.SinceMs, part.Facts.SinceMs)
		whole.Facts.Cells += part.Facts.Cells
		whole.Facts.OutOfSpec += part.Facts.OutOfSpec
	}
	return whole
}

func asksKOfN(p *plan.Plan, station *plan.Row, ns int64) (places []map[string]string) {
	for _, row := range specifiedAt(p, station.Station, ns) {
		places = append(places, placeOf(vocabulary.SignalKOfN, row, notContained))
	}
	return places
}

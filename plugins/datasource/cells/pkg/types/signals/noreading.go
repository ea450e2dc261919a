package signals

import (
	"context"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// noReadingKind: of a characteristic that is measured on every cell, the last cells of one machine, or of one position where it has
// some, brought no value that can be true: none, or one that no gauge can give. Nobody sees then whether it departs. The value is their number. A
// characteristic of which nobody has ever stored a value at the station is none whose gauge died.
var noReadingKind = signalKind{Name: vocabulary.SignalNoReading, Station: findNoReading}

// withoutReading is how many cells in a row bring no value before a gauge counts as dead: more than a bad contact does.
const withoutReading = 5

func findNoReading(ctx context.Context, s *search, station *plan.Row) ([]signal, error) {
	last, err := s.latest(ctx, station)
	if err != nil {
		return nil, err
	}
	stored, err := s.Fields(ctx, s.Databases.Visits, station.Station)
	if err != nil {
		return nil, err
	}
	sourceMs, at := last.rows.Column("source_ms"), last.rows.Column("time")
	var out []signal
	for _, characteristic := range last.planned {
		name := characteristic.Characteristic
		if !slices.ContainsFunc(stored, func(f source.FieldKey) bool { return f.Name == name }) {
			continue
		}
		values := visit.NumbersOf(last.rows, name)
		judge := control.NewJudge(s.plan, station.Station, name, last.rows)
		var found []signal
		for _, key := range last.keys {
			missing, first := 0, int64(0)
			for _, row := range last.streams[key] {
				ns := visit.SourceMs(sourceMs, at, row) * 1e6
				standard := judge.Standard(row, ns)
				if !plan.IsDue(standard.SpecRow, station) {
					continue
				}
				if values != nil {
					if value, is := values.Float(row); is && standard.Gauge.Read(value) != spc.Implausible {
						break
					}
				}
				missing, first = missing+1, ns
			}
			if missing >= withoutReading {
				labels := last.of(key)
				labels["characteristic"], labels["rule"], labels["disposition"] = name, vocabulary.SignalRuleNoValue, "none"
				told := began(first)
				told.Cells = float64(missing)
				found = append(found, signal{Value: float64(missing), Labels: labels, Facts: told})
			}
		}
		out = append(out, last.ofMachines(found)...)
	}
	return out, nil
}

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
	machines := last.byMachine()
	var out []signal
	for _, characteristic := range last.planned {
		name := characteristic.Characteristic
		if !slices.ContainsFunc(stored, func(f source.FieldKey) bool { return f.Name == name }) {
			continue
		}
		read := s.readAt(last, station, name)
		var found []signal
		for _, keys := range machines {
			for _, dead := range unread(last.brought(keys, read)) {
				labels := last.of(dead.key)
				if dead.whole {
					delete(labels, "position")
				}
				labels["characteristic"], labels["rule"], labels["disposition"] = name, vocabulary.SignalRuleNoValue, "none"
				told := began(dead.sinceNs)
				told.Cells = float64(dead.cells)
				found = append(found, signal{Value: float64(dead.cells), Labels: labels, Facts: told})
			}
		}
		out = append(out, last.ofMachines(found)...)
	}
	return out, nil
}

// readAt tells of a row whether a characteristic is due of it, when it was measured (ns), and whether its value can be true.
func (s *search) readAt(last *latest, station *plan.Row, name string) func(row int) (due bool, ns int64, read bool) {
	sourceMs, at, values := last.rows.Column("source_ms"), last.rows.Column("time"), visit.NumbersOf(last.rows, name)
	judge := control.NewJudge(s.plan, station.Station, name, last.rows)
	return func(row int) (due bool, ns int64, read bool) {
		ns = visit.SourceMs(sourceMs, at, row) * 1e6
		standard := judge.Standard(row, ns)
		if values != nil {
			value, is := values.Float(row)
			read = is && standard.Gauge.Read(value) != spc.Implausible
		}
		return plan.IsDue(standard.SpecRow, station), ns, read
	}
}

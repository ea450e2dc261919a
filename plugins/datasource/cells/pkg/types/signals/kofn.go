package signals

import (
	"cmp"
	"context"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// kOfNKind: at least k of the last n first judged cells of one machine, or of one position where it has some, were out of spec, and
// the last n are not clearly better yet. The value is how many of them are. What a monitor tells first of the same characteristic and
// place is the same cause, and no signal of its own.
var kOfNKind = signalKind{Name: vocabulary.SignalKOfN, Station: findKOfN, Asks: asksKOfN}

func findKOfN(ctx context.Context, s *search, station *plan.Row) ([]signal, error) {
	last, err := s.latest(ctx, station)
	if err != nil {
		return nil, err
	}
	var planned []*plan.Row
	on := map[string]bool{} // machines
	for _, c := range last.planned {
		for key, cells := range s.cellsOf(last, station, c) {
			if isOn(control.SeveralOf(c).Follow(cells, nil, nil, s.reach().To.UnixNano())) {
				on[last.machineOf(key).key()] = true
				if !slices.Contains(planned, c) {
					planned = append(planned, c)
				}
			}
		}
	}
	if len(planned) == 0 {
		return nil, nil
	}
	beside, err := s.toldBeside(ctx, station)
	if err != nil {
		return nil, err
	}
	if last, err = s.longer(ctx, station, planned, last, on); err != nil {
		return nil, err
	}
	var out []signal
	for _, c := range planned {
		cells := s.cellsOf(last, station, c)
		for _, keys := range last.byMachine() {
			if on[last.machineOf(keys[0]).key()] {
				out = append(out, s.severalAt(last, keys, c, cells, beside)...)
			}
		}
	}
	return out, nil
}

func isOn(all []control.Stretch) bool { return len(all) > 0 && all[len(all)-1].UntilNs == 0 }

// mostFollowed bounds the rows that are read of one machine of which something is on, mostTogether those of all of them.
const mostFollowed, mostTogether = 20_000, 100_000

// longer reads machines as far back as what is on of them may have begun.
func (s *search) longer(ctx context.Context, station *plan.Row, planned []*plan.Row, last *latest, on map[string]bool) (*latest, error) {
	var names []string
	for _, keys := range last.byMachine() {
		if m := last.machineOf(keys[0]); on[m.key()] {
			names = append(names, m.equipment)
		}
	}
	var some source.Filters
	if len(names) <= source.FewItems && !slices.Contains(names, "") {
		some = source.Filters{{Filter: source.Filter{Key: "equipment", Operator: "=|"}, Texts: names}}
	}
	return s.readLatest(ctx, station, planned, max(mostLatest, min(mostFollowed, mostTogether/len(names))), some)
}

// cellsOf are the cells of each stream that have a value of a characteristic that can be true, the oldest first.
func (s *search) cellsOf(last *latest, station, characteristic *plan.Row) map[string][]control.Cell {
	values := visit.NumbersOf(last.rows, characteristic.Characteristic)
	if values == nil {
		return nil
	}
	source, at := last.rows.Column("source_ms"), last.rows.Column("time")
	judge := control.NewJudge(s.plan, station.Station, characteristic.Characteristic, last.rows)
	out := map[string][]control.Cell{}
	for _, key := range last.keys {
		for _, row := range slices.Backward(last.streams[key]) {
			value, ok := values.Float(row)
			ns := visit.SourceMs(source, at, row) * 1e6
			standard := judge.Standard(row, ns)
			if ok && standard.Gauge.Read(value) != spc.Implausible {
				out[key] = append(out[key], control.Cell{Ns: ns, Out: standard.Spec.Beyond(value) != 0})
			}
		}
	}
	return out
}

// severalAt are the signals of a machine.
func (s *search) severalAt(last *latest, keys []string, c *plan.Row, cells map[string][]control.Cell, beside beside) (out []signal) {
	route := cmp.Or(c.Text("route"), vocabulary.SignalKindRoute[vocabulary.SignalKOfN])
	var places []control.SeveralAt
	for _, key := range keys {
		at := summary.Key{Stream: last.streamOf(key), Characteristic: c.Characteristic}
		places = append(places, control.SeveralAt{Key: at, Cells: cells[key], Told: beside.times(at, route), Anew: beside.changes(at.Stream)})
	}
	causes, _, now := control.SeveralOf(c).Causes(route, places, s.reach().To.UnixNano())
	for _, cause := range causes {
		labels := last.of(keys[0])
		labels["position"] = cause.Key.Position
		if cause.Key.Position == "" {
			delete(labels, "position")
		}
		labels["characteristic"], labels["rule"], labels["route"], labels["disposition"] = c.Characteristic, vocabulary.SignalRuleKOfN, route, "none"
		out = append(out, severalSignal(cause, now, labels))
	}
	return out
}

// severalSignal is the signal of a place or, where most positions of a machine signal, of all of these together.
func severalSignal(cause monitor.Told, now map[summary.Stream]control.Stretch, labels map[string]string) signal {
	told, parts := began(cause.SinceMs*1e6), []monitor.Told{cause}
	if cause.Most != nil {
		told.Parts, parts = float64(cause.PartsTold()), cause.Lasting()
	}
	cells, out, worst := 0, 0, 0
	for _, part := range parts {
		at := now[part.Key.Stream]
		cells, out, worst = cells+at.Cells, out+at.Out, max(worst, at.Last)
	}
	told.Cells, told.OutOfSpec = float64(cells), float64(out)
	return signal{Value: float64(worst), Labels: labels, Facts: told, Told: &cause}
}

// machineOf is the machine of a stream.
func (l *latest) machineOf(key string) machine {
	of := l.labels[key]
	return machine{of["site"], of["line"], of["equipment"]}
}

// streamOf is a stream of the latest visits as monitors know it, whatever the product.
func (l *latest) streamOf(key string) summary.Stream {
	of := l.labels[key]
	return summary.Stream{Site: of["site"], Line: of["line"], Station: of["station"], Equipment: of["equipment"], Position: of["position"]}
}

func asksKOfN(p *plan.Plan, station *plan.Row, ns int64) (places []map[string]string) {
	for _, row := range specifiedAt(p, station.Station, ns) {
		places = append(places, placeOf(vocabulary.SignalKOfN, row, notContained))
	}
	return places
}

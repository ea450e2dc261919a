package watch

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// suspectFrom is how far, in σ, a gauge has to be off its master part to be named where the process departs to the same side. It is
// no alarm of its own.
const suspectFrom = 2

// gauge is what one reads of a master part: its key without a position where the machine has but one gauge.
type gauge struct {
	monitor.Monitor
	key    summary.Key
	newest monitor.Reading
	ok     bool
	on     []monitor.Episode
}

// gaugesAt follows the gauges of the station until a moment (Unix ms); nothing before the last calibration of a machine is looked at.
func (s *station) gaugesAt(ctx context.Context, run *source.Run, p *plan.Plan, until int64) (out []gauge, err error) {
	ns := max(until*1e6, p.Begin)
	monitors := control.Gauges(p, s.name, ns, s.checks.Keys())
	if len(monitors) == 0 {
		return nil, nil
	}
	from, _ := extent(run, p, until)
	calibrated, err := run.NewestEvents(ctx, vocabulary.EventCalibration, source.Span{From: from * 1e6, To: until * 1e6})
	if err != nil {
		return nil, err
	}
	places := map[summary.Stream]map[string]bool{}
	for _, m := range monitors {
		machine := m.Keys[0].Machine()
		machine.Lot = ""
		if places[machine] == nil {
			places[machine] = map[string]bool{}
		}
		places[machine][m.Keys[0].Position] = true
	}
	for _, m := range monitors {
		g := gauge{Monitor: m, key: m.Keys[0]}
		g.key.Lot = ""
		at, _ := control.StretchAt(p, g.key.Site, until)
		at.FromMs = max(at.FromMs, calibrated[source.Machine{Site: g.key.Site, Equipment: g.key.Equipment}]/1e6)
		at.StartMs = max(at.StartMs, at.FromMs)
		alarm := control.AlarmOf(p, m.Route, ns)
		g.newest, g.ok = m.Newest(s.checks, at, alarm)
		for _, e := range m.Follow(s.checks, at, alarm, nil) {
			if !e.Over {
				g.on = append(g.on, e)
			}
		}
		if len(places[g.key.Machine()]) == 1 {
			g.key.Stream = g.key.Machine()
		}
		out = append(out, g)
	}
	return out, nil
}

// measures tells whether what departs was measured by a gauge.
func (g gauge) measures(k summary.Key) bool {
	return k.Characteristic == g.key.Characteristic && k.Site == g.key.Site && k.Line == g.key.Line && k.Equipment == g.key.Equipment &&
		(g.key.Position == "" || k.Position == "" || k.Position == g.key.Position)
}

func (g gauge) doing() monitor.Doing {
	if g.ok {
		return monitor.Judging
	}
	return monitor.Learning
}

// shifts tells whether a level departs as one does whose gauge is off. Sisters of which most are measured with the same gauge depart with
// it, and not from each other.
func (g gauge) shifts(e Episode) bool {
	if e.What != monitor.Level || !g.measures(e.Key) {
		return false
	}
	others := -1
	for _, key := range e.Keys {
		if g.measures(key) {
			others++
		}
	}
	return e.Against != monitor.Sisters || 2*others < len(e.Keys)-1
}

// withGauges puts gauges beside what departs. One that is off to the side on which a level departs is the first suspect, and the two
// are one cause, told as what began first; of one gauge that reads several things wrong, the first is told.
func (s *station) withGauges(episodes []Episode, gauges []gauge, p *plan.Plan, ns int64) []Episode {
	var off []Episode
	for _, g := range gauges {
		for _, e := range g.on {
			told := control.ToldOf(p, g.Monitor, e, ns)
			told.Key = g.key
			off = append(off, Episode{Told: told, Evidence: s.evidenceOfGauge(g, e, ns/1e6), Suspect: g.suspect()})
		}
	}
	slices.SortStableFunc(off, func(a, b Episode) int { return cmp.Compare(a.FirstMs, b.FirstMs) })
	off = firstOfGauge(off)
	var out []Episode
	for _, e := range episodes {
		for _, g := range gauges {
			if g.shifts(e) && g.ok && g.newest.Off*float64(e.Side) >= suspectFrom {
				e.Suspect = g.suspect()
			}
		}
		i := slices.IndexFunc(off, func(o Episode) bool { return o.of(e) })
		if i < 0 || e.FirstMs <= off[i].FirstMs {
			out = append(out, e)
		}
		if i >= 0 && e.FirstMs <= off[i].FirstMs {
			off = slices.Delete(off, i, i+1)
		}
	}
	return append(out, off...)
}

// of tells whether a gauge's episode is that of a level that departs to the same side.
func (e Episode) of(level Episode) bool {
	return level.Side == e.Side && gauge{key: e.Key}.shifts(level)
}

func firstOfGauge(off []Episode) (out []Episode) {
	for _, e := range off {
		if !slices.ContainsFunc(out, func(o Episode) bool {
			a, b := o.Key, e.Key
			same := o.Gauge.Name != "" && o.Gauge.Name == e.Gauge.Name
			if same {
				b.Characteristic = a.Characteristic
			}
			return a == b
		}) {
			out = append(out, e)
		}
	}
	return out
}

// Suspect is what the gauge reads of a master part.
type Suspect struct {
	monitor.Reading
	Gauge, Master string
}

func (g gauge) suspect() *Suspect { return &Suspect{g.newest, g.Gauge.Name, g.Keys[0].Lot} }

// evidenceOfGauge counts what was measured with a gauge since it is off.
func (s *station) evidenceOfGauge(g gauge, e monitor.Episode, until int64) Evidence {
	out := unknown
	e.LastMs = until
	out.LevelNow, out.LevelUsual, out.Ratio = g.newest.Now, g.newest.Usual, g.newest.Off
	if g.Gauge.Sigma > 0 {
		out.SpreadUsual = g.Gauge.Sigma
	}
	var all summary.Step
	for _, key := range s.book.KeysOf(g.key.Characteristic) {
		if key.Lot == "" && key.Position == g.key.Position && g.measures(key) {
			all = all.With(since(s.book, key, e))
		}
	}
	out.Cells, out.OutOfSpec = max(all.Judged, all.N), all.Bad
	return out
}

// unknown is evidence of which nothing is known.
var unknown = func() Evidence {
	no := math.NaN()
	return Evidence{Cells: -1, OutOfSpec: -1, NotOK: -1, LevelNow: no, LevelUsual: no, SpreadNow: no, SpreadUsual: no, ShareNow: no, ShareUsual: no, Ratio: no}
}()

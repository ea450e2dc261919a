package signals

import (
	"context"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/calendar"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// silentKind: a machine has stored nothing for longer than the plan's max_gap, of the time in which its site produces, and
// does not say that it stands, or said so long ago. The value is that time as a multiple of max_gap. What fell silent stays so until a row
// comes. What has stored nothing for 90 days, or never, or since before the first plan was pushed, is shown to people and kept from alert
// rules: a plant that is connected by and by would be told so for ever.
var silentKind = signalKind{Name: vocabulary.SignalSilent, Station: findSilent}

const (
	// silentLookback is how far back the last row and the last state of a machine are searched.
	silentLookback = 7 * 24 * time.Hour
	// rowsLookback is how far back both are searched of a machine that has stored nothing since.
	rowsLookback = 90 * 24 * time.Hour
	// standingFor is how long it is believed that a machine stands, in the time in which its site produces.
	standingFor = 24 * time.Hour
	// leastStopLookback is how far back its last change to another state than running is searched at least.
	leastStopLookback = 24 * time.Hour
	defaultMaxGap     = 30 * time.Minute
	stateRunning      = "running"
	// severityOfNever: who has not connected a machine knows it.
	severityOfNever = "info"
)

func findSilent(ctx context.Context, s *search, station *plan.Row) ([]signal, error) {
	to := min(s.Range.To.UnixNano(), s.Now().UnixNano())
	h, err := s.heard(ctx, station, to)
	if err != nil {
		return nil, err
	}
	var out []signal
	for _, m := range h.machines {
		key := m.key()
		last, reported := h.row[key]
		state, says := h.state[key]
		stood := int64(0) // when it said so
		if says && state != stateRunning {
			stood = h.stated[key]
		}
		if !reported && (!says || stood > 0) || stood > 0 && s.silence(m.site, max(last, stood), to, standingFor) <= 1 {
			continue
		}
		since := max(last, stood, h.stop[key], s.plan.Begin)
		if !reported {
			since = max(h.from, since)
		}
		if s.Alerting && since < s.plan.Pushed {
			// It fell silent before anybody was to be told of it.
			if state != stateRunning {
				continue
			}
			since = s.plan.Pushed
		}
		if !reported {
			since = max(since, h.said[key])
		}
		if times := s.silence(m.site, since, to, h.allowed); times > 1 {
			out = append(out, signal{Value: times, Labels: m.labels(station, vocabulary.SignalRuleNoRows), Facts: began(since)})
		}
	}
	zones, err := s.unreadZones(ctx, station, to)
	if err != nil {
		return nil, err
	}
	out = append(out, zones...)
	if s.Alerting {
		return out, nil
	}
	return append(out, s.neverHeard(station, h, to)...), nil
}

// silence is the time in which a site produced between two moments, as a multiple of what is allowed.
func (s *search) silence(site string, from, to int64, allowed time.Duration) float64 {
	produced := s.calendar(site, to).Produces(calendar.Span{From: time.Unix(0, from), To: time.Unix(0, to)})
	return float64(produced) / float64(allowed)
}

// calendar is that of a site at a moment; of one that states none every minute is production.
func (s *search) calendar(site string, ns int64) *calendar.Calendar {
	if c, err := calendar.Parse(s.plan.Setting("calendar:"+site, max(ns, s.plan.Begin))); err == nil {
		return c
	}
	return calendar.UTC()
}

// machine is one that stands at a station.
type machine struct{ site, line, equipment string }

func (m machine) key() string { return m.site + "\x00" + m.line + "\x00" + m.equipment }

func (m machine) labels(station *plan.Row, rule string) map[string]string {
	return map[string]string{"station": station.Station, "rule": rule, "site": m.site, "line": m.line, "equipment": m.equipment}
}

// heard is what the machines of a station told: when their last row, their last state other than running, their first and their last
// state, in ns, and which state they are in.
type heard struct {
	machines                []machine
	row, stop, said, stated map[string]int64
	state                   map[string]string
	from                    int64
	allowed                 time.Duration
}

// heard reads the last row and state of each machine of a station.
func (s *search) heard(ctx context.Context, station *plan.Row, to int64) (*heard, error) {
	h := &heard{
		state: map[string]string{}, from: to - int64(silentLookback),
		allowed: time.Duration(station.NumberOr("max_gap_s", defaultMaxGap.Seconds()) * float64(time.Second)),
	}
	for _, site := range s.PlannedSites(s.plan) {
		for _, m := range s.PlannedEquipment(s.plan, source.Scope{Sites: []string{site.ID}, Stations: []string{station.Station}}) {
			h.machines = append(h.machines, machine{site.ID, m.Line, m.ID})
		}
	}
	fields, err := s.Fields(ctx, s.Databases.Visits, station.Station)
	if err != nil {
		return nil, err
	}
	rows := source.Statement{
		From: station.Station, Columns: []source.Column{source.Field("source_ms", table.Int)}, Reduce: "last", GroupBy: visit.EquipmentTags,
		Range: source.Span{From: h.from, To: to}, Where: s.query.filters.Conditions("site"),
	}
	if slices.ContainsFunc(fields, func(k source.FieldKey) bool { return k.Name == "received_ms" }) {
		rows.Columns = append(rows.Columns, source.Field("received_ms", table.Int))
	}
	state := rows
	state.From, state.Columns = vocabulary.MeasurementEquipmentState, []source.Column{source.Field("state", table.Text)}
	first, stopped := state, state
	first.Reduce = "first"
	stopped.Range.From = to - int64(max(leastStopLookback, 2*h.allowed))
	stopped.Where = append(slices.Clone(rows.Where), source.Condition{Column: state.Columns[0], Operator: "!=", Values: []any{stateRunning}})
	results, err := s.Read(ctx, s.Databases.Visits, rows, state, stopped, first)
	if err != nil {
		return nil, err
	}
	h.row, h.stop, h.said = lastHeard(results[0], to), timeByEquipment(results[2], "time", 1), timeByEquipment(results[3], "time", 1)
	h.states(results[1])
	for _, result := range results[:2] {
		for _, series := range result.Series {
			m := machine{series.Tags["site"], series.Tags["line"], series.Tags["equipment"]}
			if s.plan.Stands(station, m.equipment) && !slices.Contains(h.machines, m) {
				h.machines = append(h.machines, m)
			}
		}
	}
	if slices.ContainsFunc(h.machines, h.rowless) {
		rows.Range.From, state.Range.From = to-int64(rowsLookback), to-int64(rowsLookback)
		if results, err = s.Read(ctx, s.Databases.Visits, rows, state); err != nil {
			return nil, err
		}
		h.row = lastHeard(results[0], to)
		h.states(results[1])
	}
	return h, nil
}

// states takes the last state of each machine.
func (h *heard) states(result source.Result) {
	h.stated = timeByEquipment(result, "time", 1)
	for _, series := range result.Series {
		h.state[equipmentKey(series.Tags)] = table.TextOr(series.Rows.Column("state"), 0, "")
	}
}

func (h *heard) rowless(m machine) bool {
	_, reported := h.row[m.key()]
	return !reported
}

// lastHeard is when something of a machine was measured last, or arrived where that was later: a clock that is behind is no silence.
// What had not arrived yet at the moment asked about is taken by its own time. In ns.
func lastHeard(result source.Result, to int64) map[string]int64 {
	out := timeByEquipment(result, "source_ms", 1e6)
	for key, ns := range timeByEquipment(result, "received_ms", 1e6) {
		if ns <= to {
			out[key] = max(out[key], ns)
		}
	}
	return out
}

// timeByEquipment reads one time per equipment, in ns.
func timeByEquipment(result source.Result, column string, unit int64) map[string]int64 {
	out := map[string]int64{}
	for _, series := range result.Series {
		if c := series.Rows.Column(column); c == nil {
			continue
		} else if v, ok := c.Int(0); ok {
			out[equipmentKey(series.Tags)] = v * unit
		}
	}
	return out
}

func equipmentKey(tags map[string]string) string {
	return machine{tags["site"], tags["line"], tags["equipment"]}.key()
}

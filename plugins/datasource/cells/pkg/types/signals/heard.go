package signals

import (
	"context"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// machine is one that stands at a station.
type machine struct{ site, line, equipment string }

func (m machine) key() string { return m.site + "\x00" + m.line + "\x00" + m.equipment }

func (m machine) labels(station *plan.Row, rule string) map[string]string {
	return map[string]string{"station": station.Station, "rule": rule, "site": m.site, "line": m.line, "equipment": m.equipment}
}

// is chooses its rows.
func (m machine) is() (out []source.Condition) {
	for i, value := range []string{m.site, m.line, m.equipment} {
		out = append(out, source.Condition{Column: source.Tag(visit.EquipmentTags[i]), Operator: "=", Values: []any{value}})
	}
	return out
}

// farthestAhead is how far a clock may be ahead that its machine is heard at once.
const farthestAhead = 24 * time.Hour

// heard is what the machines of a station told: when their last row was, and by how much later than by their clock it arrived (below zero
// of one that is ahead), their first and their last state, in ns, and which state they are in.
type heard struct {
	machines               []machine
	row, lag, said, stated map[string]int64
	state                  map[string]string
	// ahead is from when the last row arrived to the time that it bears, where that is later.
	ahead   map[string]source.Span
	from    int64
	allowed time.Duration
}

// heard reads the last row and state of each machine of a station.
func (s *search) heard(ctx context.Context, station *plan.Row, to int64) (*heard, error) {
	h := &heard{
		machines: s.machinesAt(station), state: map[string]string{}, from: to - int64(silentLookback),
		allowed: time.Duration(station.NumberOr("max_gap_s", defaultMaxGap.Seconds()) * float64(time.Second)),
	}
	rows, err := s.lastRows(ctx, station, source.Span{From: h.from, To: to})
	if err != nil {
		return nil, err
	}
	state := rows
	state.From, state.Columns = vocabulary.MeasurementEquipmentState, []source.Column{source.Field("state", table.Text)}
	first := state
	first.Reduce = "first"
	results, err := s.Read(ctx, s.Databases.Visits, append([]source.Statement{rows, state, first}, arrivedBefore(rows)...)...)
	if err != nil {
		return nil, err
	}
	h.said = timeByEquipment(results[2], "time", 1)
	h.rows(results[0], to)
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
		older, err := s.Read(ctx, s.Databases.Visits, rows, state)
		if err != nil {
			return nil, err
		}
		h.rows(older[0], to)
		h.states(older[1])
	}
	h.rowsAhead(results[3:])
	return h, s.setRight(ctx, h, rows)
}

// machinesAt are those that the plan puts at a station.
func (s *search) machinesAt(station *plan.Row) (out []machine) {
	for _, site := range s.PlannedSites(s.plan) {
		for _, m := range s.PlannedEquipment(s.plan, source.Scope{Sites: []string{site.ID}, Stations: []string{station.Station}}) {
			out = append(out, machine{site.ID, m.Line, m.ID})
		}
	}
	return out
}

var receivedColumn = source.Field("received_ms", table.Int)

// lastRows reads when the last row of each machine of a station was measured, and when it arrived where that is stored.
func (s *search) lastRows(ctx context.Context, station *plan.Row, over source.Span) (source.Statement, error) {
	rows := source.Statement{
		From: station.Station, Columns: []source.Column{source.Field("source_ms", table.Int)}, Reduce: "last", GroupBy: visit.EquipmentTags,
		Range: over, Where: s.query.filters.Conditions("site"),
	}
	fields, err := s.Fields(ctx, s.Databases.Visits, station.Station)
	if slices.ContainsFunc(fields, func(k source.FieldKey) bool { return k.Name == receivedColumn.Name }) {
		rows.Columns = append(rows.Columns, receivedColumn)
	}
	return rows, err
}

// arrivedBefore reads of the last rows those that had arrived when the time ends that is read, and bear a later one.
func arrivedBefore(rows source.Statement) []source.Statement {
	if !slices.Contains(rows.Columns, receivedColumn) {
		return nil
	}
	to := rows.Range.To
	rows.Range = source.Span{From: to, To: to + int64(farthestAhead)}
	rows.Where = append(slices.Clone(rows.Where), hadArrived(to))
	return []source.Statement{rows}
}

func hadArrived(ns int64) source.Condition {
	return source.Condition{Column: receivedColumn, Operator: "<=", Values: []any{ns / 1e6}}
}

// rows takes when something of each machine was measured last, or arrived where that was later: a clock that is behind is no silence; nor
// does one that is ahead hide any. What had not arrived yet at the moment asked about is taken by its own time.
func (h *heard) rows(result source.Result, to int64) {
	h.row, h.lag, h.ahead = timeByEquipment(result, "source_ms", 1e6), map[string]int64{}, map[string]source.Span{}
	for key, ns := range timeByEquipment(result, "received_ms", 1e6) {
		measured, known := h.row[key]
		isAhead := measured-ns > int64(clockAhead)
		if ns > to || ns <= measured && !isAhead {
			continue
		}
		if h.row[key] = ns; known {
			h.lag[key] = ns - measured
		}
		if isAhead {
			h.ahead[key] = source.Span{From: ns, To: measured + 1}
		}
	}
}

// rowsAhead takes when rows arrived that bear a time which is still to come: their machine's clock is ahead.
func (h *heard) rowsAhead(results []source.Result) {
	for _, result := range results {
		measured := timeByEquipment(result, "source_ms", 1e6)
		for key, ns := range timeByEquipment(result, "received_ms", 1e6) {
			if at, known := measured[key]; known && ns > h.row[key] {
				h.row[key], h.lag[key] = ns, ns-at
			}
		}
	}
}

// setRight takes when the last row arrived of machines whose clocks were ahead: it bears an earlier time than the one before where its clock
// was set right.
func (s *search) setRight(ctx context.Context, h *heard, rows source.Statement) error {
	var statements []source.Statement
	var of []machine
	for _, m := range h.machines {
		if over, was := h.ahead[m.key()]; was {
			newest := rows
			newest.Reduce, newest.Columns, newest.Range, newest.Where = "max", []source.Column{receivedColumn}, over, append(m.is(), hadArrived(rows.Range.To))
			statements, of = append(statements, newest), append(of, m)
		}
	}
	if len(statements) == 0 {
		return nil
	}
	results, err := s.Read(ctx, s.Databases.Visits, statements...)
	if err != nil {
		return err
	}
	for i, m := range of {
		if ns := timeByEquipment(results[i], receivedColumn.Name, 1e6)[m.key()]; ns > h.row[m.key()] {
			h.row[m.key()], h.lag[m.key()] = ns, 0
		}
	}
	return nil
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

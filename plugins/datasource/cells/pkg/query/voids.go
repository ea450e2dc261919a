package query

import (
	"context"
	"slices"
	"sync"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// voidAge is how long voids are kept: every reader asks for them, and people make few.
const voidAge = 5 * time.Second

const voidKind = "void"

// void is an event that strikes visits of an item: records under a wrong ID. Station and equipment narrow it where they are
// named; fromMs and toMs are the ends of the visits' source times, 0 where the event names none.
type void struct {
	station, equipment string
	fromMs, toMs       int64
}

// voids are all voids by item.
type voids map[string][]void

// voidCache keeps the voids for seconds.
type voidCache struct {
	mu  sync.Mutex
	at  time.Time
	all voids
}

// voids are all that were ever made, at most seconds old: an event can strike a visit years after it. One statement, shared
// by all readers of a datasource; none while no event was ever stored.
func (r *Run) voids(ctx context.Context) (voids, error) {
	now := r.Now()
	r.struck.mu.Lock()
	cached, at := r.struck.all, r.struck.at
	r.struck.mu.Unlock()
	if cached != nil && now.Sub(at) < voidAge && now.Sub(at) >= 0 {
		return cached, nil
	}
	fresh, err := r.readVoids(ctx)
	if err != nil {
		return nil, err
	}
	r.struck.mu.Lock()
	defer r.struck.mu.Unlock()
	r.struck.all, r.struck.at = fresh, now
	return fresh, nil
}

func (r *Run) readVoids(ctx context.Context) (voids, error) {
	out := voids{}
	fields, err := r.Fields(ctx, r.Databases.Record, "event")
	if influx.NotFound(err) || (err == nil && len(fields) == 0) {
		return out, nil
	}
	if err != nil {
		return nil, err
	}
	statement := influx.Statement{
		From: "event", Range: wholeRecord(r.Now()),
		Where: []influx.Condition{{Column: influx.Tag("kind"), Operator: "=", Values: []any{voidKind}}},
	}
	for _, key := range fields {
		if slices.Contains([]string{"item_id", "target_id", "station", "equipment", "from_ms", "to_ms"}, key.Name) {
			statement.Columns = append(statement.Columns, influx.Field(key.Name, kindOf(key)))
		}
	}
	if len(statement.Columns) == 0 {
		return out, nil
	}
	results, err := r.Read(ctx, r.Databases.Record, statement)
	if err != nil {
		return nil, err
	}
	for _, series := range results[0].Series {
		get := series.Rows.Column
		for row := range series.Rows.Len() {
			v := void{
				station: textOr(get("station"), row, ""), equipment: textOr(get("equipment"), row, ""),
				fromMs: intOr(get("from_ms"), row, 0), toMs: intOr(get("to_ms"), row, 0),
			}
			if v.station == "" && v.fromMs == 0 && v.toMs == 0 {
				continue // it says neither where nor when: nothing is struck by guess
			}
			if item := textOr(get("item_id"), row, textOr(get("target_id"), row, "")); item != "" {
				out[item] = append(out[item], v)
			}
		}
	}
	return out, nil
}

// strikes tells which rows of a station are void; nil when none can be. The rows may get a column more.
func (r *Run) strikes(ctx context.Context, station string, rows *table.Table, all voids) (*table.Table, func(row int) bool, error) {
	if len(all) == 0 {
		return rows, nil, nil
	}
	ids := rows.Column(idColumn)
	var touched, placed []int
	for row := range rows.Len() {
		of := all[textOr(ids, row, "")]
		if len(of) == 0 {
			continue
		}
		touched = append(touched, row)
		if slices.ContainsFunc(of, func(v void) bool { return v.equipment != "" }) {
			placed = append(placed, row)
		}
	}
	rows, err := r.withMachines(ctx, station, rows, placed)
	if err != nil || len(touched) == 0 {
		return rows, nil, err
	}
	source, at := rows.Column("source_ms"), rows.Column("time")
	struck := map[int]bool{}
	for _, row := range touched {
		ms := sourceMs(source, at, row)
		struck[row] = slices.ContainsFunc(all[textOr(ids, row, "")], func(v void) bool {
			return (v.station == "" || v.station == station) && (v.equipment == "" || v.equipment == equipmentOf(rows, row)) &&
				(v.fromMs == 0 || ms >= v.fromMs) && (v.toMs == 0 || ms <= v.toMs)
		})
	}
	return rows, func(row int) bool { return struck[row] }, nil
}

// intOr reads a number of an Int column; missing where the column is of another kind or has none.
func intOr(c *table.Column, row int, missing int64) int64 {
	if c == nil || c.Kind != table.Int {
		return missing
	}
	if v, ok := c.Int(row); ok {
		return v
	}
	return missing
}

package source

import (
	"context"
	"slices"
	"sync"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// voidAge is how long voids are kept: every reader asks for them, and people make few.
const voidAge = 5 * time.Second

// Voids are all that were ever made, at most seconds old: an event can strike a visit years after it. One statement, shared
// by all readers of a datasource; none while no event was ever stored.
func (r *Run) Voids(ctx context.Context) (Voids, error) {
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

func (r *Run) readVoids(ctx context.Context) (Voids, error) {
	out := Voids{}
	fields, err := r.Fields(ctx, r.Databases.Record, vocabulary.MeasurementEvent)
	if influx.NotFound(err) || (err == nil && len(fields) == 0) {
		return out, nil
	}
	if err != nil {
		return nil, err
	}
	statement := influx.Statement{
		From: vocabulary.MeasurementEvent, Range: WholeRecord(r.Now()),
		Where: []influx.Condition{{Column: influx.Tag("kind"), Operator: "=", Values: []any{vocabulary.EventVoid}}},
	}
	for _, key := range fields {
		if slices.Contains([]string{"item_id", "target_type", "target_id", "event_id", "station", "from_ms", "to_ms", "source", "received_ms"}, key.Name) {
			statement.Columns = append(statement.Columns, influx.Field(key.Name, KindOf(key)))
		}
	}
	if len(statement.Columns) == 0 {
		return out, nil
	}
	statement.Columns = append(statement.Columns, influx.Tag("site"))
	results, err := r.Read(ctx, r.Databases.Record, statement)
	if err != nil {
		return nil, err
	}
	rows := table.New(vocabulary.MeasurementEvent)
	for _, series := range results[0].Series {
		rows.Append(series.Rows)
	}
	p, err := r.Plan(ctx)
	if err != nil {
		return nil, err
	}
	rows = rows.Filter(func(row int) bool {
		ns, _ := rows.Column("time").Int(row)
		return record.Counts(p, vocabulary.EventVoid, table.TextOr(rows.Column("source"), row, ""), table.IntOr(rows.Column("received_ms"), row, ns/1e6))
	})
	withdrawn := withdrawnVoids(rows)
	get := rows.Column
	for row := range rows.Len() {
		v := void{table.TextOr(get("site"), row, ""), table.TextOr(get("station"), row, ""), table.IntOr(get("from_ms"), row, 0), table.IntOr(get("to_ms"), row, 0)}
		if v.station == "" && v.fromMs == 0 && v.toMs == 0 || withdrawn[siteEvent{v.site, table.TextOr(get("event_id"), row, "")}] {
			continue // it says neither where nor when: nothing is struck by guess
		}
		if item := table.TextOr(get("item_id"), row, table.TextOr(get("target_id"), row, "")); item != "" {
			out[item] = append(out[item], v)
		}
	}
	return out, nil
}

// siteEvent names an event of a site.
type siteEvent struct{ site, id string }

// withdrawnVoids are the voids that a later void of their site took back, unless one took back that one.
func withdrawnVoids(rows *table.Table) map[siteEvent]bool {
	rows = rows.SortBy("time")
	out := map[siteEvent]bool{}
	sites, ids, types, targets := rows.Column("site"), rows.Column("event_id"), rows.Column("target_type"), rows.Column("target_id")
	for row := rows.Len() - 1; row >= 0; row-- {
		site, target := table.TextOr(sites, row, ""), table.TextOr(targets, row, "")
		if table.TextOr(types, row, "") == "event" && target != "" && !out[siteEvent{site, table.TextOr(ids, row, "")}] {
			out[siteEvent{site, target}] = true
		}
	}
	return out
}

// Strikes tells which rows of a station are void; nil when none can be.
func (v Voids) Strikes(station string, rows *table.Table) func(row int) bool {
	if len(v) == 0 {
		return nil
	}
	ids, sites, source, at := rows.Column(visit.IDColumn), rows.Column("site"), rows.Column("source_ms"), rows.Column("time")
	return func(row int) bool {
		of := v[table.TextOr(ids, row, "")]
		return len(of) > 0 && slices.ContainsFunc(of, func(v void) bool {
			ms := visit.SourceMs(source, at, row)
			return v.site == table.TextOr(sites, row, "") && (v.station == "" || v.station == station) && (v.fromMs == 0 || ms >= v.fromMs) && (v.toMs == 0 || ms <= v.toMs)
		})
	}
}

// Others are the items of which other voids strike visits at a station than these, sorted.
func (v Voids) Others(others Voids, station string) (items []string) {
	at := func(all []void) []void {
		return slices.DeleteFunc(slices.Clone(all), func(of void) bool { return of.station != "" && of.station != station })
	}
	for item, of := range v {
		if !slices.Equal(at(of), at(others[item])) {
			items = append(items, item)
		}
	}
	for item, of := range others {
		if _, both := v[item]; !both && len(at(of)) > 0 {
			items = append(items, item)
		}
	}
	slices.Sort(items)
	return items
}

// void is an event that strikes visits of an item at its site: records under a wrong ID. The station narrows it where it is named
// (not the equipment, which is that of whoever sent the event); fromMs and toMs are the ends of the visits' source times, 0
// where the event names none.
type void struct {
	site, station string
	fromMs, toMs  int64
}

// Voids are all voids by item.
type Voids map[string][]void

// voidCache keeps the voids for seconds.
type voidCache struct {
	mu  sync.Mutex
	at  time.Time
	all Voids
}

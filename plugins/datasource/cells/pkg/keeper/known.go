package keeper

import (
	"context"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/holds"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// known are the holds that were placed since a moment, by whoever did.
type known struct {
	placed holds.SeenEvents
	// from and to bound what was read.
	from, to time.Time
}

// read adds the holds that were placed from a moment on: all of them the first time and where it lies before those that were read,
// otherwise what came since.
func (k *known) read(ctx context.Context, run *source.Run, from time.Time) error {
	now := run.Now()
	if k.placed == nil || from.Before(k.from) {
		k.placed, k.from, k.to = holds.SeenEvents{}, from, from
	}
	results, err := run.Read(ctx, run.Databases.Record, source.Statement{
		From: vocabulary.MeasurementEvent,
		Columns: []source.Column{
			source.Field("event_id", table.Text), source.Field("former_id", table.Text), source.Field("pass_ms", table.Int),
			source.Field("item_id", table.Text), source.Field("target_id", table.Text), source.Tag("site"),
		},
		Range: source.Span{From: k.to.Add(-overlap).UnixNano(), To: now.Add(time.Minute).UnixNano()},
		Where: []source.Condition{{Column: source.Tag("kind"), Operator: "=", Values: []any{vocabulary.EventHold}}},
	})
	if err != nil {
		return err
	}
	for _, series := range results[0].Series {
		at, id, former, pass := series.Rows.Column("time"), series.Rows.Column("event_id"), series.Rows.Column("former_id"), series.Rows.Column("pass_ms")
		for row := range series.Rows.Len() {
			ns, _ := at.Int(row)
			of := record.Event{ItemID: table.TextOr(series.Rows.Column("item_id"), row, ""), TargetID: table.TextOr(series.Rows.Column("target_id"), row, ""), Site: table.TextOr(series.Rows.Column("site"), row, "")}
			k.placed.Repeats(placing(of, table.TextOr(id, row, "")), placing(of, table.TextOr(former, row, "")), ns/1e9*1e3, table.IntOr(pass, row, 0))
		}
	}
	k.to = now
	return nil
}

// has tells whether a hold was placed.
func (k *known) has(hold record.Event) bool {
	seen := holds.SeenEvents{}
	id, former := placing(hold, hold.ID), placing(hold, hold.FormerID)
	for _, id := range []string{id, former} {
		if ms, placed := k.placed[id]; placed && id != "" {
			seen[id] = ms
		}
	}
	return seen.Repeats(id, former, hold.AtMs, hold.PassMs)
}

// placing names a hold of an ID on a target of a site: one of the same ID on something else, which anybody may have placed, holds not this.
func placing(of record.Event, id string) string {
	if id == "" {
		return ""
	}
	return id + "\x00" + of.About() + "\x00" + of.Site
}

// add notes holds that were placed.
func (k *known) add(placed []record.Event) {
	for _, e := range placed {
		k.placed[placing(e, e.ID)] = e.AtMs
	}
}

// forget drops holds that were placed before a moment.
func (k *known) forget(before time.Time) {
	for id, ms := range k.placed {
		if ms < before.UnixMilli() {
			delete(k.placed, id)
		}
	}
	if k.from.Before(before) {
		k.from = before
	}
}

package traveler

import (
	"cmp"
	"context"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/holds"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// readEvents reads the events that name the item.
func (t *traveler) readEvents(ctx context.Context, pointers []source.Pointer) error {
	tables, err := t.Exactly(ctx, t.Databases.Record, pointers, func(string) ([]source.Column, error) { return source.EventColumns(), nil })
	if err != nil {
		return err
	}
	t.tellMisled(pointers, tables, "item_id", "target_id")
	if tables[vocabulary.MeasurementEvent] == nil {
		return nil
	}
	rows := tables[vocabulary.MeasurementEvent]
	item, target := rows.Column("item_id"), rows.Column("target_id")
	t.addEvents(rows, func(row int) bool {
		return table.TextOr(item, row, "") == t.id || table.TextOr(target, row, "") == t.id
	})
	return nil
}

func (t *traveler) addEvents(rows *table.Table, keep func(row int) bool) {
	for row := range rows.Len() {
		if keep(row) {
			t.events = append(t.events, record.EventOf(rows, row).Heeded(t.plan))
		}
	}
}

// inherit adds what the item came from, decisions about that, and about what it was carried by or passed through, and tells what became of
// it: a hold on a lot, a roll, a tray or a machine holds for every cell of it, also for those that arrive later. What its visits name is
// asked for while its origins are followed.
func (t *traveler) inherit(ctx context.Context) error {
	t.addLots()
	named := inheritedFrom(t.item())
	// Of itself as well: whoever stored an event may have been ended before the index led to it.
	asked := append(slices.Clone(named), t.id)
	err := t.Together(
		func() error { return t.readOrigins(ctx) },
		func() error { return t.readInherited(ctx, asked) },
	)
	if err != nil {
		return err
	}
	item := t.item()
	farther := slices.DeleteFunc(inheritedFrom(item), func(name string) bool { _, is := slices.BinarySearch(named, name); return is })
	if err := t.readInherited(ctx, farther); err != nil {
		return err
	}
	t.state = holds.Fold(t.events).Of(item, t.Now().UnixMilli())
	var events []record.Event
	for _, e := range holds.Distinct(t.events) {
		if e.ItemID == t.id || e.TargetID == t.id || slices.Contains(t.state.Said, e) {
			events = append(events, *e)
		}
	}
	t.events = events
	slices.SortStableFunc(t.events, func(a, b record.Event) int { return cmp.Or(cmp.Compare(a.AtMs, b.AtMs), cmp.Compare(a.ID, b.ID)) })
	return nil
}

// readInherited reads the decisions about names.
func (t *traveler) readInherited(ctx context.Context, names []string) error {
	if len(names) == 0 {
		return nil
	}
	var buckets []string
	for _, size := range source.BucketSizes(t.plan) {
		for _, name := range names {
			buckets = append(buckets, record.BucketOf(name, size))
		}
	}
	slices.Sort(buckets)
	results, err := t.Read(ctx, t.Databases.Record, source.Statement{
		From: vocabulary.MeasurementEvent, Columns: source.EventColumns(),
		Range: source.WholeRecord(t.Now()), // a lot may have been held long before anything was made of it
		Where: []source.Condition{
			{Column: source.Tag("kind"), Operator: "=", Values: source.AnyValues(vocabulary.Dispositions)},
			{Column: source.Tag("bucket"), Operator: "=", Values: source.AnyValues(slices.Compact(buckets))},
			{Column: source.Field("target_id", table.Text), Operator: "=", Values: source.AnyValues(names)},
		},
	})
	if err != nil {
		return err
	}
	for _, series := range results[0].Series {
		t.addEvents(series.Rows, func(int) bool { return true })
	}
	return nil
}

func (t *traveler) eventsTable() *table.Table {
	out := newPart(vocabulary.PartEvents)
	for _, e := range t.events {
		author, text := t.People.Author(e.Author, e.Source), e.Text
		if t.People.HidesText(e.Source) {
			text = ""
		}
		out.Column("time").AppendInt(e.AtMs * 1e6)
		appendTexts(out, map[string]string{
			"kind": e.Kind, "target_type": e.TargetType, "target_id": e.TargetID, "hold_id": e.HoldID, "station": e.Station,
			"equipment": e.Equipment, "text": text, "author": author, "disposition": cmp.Or(e.Disposition, e.Asked), "severity": e.Severity, "reference": e.Reference,
		})
	}
	return out
}

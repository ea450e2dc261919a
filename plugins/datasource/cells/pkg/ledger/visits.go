package ledger

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"reflect"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// Entered is a visit that somebody entered, as the database has it, and the event that tells who did.
type Entered struct {
	Visit record.Visit
	Event record.Event
	// New is whether it was stored now; else it had been stored under the event's ID before.
	New bool
}

// OtherError says that an event_id is that of something else.
type OtherError struct{ Event record.Event }

func (e *OtherError) Error() string { return "the event_id is that of something else: " + e.Event.ID }

const lastVisit = 9999

// StoreVisit stores a visit (row, pointer, arrival), its note, and by whom it was entered, and reads the row and the event back. Its number is
// the next one of its item there where it has none; what has the same time at the same machine is the same visit. The event bears the
// SHA-256 of the row, by which an OtherError is told, as by a note that is another. Errors as of Store.
func (l *Ledger) StoreVisit(ctx context.Context, v record.Visit, by record.Event) (Entered, error) {
	leave, err := l.doors.enter(ctx, "visit\x00"+v.Item)
	if err != nil {
		return Entered{}, err
	}
	defer leave()
	run := &source.Run{Source: l.from}
	p, err := run.Plan(ctx)
	if err != nil {
		return Entered{}, err
	}
	if v.Number == 0 {
		if v.Number, err = l.nextVisit(ctx, run, p, v); err != nil {
			return Entered{}, err
		}
	}
	now := l.from.Now()
	v.ReceivedMs = now.UnixMilli()
	v = l.people(p, now).KeepVisit(v)
	row, pointer, arrival := record.VisitRows(v, source.BucketSizeAt(p, now))
	by.Reference = hashOf(row)
	about, err := run.EventsAbout(ctx, p, v.Item, by.ID)
	if err != nil {
		return Entered{}, err
	}
	note, noted := v.NoteOf(by.Author)
	if first, is := find(about, by); is {
		if _, said := find(about, note); first.Reference != by.Reference || first.Kind != by.Kind || noted && !said {
			return Entered{}, &OtherError{first}
		}
		return Entered{Visit: v, Event: first}, nil
	}
	if err := l.storeRow(ctx, run, row, pointer, arrival); err != nil {
		return Entered{}, err
	}
	if noted {
		note.Badge = by.Badge
		if _, err := l.Store(ctx, note, nil); err != nil {
			return Entered{}, Unsure(fmt.Errorf("storing the note: %w", err))
		}
	}
	stored, err := l.Store(ctx, by, nil)
	if err != nil {
		return Entered{}, Unsure(fmt.Errorf("storing who entered it: %w", err))
	}
	return Entered{Visit: v, Event: stored.Event, New: stored.New}, nil
}

// hashOf is the SHA-256 of what was entered, whenever it was stored.
func hashOf(row record.Row) string {
	row.Fields = maps.Clone(row.Fields)
	delete(row.Fields, "received_ms")
	return record.Hash(row)
}

func (l *Ledger) storeRow(ctx context.Context, run *source.Run, row, pointer, arrival record.Row) error {
	if err := l.to.Write(ctx, l.from.Databases.Visits, row); err != nil {
		var refused *source.WriteError
		if err = fmt.Errorf("storing the value: %w", err); errors.As(err, &refused) && refused.Status < http.StatusInternalServerError {
			return err
		}
		return &UnsureError{err}
	}
	if err := l.to.Write(ctx, l.from.Databases.Index, pointer); err != nil {
		return &UnsureError{fmt.Errorf("storing where the value lies: %w", err)}
	}
	if err := l.to.Write(ctx, l.from.Databases.Visits, arrival); err != nil {
		return &UnsureError{fmt.Errorf("storing that the value came: %w", err)}
	}
	for _, wait := range seenWithin {
		if err := sleep(ctx, wait); err != nil {
			return &UnsureError{err}
		}
		seen, err := isStored(ctx, run, row)
		if err != nil {
			return &UnsureError{fmt.Errorf("reading the stored value back: %w", err)}
		}
		if seen {
			return nil
		}
	}
	return &UnsureError{errNotSeen}
}

// isStored tells whether the database shows a row as it was written, whole.
func isStored(ctx context.Context, run *source.Run, row record.Row) (bool, error) {
	kinds := map[reflect.Kind]table.Kind{reflect.String: table.Text, reflect.Int64: table.Int, reflect.Float64: table.Float}
	statement := source.Statement{From: row.Measurement, Range: source.Span{From: row.NS, To: row.NS + 1}}
	for name, value := range row.Fields {
		statement.Columns = append(statement.Columns, source.Field(name, kinds[reflect.TypeOf(value).Kind()]))
	}
	for tag, value := range row.Tags {
		statement.Where = append(statement.Where, source.Condition{Column: source.Tag(tag), Operator: "=", Values: []any{value}})
	}
	results, err := run.Read(ctx, run.Databases.Visits, statement)
	if err != nil {
		return false, err
	}
	for _, series := range results[0].Series {
		for at := range series.Rows.Len() {
			if shows(series.Rows, at, row.Fields) {
				return true, nil
			}
		}
	}
	return false, nil
}

func shows(rows *table.Table, at int, fields map[string]any) bool {
	for name, want := range fields {
		var got any
		var is bool
		column := rows.Column(name)
		if column == nil {
			return false
		}
		switch want.(type) {
		case string:
			got, is = column.Text(at)
		case int64:
			got, is = column.Int(at)
		default:
			got, is = column.Float(at)
		}
		if !is || got != want {
			return false
		}
	}
	return true
}

// nextVisit is the number of a visit that was given none: that of the same moment at the same machine, else the next one.
func (l *Ledger) nextVisit(ctx context.Context, run *source.Run, p *plan.Plan, v record.Visit) (int64, error) {
	found, err := run.Pointers(ctx, p, source.Lookup{Item: v.Item, Kind: v.Station})
	if err != nil {
		return 0, err
	}
	byMachine := map[bool][]source.Pointer{}
	for _, pointer := range found[v.Item] {
		own := pointer.Site == v.Site && pointer.Equipment == v.Equipment
		byMachine[own] = append(byMachine[own], pointer)
	}
	columns := []source.Column{source.Field(record.IDField(v.WorksOn), table.Text), source.Field("visit", table.Int), source.Field("source_ms", table.Int)}
	var greatest int64
	for own, pointers := range byMachine {
		rows, err := run.Exactly(ctx, run.Databases.Visits, pointers, func(string) ([]source.Column, error) { return columns, nil })
		if err != nil {
			return 0, err
		}
		of := rows[v.Station]
		for row := 0; of != nil && row < of.Len(); row++ {
			if table.TextOr(of.Column(columns[0].Name), row, "") != v.Item {
				continue
			}
			number := table.IntOr(of.Column("visit"), row, 1)
			if own && table.IntOr(of.Column("source_ms"), row, 0) == v.SourceMs {
				return number, nil
			}
			greatest = max(greatest, number)
		}
	}
	switch {
	case p.CountsPasses(v.Station, l.from.Now().UnixNano()):
		return 1, nil
	case greatest >= lastVisit:
		return 0, source.Mistake("%s has visit %d at %s already, and none is counted beyond %d", v.Item, greatest, v.Station, lastVisit)
	}
	return greatest + 1, nil
}

package plan

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"
	"sync"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// Book is all rows of one measurement of the plan (stations, characteristics, control limits or settings) and answers
// what was in force when. It is safe for several goroutines.
type Book struct {
	rows map[[2]string][]*Row
	keys [][2]string
	// attributes are those by which rows of a characteristic are distinguished.
	attributes map[[2]string][]string

	mu        sync.Mutex
	timelines map[timelineOf]Timeline
}

// timelineOf is what a timeline depends on: of the attributes of a scope those by which rows are distinguished.
type timelineOf struct {
	of                  [2]string
	product, attributes string
	knownAtMs           int64
}

const second = int64(1_000_000_000)

// NewBook takes rows with the columns time (ns: effect floored to the second + revision), station, characteristic,
// product, stratum, revision, recorded_ms, active and the fields of the measurement. Absent tags are "" (station,
// characteristic) or any (product, stratum).
func NewBook(rows *table.Table) (*Book, error) {
	b := &Book{rows: map[[2]string][]*Row{}, attributes: map[[2]string][]string{}, timelines: map[timelineOf]Timeline{}}
	at := rows.Column("time")
	if at == nil || (at.Kind != table.Time && at.Kind != table.Int) {
		return nil, fmt.Errorf("plan: the rows of %q have no column time", rows.Name)
	}
	active := rows.Column("active")
	for i := range rows.Len() {
		ns, ok := at.Int(i)
		if !ok {
			return nil, fmt.Errorf("plan: row %d of %q has no time", i, rows.Name)
		}
		r := &Row{FromNs: floorSecond(ns), Active: true, rows: rows, at: i}
		if active != nil && active.Kind == table.Bool {
			if v, ok := active.Bool(i); ok {
				r.Active = v
			}
		}
		r.Revision = ns - r.FromNs
		if v, ok := r.Int("revision"); ok {
			r.Revision = v
		}
		r.RecordedMs, _ = r.Int("recorded_ms")
		r.Station, r.Characteristic = r.Text("station"), r.Text("characteristic")
		r.Product, r.Stratum = orAny(r.Text("product")), orAny(r.Text("stratum"))
		key := [2]string{r.Station, r.Characteristic}
		if b.rows[key] == nil {
			b.keys = append(b.keys, key)
		}
		b.rows[key] = append(b.rows[key], r)
		for attribute := range ParseStratum(r.Stratum) {
			if !slices.Contains(b.attributes[key], attribute) {
				b.attributes[key] = append(b.attributes[key], attribute)
			}
		}
	}
	slices.SortFunc(b.keys, func(x, y [2]string) int {
		if d := strings.Compare(x[0], y[0]); d != 0 {
			return d
		}
		return strings.Compare(x[1], y[1])
	})
	return b, nil
}

// Keys are the (station, characteristic) pairs the book has rows of, sorted.
func (b *Book) Keys() [][2]string { return b.keys }

// Timeline is what was in force when for a scope. knownAtMs asks what was known then; 0 asks for all that is known.
func (b *Book) Timeline(station, characteristic string, scope Scope, knownAtMs int64) Timeline {
	key := timelineOf{of: [2]string{station, characteristic}, product: scope.Product, knownAtMs: knownAtMs}
	rows := b.rows[key.of]
	if len(rows) == 0 {
		return nil
	}
	for _, attribute := range b.attributes[key.of] {
		key.attributes += scope.Attributes[attribute] + "\x00"
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if t, ok := b.timelines[key]; ok {
		return t
	}
	t := timeline(rows, scope, knownAtMs)
	if len(b.timelines) < maxTimelines {
		b.timelines[key] = t
	}
	return t
}

// A book lives for seconds; beyond this many scopes, timelines are computed without being kept.
const maxTimelines = 10_000

// Version changes with every row of a station that is added; "" is of all stations.
func (b *Book) Version(station string) (v uint64) {
	for key, rows := range b.rows {
		if station != "" && key[0] != station {
			continue
		}
		for _, r := range rows {
			v += uint64(r.FromNs) ^ bits.Reverse64(uint64(r.Revision)) ^ bits.RotateLeft64(uint64(r.RecordedMs), 20)
		}
		v += uint64(len(rows)) << 48
	}
	return v
}

// begins tells whether a row of a station takes effect in (from, to] ns; "" is of all stations.
func (b *Book) begins(station string, from, to int64) bool {
	for key, rows := range b.rows {
		if station != "" && key[0] != station {
			continue
		}
		if slices.ContainsFunc(rows, func(r *Row) bool { return r.FromNs > from && r.FromNs <= to }) {
			return true
		}
	}
	return false
}

// Begin is the earliest moment from which an active row of the book is in force; ok is false for a book without one.
func (b *Book) Begin() (ns int64, ok bool) {
	for _, rows := range b.rows {
		for _, r := range rows {
			if r.Active && (!ok || r.FromNs < ns) {
				ns, ok = r.FromNs, true
			}
		}
	}
	return ns, ok
}

// Recorded is when its first row was written, in ns; 0 for a book without one that says so.
func (b *Book) Recorded() (ns int64) {
	for _, rows := range b.rows {
		for _, r := range rows {
			if ms := r.RecordedMs; ms > 0 && (ns == 0 || ms*1e6 < ns) {
				ns = ms * 1e6
			}
		}
	}
	return ns
}

// Any tells whether some row of a characteristic, in force or not, is so.
func (b *Book) Any(station, characteristic string, so func(r *Row) bool) bool {
	return slices.ContainsFunc(b.rows[[2]string{station, characteristic}], so)
}

// At is the row in force for a scope at a moment; nil when there is none.
func (b *Book) At(station, characteristic string, scope Scope, ns int64) *Row {
	return b.Timeline(station, characteristic, scope, 0).At(ns)
}

// Strata are the distinct (product, stratum) pairs that have rows of a characteristic, in order of their text.
func (b *Book) Strata(station, characteristic string) [][2]string {
	var out [][2]string
	for _, r := range b.rows[[2]string{station, characteristic}] {
		if pair := [2]string{r.Product, r.Stratum}; !slices.Contains(out, pair) {
			out = append(out, pair)
		}
	}
	slices.SortFunc(out, func(x, y [2]string) int {
		if d := strings.Compare(x[0], y[0]); d != 0 {
			return d
		}
		return strings.Compare(x[1], y[1])
	})
	return out
}

func orAny(s string) string {
	if s == "" {
		return Any
	}
	return s
}

func floorSecond(ns int64) int64 {
	rest := ns % second
	if rest < 0 {
		rest += second
	}
	return ns - rest
}

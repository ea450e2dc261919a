package join

import (
	"fmt"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// Visits says which visits of a cell at a station count.
type Visits string

// First is the lowest visit number, Last the highest, All every visit.
const (
	First Visits = "first"
	Last  Visits = "last"
	All   Visits = "all"
)

// VisitColumns names the columns the visits rules read. Number and Received are Int columns, Time orders rows that are
// equal in both.
type VisitColumns struct {
	Key, Number, Received, Time string
}

// Superseded tells for each row whether another row of the same key and visit replaces it: the one received last stays,
// of those received together the one with the greatest time. Rows without a key are never superseded.
func Superseded(t *table.Table, columns VisitColumns) ([]bool, error) {
	v, err := newVisits(t, columns)
	if err != nil {
		return nil, err
	}
	superseded := make([]bool, t.Len())
	v.mark(newKeys(v.key), superseded)
	return superseded, nil
}

// mark sets the superseded rows of every key.
func (v visits) mark(all *keys, superseded []bool) {
	var rows []int
	for no := range all.len() {
		if all.first[no] == all.last[no] {
			continue
		}
		rows = all.rows(no, rows)
		for i, row := range rows {
			for _, other := range rows[:i] {
				if superseded[other] || v.int(v.number, row) != v.int(v.number, other) {
					continue
				}
				if v.later(row, other) {
					superseded[other] = true
				} else {
					superseded[row] = true
				}
				break
			}
		}
	}
}

// Pick gives the rows of t the rule selects, without superseded ones, in the table's order. Rows without a key stay under
// All and are left out otherwise: they belong to no cell whose first or last visit they could be.
func Pick(t *table.Table, rule Visits, columns VisitColumns) (*table.Table, error) {
	v, err := newVisits(t, columns)
	if err != nil {
		return nil, err
	}
	all := newKeys(v.key)
	drop := make([]bool, t.Len())
	v.mark(all, drop)
	if rule != All {
		v.leave(rule, all, drop)
	}
	return t.Filter(func(row int) bool { return !drop[row] }), nil
}

// Choose is Superseded and Pick in one pass over the keys: which rows of t stay, and which another record replaced. Rows
// that are not eligible replace others as any record does, and are never chosen themselves.
func Choose(t *table.Table, rule Visits, columns VisitColumns, eligible func(row int) bool) (keep, superseded []bool, err error) {
	v, err := newVisits(t, columns)
	if err != nil {
		return nil, nil, err
	}
	all := newKeys(v.key)
	superseded, drop := make([]bool, t.Len()), make([]bool, t.Len())
	v.mark(all, superseded)
	for row := range drop {
		drop[row] = superseded[row] || !eligible(row)
	}
	if rule != All {
		v.leave(rule, all, drop)
	}
	for row := range drop {
		drop[row] = !drop[row]
	}
	return drop, superseded, nil
}

// leave drops all but the first or last visit of every key, and rows without a key.
func (v visits) leave(rule Visits, all *keys, drop []bool) {
	for row, no := range all.of {
		drop[row] = drop[row] || no < 0
	}
	var rows []int
	for no := range all.len() {
		if all.first[no] == all.last[no] {
			continue
		}
		rows = all.rows(no, rows)
		best := -1
		for _, row := range rows {
			if !drop[row] && (best < 0 || v.before(rule, row, best)) {
				best = row
			}
		}
		for _, row := range rows {
			drop[row] = row != best
		}
	}
}

type visits struct {
	key, number, received, time *table.Column
}

func newVisits(t *table.Table, c VisitColumns) (visits, error) {
	v := visits{t.Column(c.Key), t.Column(c.Number), t.Column(c.Received), t.Column(c.Time)}
	for _, col := range []struct {
		name   string
		column *table.Column
	}{{c.Key, v.key}, {c.Number, v.number}, {c.Received, v.received}, {c.Time, v.time}} {
		if col.column == nil {
			return v, fmt.Errorf("join: table %q has no column %q, needed to tell visits apart", t.Name, col.name)
		}
	}
	return v, nil
}

// A visit without a number counts as the first; a row without a time of arrival as the oldest.
func (v visits) int(c *table.Column, row int) int64 {
	n, ok := c.Int(row)
	if !ok && c == v.number {
		return 1
	}
	return n
}

func (v visits) later(row, other int) bool {
	if a, b := v.int(v.received, row), v.int(v.received, other); a != b {
		return a > b
	}
	return v.int(v.time, row) > v.int(v.time, other)
}

func (v visits) before(rule Visits, row, other int) bool {
	a, b := v.int(v.number, row), v.int(v.number, other)
	switch {
	case a == b:
		return v.later(row, other)
	case rule == First:
		return a < b
	default:
		return a > b
	}
}

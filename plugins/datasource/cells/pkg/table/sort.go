package table

import (
	"cmp"
	"fmt"
	"slices"
)

// ProcessOrder is the order cells went through a station: source time, then tray, then slot or position. Never the row
// time, whose last digits are a hash.
var ProcessOrder = []string{"source_ms", "carrier", "slot", "position"}

// SortBy gives the rows sorted by the named columns, ascending, stable; texts in natural order, missing values last.
// A column that the table does not have orders nothing: stations differ in which they fill.
func (t *Table) SortBy(names ...string) *Table {
	var keys []*Column
	for _, name := range names {
		if c := t.Column(name); c != nil {
			keys = append(keys, c)
		}
	}
	compare := func(a, b int) int {
		for _, c := range keys {
			if d := c.Compare(a, b); d != 0 {
				return d
			}
		}
		return 0
	}
	n := t.Len()
	sorted := true
	for i := 1; i < n && sorted; i++ {
		sorted = compare(i-1, i) <= 0
	}
	if sorted {
		return t
	}
	rows := make([]int, n)
	for i := range rows {
		rows[i] = i
	}
	slices.SortStableFunc(rows, compare)
	return t.Take(rows)
}

// Compare orders rows a and b of the column, ascending, as SortBy does; missing values are equal to each other.
func (c *Column) Compare(a, b int) int {
	am, bm := c.Missing(a), c.Missing(b)
	switch {
	case am && bm:
		return 0
	case am:
		return 1
	case bm:
		return -1
	}
	switch c.Kind {
	case Time, Int:
		return cmp.Compare(c.ints[a], c.ints[b])
	case Float:
		return cmp.Compare(c.floats[a], c.floats[b])
	case Text:
		return c.text.compare(a, b)
	case Bool:
		return cmp.Compare(boolRank(c.bools.get(a)), boolRank(c.bools.get(b)))
	}
	panic(fmt.Sprintf("table: column %q has unknown kind %s", c.Name, c.Kind))
}

func (t *texts) compare(a, b int) int {
	if !t.flat && t.codes[a] == t.codes[b] {
		return 0
	}
	return Natural(t.at(a), t.at(b))
}

func boolRank(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Package table holds rows as typed columns with explicit missing values. It is what readers fill,
// joins combine and frames are made from.
package table

import "fmt"

// Table is a list of columns of equal length.
type Table struct {
	Name    string
	columns []*Column
	index   map[string]int
}

// New makes an empty table with these columns.
func New(name string, specs ...Spec) *Table {
	t := &Table{Name: name, index: make(map[string]int, len(specs))}
	for _, s := range specs {
		t.Add(NewColumn(s))
	}
	return t
}

// Add appends a column. Its name must be new, its length the table's.
func (t *Table) Add(c *Column) *Column {
	if _, taken := t.index[c.Name]; taken {
		panic(fmt.Sprintf("table: %q has two columns named %q", t.Name, c.Name))
	}
	if len(t.columns) > 0 && t.columns[0].n != c.n {
		panic(fmt.Sprintf("table: column %q has %d rows, table %q has %d", c.Name, c.n, t.Name, t.columns[0].n))
	}
	t.index[c.Name] = len(t.columns)
	t.columns = append(t.columns, c)
	return c
}

// Column finds a column by name; nil when there is none.
func (t *Table) Column(name string) *Column {
	if i, ok := t.index[name]; ok {
		return t.columns[i]
	}
	return nil
}

// Columns gives all columns in their order; not to be changed.
func (t *Table) Columns() []*Column { return t.columns }

// Len is the number of rows. Columns of unequal length (a row half appended) are a programmer's error.
func (t *Table) Len() int {
	if len(t.columns) == 0 {
		return 0
	}
	n := t.columns[0].n
	for _, c := range t.columns[1:] {
		if c.n != n {
			panic(fmt.Sprintf("table: %q: column %q has %d rows, %q has %d", t.Name, t.columns[0].Name, n, c.Name, c.n))
		}
	}
	return n
}

// Filter gives the rows that keep holds for, in their order.
func (t *Table) Filter(keep func(row int) bool) *Table {
	rows := make([]int, 0, t.Len())
	for i := range t.Len() {
		if keep(i) {
			rows = append(rows, i)
		}
	}
	if len(rows) == t.Len() {
		return t
	}
	return t.Take(rows)
}

// Take gives the rows of index in its order; a negative index gives a row of missing values, which required columns
// refuse.
func (t *Table) Take(index []int) *Table {
	out := New(t.Name)
	for _, c := range t.columns {
		out.Add(c.gather(c.Spec, index))
	}
	return out
}

// Head gives the first n rows.
func (t *Table) Head(n int) *Table {
	return t.Filter(func(row int) bool { return row < n })
}

package join

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// index numbers the distinct keys of the left table once, for all right tables: only they can match.
type index struct {
	left *table.Table
	key  string
	// number of each key; keys gives each left row its number, -1 for none.
	number     map[string]int
	keys       []int
	withoutKey int
	// second is a row that repeats an earlier row's key, first that earlier row; -1 when all keys differ.
	first, second int
}

func newIndex(left *table.Table, key string) (*index, error) {
	c := left.Column(key)
	if c == nil || c.Kind != table.Text {
		return nil, fmt.Errorf("join: table %q has no text column %q to match by", left.Name, key)
	}
	n := left.Len()
	x := &index{left: left, key: key, number: make(map[string]int, n), keys: make([]int, n), first: -1, second: -1}
	firstRow := make([]int, 0, n)
	for row := range n {
		v, ok := c.Text(row)
		if !ok || v == "" {
			x.keys[row] = -1
			x.withoutKey++
			continue
		}
		no, known := x.number[v]
		if !known {
			no = len(firstRow)
			x.number[v] = no
			firstRow = append(firstRow, row)
		} else if x.second < 0 {
			x.first, x.second = firstRow[no], row
		}
		x.keys[row] = no
	}
	return x, nil
}

// match gives each left row its partner's row in the right table, -1 for none.
func (x *index) match(right Right) ([]int, error) {
	if err := checkRight(right); err != nil {
		return nil, err
	}
	if right.Cardinality == OneToOne && x.second >= 0 {
		return nil, duplicate(x.left.Name, x.left, x.key, x.first, x.second)
	}
	if right.AsOf != Exactly {
		return x.matchAsOf(right)
	}
	partner := make([]int, len(x.number))
	for i := range partner {
		partner[i] = -1
	}
	key := right.Table.Column(right.Key)
	for row := range right.Table.Len() {
		no, ok := x.lookup(key, row)
		if !ok {
			continue
		}
		if partner[no] >= 0 {
			return nil, duplicate(right.Name, right.Table, right.Key, partner[no], row)
		}
		partner[no] = row
	}
	match := make([]int, len(x.keys))
	for row, no := range x.keys {
		match[row] = -1
		if no >= 0 {
			match[row] = partner[no]
		}
	}
	return match, nil
}

func (x *index) lookup(key *table.Column, row int) (int, bool) {
	v, ok := key.Text(row)
	if !ok || v == "" {
		return 0, false
	}
	no, ok := x.number[v]
	return no, ok
}

// duplicate names both rows by content, sorted, so that the message is the same whatever order they were read in.
func duplicate(name string, t *table.Table, key string, a, b int) error {
	v, _ := t.Column(key).Text(a)
	rows := []string{describe(t, key, a), describe(t, key, b)}
	slices.Sort(rows)
	return fmt.Errorf("join: %s has two rows for %s %q: (%s) and (%s); ask for the first or last visit, or match by time",
		name, key, v, rows[0], rows[1])
}

func describe(t *table.Table, key string, row int) string {
	var parts []string
	for _, c := range t.Columns() {
		if c.Name == key || c.Missing(row) {
			continue
		}
		parts = append(parts, c.Name+"="+c.Format(row))
		if len(parts) == 4 {
			break
		}
	}
	return strings.Join(parts, " ")
}

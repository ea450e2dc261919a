package join

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// index is the keys of the left table, built once for all right tables: only they can match.
type index struct {
	left       *table.Table
	key        string
	keys       *keys
	withoutKey int
}

func newIndex(left *table.Table, key string) (*index, error) {
	c := left.Column(key)
	if c == nil || c.Kind != table.Text {
		return nil, fmt.Errorf("join: table %q has no text column %q to match by", left.Name, key)
	}
	x := &index{left: left, key: key, keys: newKeys(c)}
	for _, no := range x.keys.of {
		if no < 0 {
			x.withoutKey++
		}
	}
	return x, nil
}

// match gives each left row its partner's row in the right table, -1 for none.
func (x *index) match(right Right) ([]int, error) {
	if err := checkRight(right); err != nil {
		return nil, err
	}
	if right.AsOf != Exactly {
		return x.matchAsOf(right)
	}
	partner := make([]int, x.keys.len())
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
	match := make([]int, len(x.keys.of))
	for row, no := range x.keys.of {
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
	no := x.keys.number(v)
	return no, no >= 0
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

package join

import (
	"fmt"
	"sort"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// matchAsOf finds for each left row the right row of the same key that is nearest in the asked direction. Of right rows
// at the same time the last in the table's order is taken looking back, the first looking ahead. A row without a time
// matches nothing.
func (x *index) matchAsOf(right Right) ([]int, error) {
	leftTime, err := timeColumn(x.left.Name, x.left, right.LeftTime)
	if err != nil {
		return nil, err
	}
	rightTime, err := timeColumn(right.Name, right.Table, right.Time)
	if err != nil {
		return nil, err
	}
	series := make([][]int, x.keys.len())
	key := right.Table.Column(right.Key)
	for row := range right.Table.Len() {
		no, ok := x.lookup(key, row)
		if ok && !rightTime.Missing(row) {
			series[no] = append(series[no], row)
		}
	}
	at := func(row int) int64 { v, _ := rightTime.Int(row); return v }
	for _, rows := range series {
		if !sort.SliceIsSorted(rows, func(i, j int) bool { return at(rows[i]) < at(rows[j]) }) {
			sort.SliceStable(rows, func(i, j int) bool { return at(rows[i]) < at(rows[j]) })
		}
	}
	match := make([]int, len(x.keys.of))
	for row, no := range x.keys.of {
		match[row] = -1
		moment, ok := leftTime.Int(row)
		if no < 0 || !ok {
			continue
		}
		partner := nearest(series[no], at, moment, right.AsOf)
		if partner >= 0 && (right.Tolerance == 0 || distance(at(partner), moment) <= right.Tolerance) {
			match[row] = partner
		}
	}
	return match, nil
}

func nearest(rows []int, at func(row int) int64, moment int64, direction AsOf) int {
	if direction == Back {
		i := sort.Search(len(rows), func(i int) bool { return at(rows[i]) > moment })
		if i == 0 {
			return -1
		}
		return rows[i-1]
	}
	i := sort.Search(len(rows), func(i int) bool { return at(rows[i]) >= moment })
	if i == len(rows) {
		return -1
	}
	return rows[i]
}

func distance(a, b int64) int64 {
	if a > b {
		return a - b
	}
	return b - a
}

func timeColumn(name string, t *table.Table, column string) (*table.Column, error) {
	c := t.Column(column)
	if c == nil || (c.Kind != table.Time && c.Kind != table.Int) {
		return nil, fmt.Errorf("join: %s has no time column %q to match by", name, column)
	}
	return c, nil
}

// Package join attaches the rows of several tables to the rows of one, by key and, where asked, by time. Tables in, table
// and report out; no I/O.
//
// The rule for keys that are missing or empty: they match nothing, not even each other. Such a row of the left table is
// an unmatched row; such a row of a right table is never used. Both are counted.
package join

import (
	"fmt"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// Unmatched says what becomes of a left row that has no partner on the right.
type Unmatched uint8

// Keep fills the right columns of such a row with missing values (a left join); Drop removes the row (an inner join).
const (
	Keep Unmatched = iota
	Drop
)

// AsOf says in which direction the nearest row in time is looked for among the right rows of the same key.
type AsOf uint8

// Exactly ignores time; Back takes the newest right row not after the left row, Ahead the oldest not before it.
const (
	Exactly AsOf = iota
	Back
	Ahead
)

// Left is the table whose rows decide the rows of the answer. All its columns are kept.
type Left struct {
	Table *table.Table
	Key   string
}

// Column is a right column and its name in the answer.
type Column struct {
	From, As string
}

// Right is a table to attach, and how.
type Right struct {
	// Name is for messages and the report: a station, a zone.
	Name    string
	Table   *table.Table
	Key     string
	Columns []Column

	Unmatched Unmatched

	AsOf AsOf
	// LeftTime and Time name the columns an as-of match compares, both in the same unit.
	LeftTime, Time string
	// Tolerance is the greatest distance of an as-of match, in the unit of the times; 0 means any distance.
	Tolerance int64
}

// Report says what became of the rows of one right table.
type Report struct {
	Name string
	// Matched and Unmatched are left rows, Dropped those of the unmatched that were removed for it.
	Matched, Unmatched, Dropped int
	// Unused are right rows that no left row took.
	Unused int
	// LeftWithoutKey and RightWithoutKey are rows whose key is missing or empty.
	LeftWithoutKey, RightWithoutKey int
}

// Join attaches every right table to the left one. Rows keep the order of the left table.
func Join(left Left, rights ...Right) (*table.Table, []Report, error) {
	n := left.Table.Len()
	reports := make([]Report, len(rights))
	matches := make([][]int, len(rights))
	dropped := make([]bool, n)
	drops := 0
	var x *index
	for r, right := range rights {
		if x == nil {
			var err error
			if x, err = newIndex(left.Table, left.Key); err != nil {
				return nil, nil, err
			}
		}
		match, err := x.match(right)
		if err != nil {
			return nil, nil, err
		}
		matches[r] = match
		reports[r] = report(right, x, match)
		if right.Unmatched == Drop {
			for row, partner := range match {
				if partner < 0 && !dropped[row] {
					dropped[row] = true
					drops++
				}
			}
		}
	}
	return assemble(left, rights, matches, dropped, drops), reports, nil
}

func report(right Right, x *index, match []int) Report {
	rep := Report{Name: right.Name, LeftWithoutKey: x.withoutKey}
	used := make([]bool, right.Table.Len())
	for _, partner := range match {
		if partner < 0 {
			rep.Unmatched++
			continue
		}
		rep.Matched++
		used[partner] = true
	}
	if right.Unmatched == Drop {
		rep.Dropped = rep.Unmatched
	}
	key := right.Table.Column(right.Key)
	for row, u := range used {
		if !u {
			rep.Unused++
		}
		if v, ok := key.Text(row); !ok || v == "" {
			rep.RightWithoutKey++
		}
	}
	return rep
}

func assemble(left Left, rights []Right, matches [][]int, dropped []bool, drops int) *table.Table {
	rows := make([]int, 0, len(dropped)-drops)
	for row, d := range dropped {
		if !d {
			rows = append(rows, row)
		}
	}
	base := left.Table.Filter(func(row int) bool { return !dropped[row] })
	out := table.New(left.Table.Name)
	for _, c := range base.Columns() {
		out.Add(c)
	}
	partners := make([]int, len(rows))
	for r, right := range rights {
		for i, row := range rows {
			partners[i] = matches[r][row]
		}
		for _, c := range right.Columns {
			out.Add(right.Table.Column(c.From).Gather(c.As, partners))
		}
	}
	return out
}

func checkRight(right Right) error {
	if c := right.Table.Column(right.Key); c == nil || c.Kind != table.Text {
		return fmt.Errorf("join: %s has no text column %q to match by", right.Name, right.Key)
	}
	for _, c := range right.Columns {
		if right.Table.Column(c.From) == nil {
			return fmt.Errorf("join: %s has no column %q to attach", right.Name, c.From)
		}
	}
	return nil
}

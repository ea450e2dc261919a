package join

import (
	"cmp"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/retest"
)

// Choose tells which rows a choice selects of those that stand and are eligible (retest.Choice.Prefers). Rows without a key stay under All and are left out
// otherwise: they belong to no cell whose first or last visit they could be. A nil rank holds all equal.
func (p *Passes) Choose(choice retest.Choice, eligible func(row int) bool, rank func(row int) int) []bool {
	keep := make([]bool, len(p.Superseded))
	for row, no := range p.keys.of {
		keep[row] = p.Stands(row) && (no >= 0 || choice == retest.All) && eligible(row)
	}
	if choice == retest.All {
		return keep
	}
	var rows []int
	for no := range p.keys.len() {
		if p.keys.first[no] == p.keys.last[no] {
			continue
		}
		rows = p.keys.rows(no, rows)
		best := -1
		for _, row := range rows {
			if keep[row] && (best < 0 || p.prefers(choice, row, best, rank)) {
				best = row
			}
		}
		for _, row := range rows {
			keep[row] = row == best
		}
	}
	return keep
}

func (p *Passes) prefers(choice retest.Choice, row, other int, rank func(row int) int) bool {
	worse := 0
	if rank != nil {
		worse = cmp.Compare(rank(row), rank(other))
	}
	return choice.Prefers(cmp.Compare(p.Number(row), p.Number(other)), worse, p.compareTime(row, other))
}

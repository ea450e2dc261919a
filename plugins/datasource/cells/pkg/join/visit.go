package join

// Visits says which visits of a cell at a station count.
type Visits string

// First is the lowest visit number, Last the highest, All every visit.
const (
	First Visits = "first"
	Last  Visits = "last"
	All   Visits = "all"
)

// Choose tells which rows the rule selects of those that stand and are eligible. Where passes bear one number, that with the
// greatest rank counts; of equals the earliest is the first, the latest the last. Rows without a key stay under All and are left out
// otherwise: they belong to no cell whose first or last visit they could be. A nil rank holds all equal.
func (p *Passes) Choose(rule Visits, eligible func(row int) bool, rank func(row int) int) []bool {
	keep := make([]bool, len(p.Superseded))
	for row, no := range p.keys.of {
		keep[row] = p.Stands(row) && (no >= 0 || rule == All) && eligible(row)
	}
	if rule == All {
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
			if keep[row] && (best < 0 || p.before(rule, row, best, rank)) {
				best = row
			}
		}
		for _, row := range rows {
			keep[row] = row == best
		}
	}
	return keep
}

func (p *Passes) before(rule Visits, row, other int, rank func(row int) int) bool {
	if a, b := p.Number(row), p.Number(other); a != b {
		return (a < b) == (rule == First)
	}
	if rank != nil {
		if a, b := rank(row), rank(other); a != b {
			return a > b
		}
	}
	return (p.compareTime(row, other) < 0) == (rule == First)
}

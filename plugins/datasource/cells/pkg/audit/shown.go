package audit

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// Shown are events without what the asker may not see of people. A hash is left out with it: whoever knows all else of a row could try names
// until one fits. whole tells of which rows nothing was left out.
func Shown(people source.Privacy, events *table.Table) (out *table.Table, whole []bool) {
	without := people.WithoutPeople(events)
	whole = make([]bool, events.Len())
	for row := range whole {
		whole[row] = true
		for i, c := range events.Columns() {
			whole[row] = whole[row] && c.Missing(row) == without.Columns()[i].Missing(row)
		}
	}
	out = table.New(events.Name)
	for _, c := range without.Columns() {
		if c.Name == "sha256" {
			shown := table.NewColumn(c.Spec)
			for row := range whole {
				if whole[row] {
					shown.AppendFrom(c, row)
				} else {
					shown.AppendMissing()
				}
			}
			c = shown
		}
		out.Add(c)
	}
	return out, whole
}

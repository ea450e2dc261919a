package traveler

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// find judges the values of every visit that counts, all visits to one station together: a retest need not repeat what an
// earlier visit in production brought.
func (t *traveler) find() {
	byStation := map[*table.Table][]*stay{}
	for _, s := range t.standing() {
		byStation[s.rows] = append(byStation[s.rows], s)
	}
	for rows, stays := range byStation {
		standing := map[int]bool{}
		for _, s := range stays {
			standing[s.row] = s.production()
		}
		for _, s := range stays {
			ns := s.sourceMs * 1e6
			planned := t.plan.MeasuredAt(s.station, ns)
			s.found = control.FindingsOf(t.plan, t.plan.StationRow(s.station, ns), rows, planned, func(row int) bool { return standing[row] }).Row(s.row)
		}
	}
}

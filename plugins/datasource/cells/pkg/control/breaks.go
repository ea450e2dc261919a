package control

import (
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// Breaks are when something was done to the places of a station, ascending Unix ms: their monitors begin anew.
type Breaks map[placed][]int64

// placed is a position of a machine, the machine where that is "", the station where both are.
type placed struct{ site, equipment, position string }

const (
	secondNs = 1_000_000_000
	secondMs = 1_000
)

// BreaksOf are those that events make at a station. An event has a second: what is below it tells events of one second apart.
func BreaksOf(station string, events []MachineEvent) Breaks {
	out := Breaks{}
	for _, e := range events {
		// What was done to an item was not done to the machine.
		if !e.OfItem && (e.Equipment != "" || e.Station == station) {
			at := placed{e.Site, e.Equipment, e.Position}
			out[at] = append(out[at], e.AtNs/secondNs*secondMs)
		}
	}
	for _, all := range out {
		slices.Sort(all)
	}
	return out
}

// Of are those of streams that are held against something, nil where none has any. What was done to a machine makes no lot another one.
func (b Breaks) Of(against string, streams []summary.Stream) (out [][]int64) {
	if len(b) == 0 || against == monitor.Lot {
		return nil
	}
	for i, s := range streams {
		all := slices.Concat(b[placed{s.Site, "", ""}], b[placed{s.Site, s.Equipment, ""}])
		if s.Position != "" {
			all = append(all, b[placed{s.Site, s.Equipment, s.Position}]...)
		}
		if len(all) == 0 {
			continue
		}
		slices.Sort(all)
		if out == nil {
			out = make([][]int64, len(streams))
		}
		out[i] = all
	}
	return out
}

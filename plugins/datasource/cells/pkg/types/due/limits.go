package due

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// statusProvisional is the status of control limits that nobody approved.
const statusProvisional = "provisional"

// provisional are the stations with control limits that nobody approved, each with the characteristics that have some.
func (l *look) provisional() (out []task) {
	now := l.now.UnixNano()
	for _, station := range l.plan.StationsAt(now) {
		var of []string
		since := int64(0)
		for _, row := range plan.InForce(l.plan.Limits, station.Station, max(now, l.plan.Begin)) {
			if row.Text("status") != statusProvisional {
				continue
			}
			if since == 0 || row.FromNs < since {
				since = row.FromNs
			}
			if name := l.nameOf(station.Station, row.Characteristic); !slices.Contains(of, name) {
				of = append(of, name)
			}
		}
		if len(of) > 0 && l.filters.MatchPlace(map[string]string{"station": station.Station}) {
			out = append(out, task{what: vocabulary.DueLimits, state: vocabulary.DueStateOpen, station: station.Station, last: since, detail: strings.Join(of, "; ")})
		}
	}
	return out
}

// nameOf is what the plan calls a characteristic; its id where it has no name.
func (l *look) nameOf(station, characteristic string) string {
	return cmp.Or(l.plan.CharacteristicSpec(station, characteristic, max(l.now.UnixNano(), l.plan.Begin)).Description, characteristic)
}

package signals

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// placeOf is where control limits hold, by the plan and the search's filters: the site and line of the station's machines
// that the stratum of the limits leaves, each only where they all have the same one. It never depends on which cells came
// last, so that the labels of a signal stay while it lasts.
func (s *search) placeOf(station string, limit *plan.Row) map[string]string {
	attributes := plan.ParseStratum(limit.Stratum)
	filters := s.query.filters.For(station)
	seen := map[string]map[string]bool{"site": {}, "line": {}}
	for _, site := range s.PlannedSites(s.plan) {
		for _, m := range s.PlannedEquipment(s.plan, source.Scope{Sites: []string{site.ID}, Stations: []string{station}}) {
			place := map[string]string{"site": site.ID, "line": m.Line, "equipment": m.ID}
			if holdsAt(attributes, place) && filters.MatchPlace(place) {
				seen["site"][site.ID], seen["line"][m.Line] = true, true
			}
		}
	}
	out := map[string]string{}
	for key, values := range seen {
		for value := range values {
			if len(values) == 1 {
				out[key] = value
			}
		}
	}
	return out
}

// holdsAt tells whether a place agrees with those attributes of a stratum that places have.
func holdsAt(attributes, place map[string]string) bool {
	for key, value := range place {
		if stated, has := attributes[key]; has && stated != value {
			return false
		}
	}
	return true
}

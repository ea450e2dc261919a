package source

import (
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
)

// Scope narrows a list of options; empty lists do not.
type Scope struct {
	Sites, Lines, Stations, Equipment []string
	Range                             Range
}

// PlannedSites are the sites of the plan that the datasource may read.
func (s *Source) PlannedSites(p *plan.Plan) []plan.Site {
	return slices.DeleteFunc(p.SitesAt(s.Now().UnixNano()), func(site plan.Site) bool { return !plan.Allowed(s.Sites, site.ID) })
}

// PlannedEquipment are the machines of the plan within a scope.
func (s *Source) PlannedEquipment(p *plan.Plan, scope Scope) []plan.Equipment {
	var out []plan.Equipment
	for _, site := range s.PlannedSites(p) {
		if !plan.Allowed(scope.Sites, site.ID) {
			continue
		}
		for _, m := range p.EquipmentAt(site.ID, s.Now().UnixNano()) {
			if plan.Allowed(scope.Lines, m.Line) && plan.Allowed(scope.Stations, m.Station) && plan.Allowed(scope.Equipment, m.ID) {
				out = append(out, m)
			}
		}
	}
	return out
}

// LookupSpan is how far back stored values are looked for unless the scope says.
const LookupSpan = 30 * 24 * time.Hour

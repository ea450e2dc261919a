package traveler

import (
	"encoding/json"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
)

// names are what the plan calls the ids of the answer, and whose values are yes (1) or no (0). They travel in the meta data of
// the first frame, since they are one an id and the frames have a row a visit or value.
type names struct {
	Stations map[string]string `json:"stations,omitempty"`
	Sites    map[string]string `json:"sites,omitempty"`
	// Booleans are characteristics by station.
	Booleans map[string][]string `json:"booleans,omitempty"`
}

func (t *traveler) names() names {
	out := names{Stations: map[string]string{}, Sites: map[string]string{}, Booleans: map[string][]string{}}
	sites := map[string]string{}
	for _, s := range t.stays {
		ns := s.sourceMs * 1e6
		if row := t.plan.StationRow(s.station, ns); row != nil && row.Text("name") != "" {
			out.Stations[s.station] = row.Text("name")
		}
		if len(sites) == 0 {
			sites = siteNames(t.plan, ns)
		}
		if name := sites[s.text("site")]; name != "" {
			out.Sites[s.text("site")] = name
		}
	}
	seen := map[[2]string]bool{}
	for _, m := range t.values {
		if key := [2]string{m.stay.station, m.characteristic}; m.row.ValueType() == plan.TypeBoolean && !seen[key] {
			seen[key] = true
			out.Booleans[m.stay.station] = append(out.Booleans[m.stay.station], m.characteristic)
		}
	}
	return out
}

func siteNames(p *plan.Plan, ns int64) map[string]string {
	var sites []plan.Site
	_ = json.Unmarshal([]byte(p.Setting("sites", max(ns, p.Begin))), &sites) // what cannot be read has no names
	out := map[string]string{}
	for _, site := range sites {
		out[site.ID] = site.Name
	}
	return out
}

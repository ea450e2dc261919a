package traveler

import (
	"encoding/json"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
)

// names are what the plan calls the ids of the answer, and whose values are yes (1) or no (0). They travel in the meta data of
// the first frame, since they are one an id and the frames have a row a visit or value.
type names struct {
	Stations  map[string]string `json:"stations,omitempty"`
	Sites     map[string]string `json:"sites,omitempty"`
	Lines     map[string]string `json:"lines,omitempty"`
	Equipment map[string]string `json:"equipment,omitempty"`
	Products  map[string]string `json:"products,omitempty"`
	// Booleans are characteristics by station.
	Booleans map[string][]string `json:"booleans,omitempty"`
}

func (t *traveler) names() names {
	out := names{Stations: map[string]string{}, Booleans: map[string][]string{}}
	sites, lines, equipment, products := ids{}, ids{}, ids{}, ids{}
	for _, s := range t.stays {
		if row := t.plan.StationRow(s.station, s.sourceMs*1e6); row != nil && row.Text("name") != "" {
			out.Stations[s.station] = row.Text("name")
		}
		sites[s.text("site")], lines[s.text("line")], equipment[s.text("equipment")], products[s.text("product")] = true, true, true, true
	}
	for _, e := range t.events {
		equipment[e.Equipment] = true
		// A station that it did not come to yet, as one before which it was diverted.
		if _, known := out.Stations[e.Station]; e.Station != "" && !known {
			if name := t.plan.StationName(e.Station, e.AtMs*1e6); name != e.Station {
				out.Stations[e.Station] = name
			}
		}
	}
	if len(t.stays) > 0 {
		ns := max(t.stays[0].sourceMs*1e6, t.plan.Begin)
		out.Sites, out.Lines, out.Equipment = t.placeNames(sites, lines, equipment, ns)
		out.Products = map[string]string{}
		var planned []struct{ ID, Name string }
		_ = json.Unmarshal([]byte(t.plan.Setting("products", ns)), &planned) // what cannot be read has no names
		for _, product := range planned {
			products.name(out.Products, product.ID, product.Name)
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

// placeNames are the names of sites, and of what stands at those.
func (t *traveler) placeNames(sites, lines, equipment ids, ns int64) (ofSites, ofLines, ofEquipment map[string]string) {
	ofSites, ofLines, ofEquipment = map[string]string{}, map[string]string{}, map[string]string{}
	for _, site := range t.plan.SitesAt(ns) {
		if !sites[site.ID] {
			continue
		}
		sites.name(ofSites, site.ID, site.Name)
		for id, name := range site.LineNames {
			lines.name(ofLines, id, name)
		}
		for _, m := range t.plan.EquipmentAt(site.ID, ns) {
			equipment.name(ofEquipment, m.ID, m.Name)
		}
	}
	return ofSites, ofLines, ofEquipment
}

// ids are those that an answer holds.
type ids map[string]bool

// name notes the name of an id that the answer holds. One that two sites call differently keeps its id.
func (of ids) name(names map[string]string, id, name string) {
	if !of[id] || name == "" {
		return
	}
	if other, named := names[id]; named && other != name {
		delete(names, id)
		of[id] = false
		return
	}
	names[id] = name
}

package plan

import (
	"encoding/json"
	"slices"
)

// Allowed tells whether a scope lets a value pass.
func Allowed(list []string, value string) bool { return len(list) == 0 || slices.Contains(list, value) }

// Site is a site of the plan and its lines.
type Site struct {
	ID    string   `json:"id"`
	Name  string   `json:"name"`
	Lines []string `json:"lines"`
	// LineNames are what people call its lines, by id, of those that have a name.
	LineNames map[string]string `json:"line_names"`
}

// Equipment is a machine of the plan, the station it serves, its line, and its nozzles, channels or nests. Name is empty where
// people call it by its id.
type Equipment struct {
	ID        string   `json:"id"`
	Name      string   `json:"name"`
	Station   string   `json:"station"`
	Area      string   `json:"area"`
	Line      string   `json:"line"`
	Positions []string `json:"positions"`
}

// Product is a product of the plan.
type Product struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// ProductsAt are the products of the plan at a moment; none where the setting cannot be read.
func (p *Plan) ProductsAt(ns int64) []Product {
	out := []Product{}
	if json.Unmarshal([]byte(p.Setting("products", max(ns, p.Begin))), &out) != nil {
		return []Product{}
	}
	return out
}

// SitesAt are the sites of the plan at a moment; none where the setting cannot be read.
func (p *Plan) SitesAt(ns int64) []Site {
	var out []Site
	if json.Unmarshal([]byte(p.Setting("sites", ns)), &out) != nil {
		return nil
	}
	return out
}

// EquipmentAt are the machines of a site at a moment; none where the setting cannot be read.
func (p *Plan) EquipmentAt(site string, ns int64) []Equipment {
	var out []Equipment
	if json.Unmarshal([]byte(p.Setting(equipmentSetting+site, ns)), &out) != nil {
		return nil
	}
	return out
}

// MachineFor is a machine of a site at a moment (ns), and where that is none any of a station; false where the plan knows neither.
func (p *Plan) MachineFor(site, equipment, station string, ns int64) (Equipment, bool) {
	all := p.EquipmentAt(site, max(ns, p.Begin))
	at := slices.IndexFunc(all, func(e Equipment) bool { return e.ID == equipment })
	if at < 0 {
		at = slices.IndexFunc(all, func(e Equipment) bool { return e.Station == station })
	}
	if at < 0 {
		return Equipment{}, false
	}
	return all[at], true
}

// Stands tells whether equipment stands at a station.
func (p *Plan) Stands(station *Row, equipment string) bool {
	return slices.Contains(listOf(station.Text("equipment")), equipment)
}

// Line is a line of a site, in its area.
type Line struct{ Area, ID string }

// LinesFor are the lines of a site on which something happened at a moment (ns): that of a machine, else those of a station, else those of
// that name; all lines where none of these is one of the plan.
func (p *Plan) LinesFor(site, equipment, station, line string, ns int64) []Line {
	all := p.EquipmentAt(site, max(ns, p.Begin))
	for _, is := range []func(Equipment) bool{
		func(e Equipment) bool { return e.ID == equipment },
		func(e Equipment) bool { return station != "" && e.Station == station },
		func(e Equipment) bool { return e.Line == line },
		func(Equipment) bool { return true },
	} {
		var out []Line
		for _, e := range all {
			if of := (Line{e.Area, e.Line}); is(e) && !slices.Contains(out, of) {
				out = append(out, of)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

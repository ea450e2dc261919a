package entry

import (
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
)

// Form is what may be entered.
type Form struct {
	Sites    []Site         `json:"sites"`
	Products []plan.Product `json:"products"`
	Stations []Station      `json:"stations"`
}

// Site is one that the data source may read.
type Site struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// Station is where values are entered, with its machines by site.
type Station struct {
	ID              string                      `json:"id"`
	Name            string                      `json:"name"`
	Item            string                      `json:"item"`
	Machines        map[string][]plan.Equipment `json:"machines"`
	Characteristics []Characteristic            `json:"characteristics"`
}

// Characteristic is what is measured there.
type Characteristic struct {
	ID   string         `json:"id"`
	Name string         `json:"name"`
	Type plan.ValueType `json:"type"`
	Limits
	// Manual is whether the plan has it measured by hand or in a laboratory.
	Manual bool `json:"manual"`
}

const ofEnvironment = "environment"

// manual are the gauges by which the plan says that a person brings the value.
var manual = []string{"laboratory", "manual"}

// FormAt is what may be entered at these sites by the plan of a moment, with the limits of a product.
func FormAt(p *plan.Plan, sites []plan.Site, product string, ns int64) Form {
	form := Form{Products: p.ProductsAt(ns), Sites: []Site{}, Stations: []Station{}}
	for _, site := range sites {
		form.Sites = append(form.Sites, Site{site.ID, site.Name})
	}
	for _, row := range p.StationsAt(ns) {
		station := Station{ID: row.Station, Name: row.Text("name"), Item: plan.StationItem(row), Machines: map[string][]plan.Equipment{}, Characteristics: []Characteristic{}}
		for _, site := range sites {
			of := slices.DeleteFunc(p.EquipmentAt(site.ID, max(ns, p.Begin)), func(e plan.Equipment) bool { return e.Station != row.Station })
			if len(of) > 0 {
				station.Machines[site.ID] = of
			}
		}
		for _, general := range enterable(p, row.Station, ns) {
			spec := p.Specs(row.Station, general.Characteristic, plan.Scope{Product: product}).At(ns)
			if spec == nil {
				spec = general
			}
			station.Characteristics = append(station.Characteristics, Characteristic{
				ID: general.Characteristic, Name: spec.Text("name"), Type: spec.ValueType(), Limits: limitsOf(spec),
				Manual: slices.Contains(manual, spec.Text("gauge")),
			})
		}
		if len(station.Machines) > 0 && len(station.Characteristics) > 0 {
			form.Stations = append(form.Stations, station)
		}
	}
	return form
}

// enterable are the characteristics of a station that records bring.
func enterable(p *plan.Plan, station string, ns int64) []*plan.Row {
	return slices.DeleteFunc(p.CharacteristicsAt(station, ns), func(row *plan.Row) bool { return row.Text("source") == ofEnvironment })
}

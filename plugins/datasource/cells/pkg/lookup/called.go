package lookup

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// called are the names that the plan has for the values of a key, by value.
func called(from *source.Source, p *plan.Plan, key string) map[string]string {
	names := map[string]string{}
	for _, site := range from.PlannedSites(p) {
		switch key {
		case "site":
			names[site.ID] = site.Name
		case "line":
			for line, name := range site.LineNames {
				names[line] = name
			}
		case "equipment":
			for _, m := range p.EquipmentAt(site.ID, from.Now().UnixNano()) {
				names[m.ID] = m.Name
			}
		}
	}
	if key == "product" {
		for _, product := range planned(p, "products", from.Now().UnixNano()) {
			names[product.ID] = product.Name
		}
	}
	return names
}

package lookup

import (
	"context"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Lookup lists options.
type Lookup struct {
	Name string
	List func(ctx context.Context, from *source.Source, p *plan.Plan, scope source.Scope) ([]Option, error)
}

// Lookups are the lists that editors and variables can ask for.
func Lookups() []Lookup {
	return []Lookup{
		{"sites", listSites}, {"lines", listLines}, {"stations", listStations}, {"equipment", listEquipment},
		{"positions", listPositions}, {"characteristics", listCharacteristics}, {"products", listProducts}, {"lots", listLots},
		{"filter-keys", listFilterKeys}, {"causes", listChoices("causes")}, {"actions", listChoices("actions")},
	}
}

func listSites(ctx context.Context, from *source.Source, p *plan.Plan, scope source.Scope) ([]Option, error) {
	var out options
	for _, s := range from.PlannedSites(p) {
		out.add(Option{Value: s.ID, Label: s.Name, Planned: true})
	}
	stored, err := storedTags(ctx, from, "site", source.Scope{Stations: scope.Stations, Range: scope.Range})
	out.addUnplanned(stored)
	return out.list, err
}

func listLines(ctx context.Context, from *source.Source, p *plan.Plan, scope source.Scope) ([]Option, error) {
	var out options
	for _, s := range from.PlannedSites(p) {
		if !plan.Allowed(scope.Sites, s.ID) {
			continue
		}
		lines := s.Lines
		if len(scope.Stations) > 0 {
			lines = nil
			within := scope
			within.Sites = []string{s.ID}
			for _, m := range from.PlannedEquipment(p, within) {
				lines = append(lines, m.Line)
			}
		}
		for _, line := range lines {
			out.add(Option{Value: line, Label: s.LineNames[line], Planned: true})
		}
	}
	stored, err := storedTags(ctx, from, "line", scope)
	out.addUnplanned(stored)
	return out.list, err
}

func listStations(_ context.Context, from *source.Source, p *plan.Plan, scope source.Scope) ([]Option, error) {
	var out options
	stands := map[string]bool{}
	machines := from.PlannedEquipment(p, scope)
	for _, m := range machines {
		stands[m.Station] = true
	}
	narrowed := len(scope.Sites)+len(scope.Lines)+len(scope.Equipment) > 0
	for _, row := range p.StationsAt(from.Now().UnixNano()) {
		if !narrowed || stands[row.Station] {
			out.add(Option{Value: row.Station, Label: row.Text("name"), Planned: true, Item: plan.StationItem(row)})
		}
	}
	return out.list, nil
}

func listEquipment(ctx context.Context, from *source.Source, p *plan.Plan, scope source.Scope) ([]Option, error) {
	var out options
	for _, m := range from.PlannedEquipment(p, scope) {
		out.add(Option{Value: m.ID, Label: m.Name, Planned: true})
	}
	stored, err := storedTags(ctx, from, "equipment", scope)
	out.addUnplanned(stored)
	return out.list, err
}

func listPositions(ctx context.Context, from *source.Source, p *plan.Plan, scope source.Scope) ([]Option, error) {
	var out options
	for _, m := range from.PlannedEquipment(p, scope) {
		for _, position := range m.Positions {
			out.add(Option{Value: position, Planned: true})
		}
	}
	stored, err := storedFields(ctx, from, "position", scope)
	out.addUnplanned(stored)
	return out.list, err
}

func listCharacteristics(ctx context.Context, from *source.Source, p *plan.Plan, scope source.Scope) ([]Option, error) {
	var out options
	now := from.Now().UnixNano()
	stations := scope.Stations
	if len(stations) == 0 {
		for _, row := range p.StationsAt(now) {
			stations = append(stations, row.Station)
		}
	}
	for _, station := range stations {
		if err := source.CheckName("station", station); err != nil {
			return nil, err
		}
		for _, row := range p.CharacteristicsAt(station, now) {
			if row.Text("source") != "environment" {
				out.add(Option{
					Value: row.Characteristic, Label: row.Text("name"), Planned: true, Station: station,
					Unit: row.Text("unit"), Decimals: plan.DecimalsOf(row),
				})
			}
		}
		if len(scope.Stations) == 0 {
			continue // what was stored beside the plan is listed for a station that was named
		}
		fields, err := from.Fields(ctx, from.Databases.Visits, station)
		if err != nil {
			return nil, err
		}
		for _, key := range fields {
			if source.IsCharacteristic(key) {
				out.add(Option{Value: key.Name, Station: station})
			}
		}
	}
	return out.list, nil
}

func listProducts(ctx context.Context, from *source.Source, p *plan.Plan, scope source.Scope) ([]Option, error) {
	var out options
	for _, named := range planned(p, "products", from.Now().UnixNano()) {
		out.add(Option{Value: named.ID, Label: named.Name, Planned: true})
	}
	stored, err := storedTags(ctx, from, "product", scope)
	out.addUnplanned(stored)
	return out.list, err
}

func listLots(ctx context.Context, from *source.Source, _ *plan.Plan, scope source.Scope) ([]Option, error) {
	var out options
	for _, station := range scope.Stations {
		if err := source.CheckName("station", station); err != nil {
			return nil, err
		}
		fields, err := from.Fields(ctx, from.Databases.Visits, station)
		if err != nil {
			return nil, err
		}
		for _, key := range fields {
			if !visit.IsLot(key.Name) {
				continue
			}
			one := scope
			one.Stations = []string{station}
			lots, err := storedFields(ctx, from, key.Name, one)
			if err != nil {
				return nil, err
			}
			for _, lot := range lots {
				out.add(Option{Value: lot, Type: key.Name, Planned: true})
			}
		}
	}
	return out.list, nil
}

func listFilterKeys(ctx context.Context, from *source.Source, p *plan.Plan, scope source.Scope) ([]Option, error) {
	var out options
	for _, tag := range vocabulary.VisitTags {
		out.add(Option{Value: tag, Type: "text", Planned: true})
	}
	if len(scope.Stations) == 0 {
		for _, name := range []string{visit.IDColumn, "position", "verdict", "run_type", "shift", "recipe", "carrier", "work_order"} {
			out.add(Option{Value: name, Type: "text", Planned: true})
		}
		return out.list, nil
	}
	people, err := (&source.Run{Source: from}).Privacy(ctx)
	if err != nil {
		return nil, err
	}
	for _, station := range scope.Stations {
		if err := source.CheckName("station", station); err != nil {
			return nil, err
		}
		fields, err := from.Fields(ctx, from.Databases.Visits, station)
		if err != nil {
			return nil, err
		}
		for _, key := range fields {
			if key.Type == "string" && !people.Hides(key.Name) {
				name := key.Name
				if name == "item_id" {
					name = visit.IDColumn
				}
				out.add(Option{Value: name, Type: "text", Planned: true})
			}
		}
		for _, key := range fields {
			if key.Name == "visit" || source.IsCharacteristic(key) {
				label := ""
				if row := p.Characteristics.At(station, key.Name, plan.Scope{Product: plan.Any}, from.Now().UnixNano()); row != nil {
					label = row.Text("name")
				}
				out.add(Option{Value: key.Name, Label: label, Type: "number", Planned: true})
			}
		}
	}
	return out.list, nil
}

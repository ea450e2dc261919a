package traveler

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// travelerParts are the frames of a traveler in their order.
var travelerParts = []struct {
	name  string
	table func(t *traveler) *table.Table
}{
	{"header", (*traveler).headerTable},
	{"operations", (*traveler).operationsTable},
	{"characteristics", (*traveler).characteristicsTable},
	{"genealogy", (*traveler).genealogyTable},
	{"environment", (*traveler).environmentTable},
	{"events", (*traveler).eventsTable},
}

func partNames() []string {
	var names []string
	for _, p := range travelerParts {
		names = append(names, p.name)
	}
	return names
}

package source

import (
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// CheckCharacteristics refuses what no characteristic can be called: the columns that every visit has.
func CheckCharacteristics(names []string) error {
	for _, name := range names {
		_, fixed := visit.Fields[name]
		if fixed || visit.IsLot(name) || slices.Contains(visit.MadeColumns, name) || slices.Contains(vocabulary.ShownVisitColumns, name) {
			return Mistake("characteristic %q is a column that every visit has; name measured values only", name)
		}
	}
	return CheckNames("characteristic", names)
}

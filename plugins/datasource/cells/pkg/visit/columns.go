package visit

import (
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

const (
	// IDColumn is the name that items have in every table of visits, whatever the station works on.
	IDColumn = "cell_id"
	// The columns that reading adds cannot be the name of a field.
	UnitColumn     = "\x00unit"     // what has visits of its own: an item, or a stretch of a roll
	ReplacedColumn = "\x00replaced" // how many differing records a row replaced
	RivalsColumn   = "\x00rivals"   // how many other passes bear the same item and visit, and nobody has answered that
	YieldsColumn   = "\x00yields"   // 1 where a worse one of them decides
	LastColumn     = "\x00last"     // 1 where a row is the last of its unit, or one of the passes that bear its number
)

// EquipmentTags are the tags that name a machine.
var EquipmentTags = []string{"site", "line", "equipment"}

// Fields are the fields of every station's measurement that are no values, with what they hold.
var Fields = fieldKinds()

func fieldKinds() map[string]table.Kind {
	kinds := map[string]table.Kind{}
	for kind, names := range map[table.Kind][]string{
		table.Text: vocabulary.VisitTexts, table.Int: vocabulary.VisitIntegers, table.Float: vocabulary.VisitFloats,
		table.Bool: vocabulary.VisitBooleans,
	} {
		for _, name := range names {
			kinds[name] = kind
		}
	}
	return kinds
}

// MadeColumns are made while reading; a stored field of such a name is not read.
var MadeColumns = []string{"time", "superseded"}

// LotPrefix begins the names of fields that carry the lot of a material.
const LotPrefix = "lot_"

// IsLot tells whether a field carries the lot of a material.
func IsLot(name string) bool { return strings.HasPrefix(name, LotPrefix) }

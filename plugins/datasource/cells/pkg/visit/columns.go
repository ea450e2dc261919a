package visit

import (
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
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

// visitTags and visitFields are the columns of every station's measurement.
var (
	Tags   = []string{"site", "line", "equipment", "product"}
	Fields = map[string]table.Kind{
		"cell_id": table.Text, "item_id": table.Text, "visit": table.Int, "verdict": table.Text, "run_type": table.Text,
		"position": table.Text, "slot": table.Text, "operator": table.Text, "shift": table.Text, "recipe": table.Text,
		"recipe_version": table.Text, "work_order": table.Text, "carrier": table.Text, "grade": table.Text,
		"reason": table.Text, "lane": table.Text, "from_m": table.Float, "to_m": table.Float, "product_reported": table.Text,
		"verdict_reported": table.Text, "equipment_reported": table.Text, "history": table.Bool,
		"source_ms": table.Int, "started_ms": table.Int, "received_ms": table.Int,
	}
)

// MadeColumns are made while reading; a stored field of such a name is not read.
var MadeColumns = []string{"time", "superseded"}

// LotPrefix begins the names of fields that carry the lot of a material.
const LotPrefix = "lot_"

// IsLot tells whether a field carries the lot of a material.
func IsLot(name string) bool { return strings.HasPrefix(name, LotPrefix) }

// Columns are the columns of the frame that follow time, cell_id and the values; the lots of materials come last.
var Columns = []string{
	"visit", "verdict", "run_type", "site", "line", "equipment", "product", "position", "slot",
	"operator", "shift", "recipe", "recipe_version", "work_order", "carrier", "started_ms", "superseded",
}

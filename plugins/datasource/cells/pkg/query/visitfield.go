package query

import (
	"math"
	"slices"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

var notANumber = math.NaN()

// visitTags and visitFields are the columns of every station's measurement.
var (
	visitTags   = []string{"site", "line", "equipment", "product"}
	visitFields = map[string]table.Kind{
		"cell_id": table.Text, "item_id": table.Text, "visit": table.Int, "verdict": table.Text, "run_type": table.Text,
		"position": table.Text, "slot": table.Text, "operator": table.Text, "shift": table.Text, "recipe": table.Text,
		"recipe_version": table.Text, "work_order": table.Text, "carrier": table.Text, "grade": table.Text,
		"reason": table.Text, "lane": table.Text, "from_m": table.Float, "to_m": table.Float, "product_reported": table.Text,
		"verdict_reported": table.Text, "equipment_reported": table.Text, "history": table.Bool,
		"source_ms": table.Int, "started_ms": table.Int, "received_ms": table.Int,
	}
)

// madeColumns are made while reading; a stored field of such a name is not read.
var madeColumns = []string{"time", "superseded"}

const lotPrefix = "lot_"

// isLot tells whether a field carries the lot of a material.
func isLot(name string) bool { return strings.HasPrefix(name, lotPrefix) }

// isCharacteristic tells whether a field of a station's measurement is a measured value.
func isCharacteristic(key influx.FieldKey) bool {
	_, fixed := visitFields[key.Name]
	return !fixed && !isLot(key.Name) && !slices.Contains(madeColumns, key.Name) && (key.Type == "float" || key.Type == "integer")
}

// visitColumn gives the column to read a name from, of a station with those fields; ok is false when it has none.
func visitColumn(name string, fields []influx.FieldKey) (influx.Column, bool) {
	if slices.Contains(visitTags, name) {
		return influx.Tag(name), true
	}
	if slices.Contains(madeColumns, name) {
		return influx.Column{}, false
	}
	stored := slices.DeleteFunc(slices.Clone(fields), func(k influx.FieldKey) bool { return k.Name != name })
	if len(stored) == 0 {
		return influx.Column{}, false
	}
	kind, fixed := visitFields[name]
	if !fixed && slices.ContainsFunc(stored, isCharacteristic) {
		kind = table.Float
	} else if !fixed {
		kind = table.Text
	}
	return influx.Field(name, kind), true
}

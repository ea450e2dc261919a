package source

import (
	"math"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// NotANumber stands for a bound that a filter does not have.
var NotANumber = math.NaN()

// IsCharacteristic tells whether a field of a station's measurement is a measured value.
func IsCharacteristic(key influx.FieldKey) bool {
	_, fixed := visit.Fields[key.Name]
	return !fixed && !visit.IsLot(key.Name) && !slices.Contains(visit.MadeColumns, key.Name) && (key.Type == "float" || key.Type == "integer")
}

// deciding fields say what a record is: master parts and what only tells what was are no production. They are read also where no record
// was seen to have them, since which fields a station has is looked up seldom.
var deciding = []string{"history", "run_type"}

// VisitColumn gives the column to read a name from, of a station with those fields; ok is false when it has none.
func VisitColumn(name string, fields []influx.FieldKey) (influx.Column, bool) {
	if slices.Contains(vocabulary.VisitTags, name) {
		return influx.Tag(name), true
	}
	if slices.Contains(visit.MadeColumns, name) {
		return influx.Column{}, false
	}
	stored := slices.DeleteFunc(slices.Clone(fields), func(k influx.FieldKey) bool { return k.Name != name })
	kind, fixed := visit.Fields[name]
	if len(stored) == 0 && !slices.Contains(deciding, name) {
		return influx.Column{}, false
	}
	if !fixed && slices.ContainsFunc(stored, IsCharacteristic) {
		kind = table.Float
	} else if !fixed {
		kind = table.Text
	}
	return influx.Field(name, kind), true
}

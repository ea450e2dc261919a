package plan

import (
	"slices"
)

// IsSpecial tells whether the plan gives a characteristic a special class (SC, CC or safety): without a plausible value of
// it, nobody knows that the item is good.
func IsSpecial(spec *Row) bool { return spec != nil && spec.Text("special_class") != "" }

// unitItems are the items that make one record a visit, so that a sample of every one of them means every record. A roll is
// measured stretch by stretch, and what is measured on cathodes is not measured on anodes.
var unitItems = []string{"cell", "tray", "module", "pack"}

// IsDue tells whether every visit to a station has to bring a value of a characteristic.
func IsDue(spec, station *Row) bool {
	if spec == nil || station == nil {
		return false
	}
	item := StationItem(station)
	if !slices.Contains(unitItems, item) {
		return false
	}
	if item == "tray" {
		item = "cell" // tray stations report one record a cell
	}
	return spec.Text("sample") == "every "+item
}

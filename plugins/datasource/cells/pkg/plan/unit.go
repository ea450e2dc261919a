package plan

import (
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// UnitOf is how the unit of a characteristic is written after a number; empty where nothing is.
func UnitOf(row *Row) string {
	if text := row.Text("unit_text"); text != "" {
		return text
	}
	return UnitWritten(row.Text("unit"))
}

// UnitWritten is how a unit of the plan, an id of Grafana's, is written after a number; empty where nothing is.
func UnitWritten(unit string) string {
	if written, known := vocabulary.GrafanaUnitWritten[unit]; known {
		return written
	}
	switch prefix, own, _ := strings.Cut(unit, ":"); prefix {
	case "time": // what lies between two of them
		return vocabulary.GrafanaUnitWritten["ms"]
	case "bool":
		return ""
	default:
		return strings.TrimSpace(own)
	}
}

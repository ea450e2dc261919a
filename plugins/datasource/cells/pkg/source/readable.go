package source

import (
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
)

// Readable are the columns of these names that a station has, each once.
func Readable(names []string, fields []influx.FieldKey) []influx.Column {
	var out []influx.Column
	for i, name := range names {
		if slices.Contains(names[:i], name) {
			continue
		}
		if column, ok := VisitColumn(name, fields); ok {
			out = append(out, column)
		}
	}
	return out
}

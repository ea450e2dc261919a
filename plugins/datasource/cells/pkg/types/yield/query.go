// Package yield counts how much of what came to the stations passed them.
package yield

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// Query asks how much of what came to the stations passed them.
type Query struct {
	Stations []string        `json:"stations"` // none: all of the plan that the filters leave
	By       []string        `json:"by"`       // station is always the first
	Bucket   string          `json:"bucket"`   // none, shift, day, week or a length of time
	Values   []string        `json:"values"`   // none: all columns; with a bucket first_pass
	Rolled   bool            `json:"rolled"`
	Failures bool            `json:"failures"`
	Filters  []source.Filter `json:"filters"`

	bucket  *bucket
	filters source.Filters
}

// ChosenBy are the fields that rows are chosen or grouped by.
func (q *Query) ChosenBy() []string { return append(q.filters.Keys(), q.By...) }

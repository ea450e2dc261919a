// Package visits answers the visits of one station, with their limits and the signals of their points.
package visits

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/retest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// Query asks for the visits of one station.
type Query struct {
	Station         string          `json:"station"`
	Characteristics []string        `json:"characteristics"` // none: all
	Visits          retest.Choice   `json:"visits"`          // default first
	RunTypes        []string        `json:"runTypes"`        // default production; "all" for every type
	Strata          []string        `json:"strata"`
	Include         []string        `json:"include"`
	Columns         []string        `json:"columns,omitempty"` // besides time, cell_id and the values; none: all
	Filters         []source.Filter `json:"filters"`

	// Where are the filters, compiled.
	Where source.Filters `json:"-"`
}

// ChosenBy are the fields that rows are chosen or grouped by.
func (q *Query) ChosenBy() []string { return append(q.Where.Keys(), q.Strata...) }

// Package cells joins the visits of several stations by cell.
package cells

import (
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/retest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// Query asks for columns of several stations, joined by cell: one row per cell of the anchor station (per visit there
// with visits "all").
type Query struct {
	Anchor   string          `json:"anchor"`   // default: the station of the first column
	Join     string          `json:"join"`     // default left
	Visits   retest.Choice   `json:"visits"`   // default first
	RunTypes []string        `json:"runTypes"` // default production; "all" for every type
	Columns  []cellColumn    `json:"columns"`
	Filters  []source.Filter `json:"filters"`

	filters source.Filters
}

// cellColumn is one column of the answer: a field of a station's visit, a quantity of its environment, or a field of its
// equipment's state, the latter two as of the visit.
type cellColumn struct {
	Station     string `json:"station"`
	Field       string `json:"field,omitempty"`
	Environment string `json:"environment,omitempty"` // a quantity; quantity.min and .max ask for the ends during a long visit
	State       string `json:"state,omitempty"`
	MaxAge      string `json:"maxAge,omitempty"`

	maxAge time.Duration
}

const (
	joinLeft  = "left"
	joinInner = "inner"
)

// The oldest state an as-of column may show, unless the query says otherwise. States are reported when they change.
const (
	stateMaxAge = 24 * time.Hour
)

// name is the column's name in the frame.
func (c *cellColumn) name() string {
	switch {
	case c.Environment != "":
		return c.Station + ".environment." + c.Environment
	case c.State != "":
		return c.Station + ".state." + c.State
	}
	return c.Station + "." + c.Field
}

// ChosenBy are the fields that rows are chosen or grouped by.
func (q *Query) ChosenBy() []string { return q.filters.Keys() }

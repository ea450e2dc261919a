// Package traveler answers the whole record of one item.
package traveler

import (
	"encoding/json"
	"slices"
	"strings"
)

// Query asks for the whole record of one item, over the whole retention, whatever the time range.
type Query struct {
	CellID oneID    `json:"cellId"`
	Parts  []string `json:"parts"` // none: all
}

// oneID is a text, or a list as a variable with several values leaves it.
type oneID []string

func (id *oneID) UnmarshalJSON(raw []byte) error {
	var one string
	if json.Unmarshal(raw, &one) == nil {
		*id = strings.FieldsFunc(strings.Trim(strings.TrimSpace(one), "{}"), func(c rune) bool { return c == ',' || c == ' ' || c == '|' })
		return nil
	}
	return json.Unmarshal(raw, (*[]string)(id))
}

func (q *Query) wants(parts ...string) bool {
	return len(q.Parts) == 0 || slices.ContainsFunc(parts, func(p string) bool { return slices.Contains(q.Parts, p) })
}

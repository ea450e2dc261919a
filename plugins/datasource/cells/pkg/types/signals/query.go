// Package signals tells what is wrong: one file a kind.
package signals

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// Query asks what is wrong.
type Query struct {
	Kinds           []string        `json:"kinds"`           // default out-of-spec
	State           string          `json:"state"`           // fresh (default), open or unanswered
	Stations        []string        `json:"stations"`        // none: all of the plan
	Characteristics []string        `json:"characteristics"` // none: all
	Filters         []source.Filter `json:"filters"`
	Include         []string        `json:"include"`  // reaction, disposition: what people do and decided, as one more column each; evidence: a table for people
	Language        string          `json:"language"` // of the reaction and of sentences; without it that of the plan, else en
	// PerMachine asks for one row a machine, characteristic and rule in place of one a cell, with the number of cells.
	PerMachine bool `json:"perMachine"`
	// Value asks for another number of the same signals: how long, how many.
	Value string `json:"value"`
	// Watch names the rules whose evaluations the kind unread looks after; without it, those that it has seen.
	Watch []watched `json:"watch"`
	// WatchesAll tells that Watch names all rules there are: what the plan has and none of them asks for is a signal of the kind unread.
	WatchesAll bool `json:"watchesAll"`
	// Replayed: a rule asks what it would have told then, had what is stored now come in time.
	Replayed bool `json:"replayed"`

	filters source.Filters
	search  *search // of its one run
	memory  *memory
}

// ChosenBy are the fields that rows are chosen or grouped by.
func (q *Query) ChosenBy() []string { return q.filters.Keys() }

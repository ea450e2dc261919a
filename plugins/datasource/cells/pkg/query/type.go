// Package query is the engine: it finds a query's type, runs it within its budget and tells what it read, cut and could not see.
package query

import (
	"context"
	"encoding/json"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// Type is a kind of query. Its name never changes.
type Type struct {
	Name string
	// Alertable types answer exactly one frame that alert rules can read.
	Alertable bool
	// Alone: the first frame says what was asked for, the others (include) what belongs to it.
	Alone bool
	// AnyTime types search the whole retention, whatever the time range.
	AnyTime bool
	// Parse reads, completes and validates the JSON of a query; its errors are the user's.
	Parse func(raw json.RawMessage) (Runner, error)
}

// Runner is a parsed query.
type Runner interface {
	// Run reads and answers; notices and the executed statements are kept by the run.
	Run(ctx context.Context, run *source.Run) (data.Frames, error)
}

// Engine answers queries of its types.
type Engine struct {
	*source.Source
	types  []Type
	shared shared
}

// NewEngine gives a datasource's engine for queries of these types.
func NewEngine(from *source.Source, types []Type) *Engine { return &Engine{Source: from, types: types} }

// find returns the type of that name.
func (e *Engine) find(name string) (Type, bool) {
	for _, t := range e.types {
		if t.Name == name {
			return t, true
		}
	}
	return Type{}, false
}

func (e *Engine) typeNames() []string {
	var names []string
	for _, t := range e.types {
		names = append(names, t.Name)
	}
	return names
}

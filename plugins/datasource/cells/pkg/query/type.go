// Package query holds one file a query type: parse, validate, plan, run, frames.
package query

import (
	"context"
	"encoding/json"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"
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
	Run(ctx context.Context, run *Run) (data.Frames, error)
}

// Range is half open.
type Range struct{ From, To time.Time }

// Types are all query types, in the order editors show them, for one datasource: what searches for signals remember is its own.
func Types() []Type {
	return []Type{visitsType, cellsType, travelerType, newSignalsType(), eventsType, yieldType}
}

// Engine answers queries of its types.
type Engine struct {
	*Env
	types []Type
}

// NewEngine gives a datasource's engine for queries of these types.
func NewEngine(env *Env, types []Type) *Engine { return &Engine{Env: env, types: types} }

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

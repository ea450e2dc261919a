package problem

import (
	"math"
	"slices"
	"strconv"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// entries holds the entries of a list against their schema, but asks of numbers only what it does not know yet: the validator
// compares each as a fraction, which takes microseconds. The schema bounds numbers by intervals on either side of 0 and by being
// whole, so between two numbers that fit, of one sign, both whole or both not, all others of their sort fit as well.
type entries struct {
	schema *jsonschema.Schema
	mutex  sync.Mutex
	fit    map[sort]interval
}

// sort of a number: its sign, and whether it is whole.
type sort struct{ positive, negative, whole bool }

type interval struct{ low, high float64 }

func (e *entries) knows(x float64, s sort) bool {
	within, ok := e.fit[s]
	return ok && within.low <= x && x <= within.high
}

func (e *entries) learn(x float64, s sort) {
	within, ok := e.fit[s]
	if !ok {
		within = interval{x, x}
	}
	e.fit[s] = interval{min(within.low, x), max(within.high, x)}
}

// Validate is called by the validator for each list.
func (e *entries) Validate(ctx *jsonschema.ValidatorContext, value any) {
	list, _ := value.([]any)
	e.mutex.Lock()
	defer e.mutex.Unlock()
	for i, entry := range list {
		x, isNumber := entry.(float64)
		s := sort{x > 0, x < 0, x == math.Trunc(x)}
		if isNumber && e.knows(x, s) {
			continue
		}
		switch err := ctx.Validate(e.schema, entry, []string{strconv.Itoa(i)}); {
		case err != nil:
			ctx.AddErr(err)
		case isNumber:
			e.learn(x, s)
		}
	}
}

// askLess puts entries in the place of all items below a schema.
func askLess(s *jsonschema.Schema, seen map[*jsonschema.Schema]bool) {
	if s == nil || seen[s] {
		return
	}
	seen[s] = true
	for _, below := range slices.Concat(s.AllOf, []*jsonschema.Schema{s.Ref, s.Then, s.Items2020}) {
		askLess(below, seen)
	}
	for _, field := range s.Properties {
		askLess(field, seen)
	}
	if s.Items2020 != nil {
		s.Extensions = append(s.Extensions, &entries{schema: s.Items2020, fit: map[sort]interval{}})
		s.Items2020 = nil
	}
}

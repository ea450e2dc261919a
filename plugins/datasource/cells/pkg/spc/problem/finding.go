package problem

import (
	"cmp"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	keywords "github.com/santhosh-tekuri/jsonschema/v6/kind"
)

// finding is one thing that a problem has against the schema.
type finding struct {
	// path are the keys and places that lead from the problem to what is wrong, or to what is missing.
	path    []string
	keyword string
	// states is the part of the schema with the keyword.
	states map[string]any
}

// findings walks what the validator says to what is wrong; what an alternative lacks is told by the anyOf around it.
func findings(said *jsonschema.ValidationError) (all []finding) {
	tell := func(keyword string, below ...string) {
		all = append(all, finding{slices.Concat(said.InstanceLocation, below), keyword, part(said.SchemaURL)})
	}
	switch what := said.ErrorKind.(type) {
	case *keywords.Required:
		for _, field := range what.Missing {
			tell("required", field)
		}
	case *keywords.AdditionalProperties:
		for _, field := range what.Properties {
			tell("additionalProperties", field)
		}
	case *keywords.FalseSchema:
		tell("unevaluatedProperties")
	case *keywords.AnyOf:
		tell("anyOf")
	default:
		if len(said.Causes) == 0 {
			tell(what.KeywordPath()[0])
		}
		for _, cause := range said.Causes {
			all = append(all, findings(cause)...)
		}
	}
	return all
}

func isPlace(token string) bool {
	return token != "" && strings.Trim(token, "0123456789") == ""
}

func compareTokens(a, b string) int {
	if isPlace(a) && isPlace(b) && len(a) != len(b) {
		return len(a) - len(b)
	}
	return cmp.Compare(a, b)
}

// late are unknown fields: what is missing or wrong explains more, and next to it a validator may know no field at all.
var late = []string{"additionalProperties", "unevaluatedProperties"}

// typed is 0 for a wrong type, which is told before all else of its place.
func (f finding) typed() int {
	if f.keyword == "type" {
		return 0
	}
	return 1
}

// compareFindings is negative where a is told rather than b, whatever order a validator finds them in: by path, a wrong type before
// all else.
func compareFindings(a, b finding) int {
	return cmp.Or(slices.Index(late, a.keyword)-slices.Index(late, b.keyword), slices.CompareFunc(a.path, b.path, compareTokens),
		a.typed()-b.typed())
}

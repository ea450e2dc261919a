package problem

import (
	"errors"
	"slices"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
)

func enumOf(pointer string) []string { return textsOf(part(pointer)["enum"]) }

func sorted(list []string) []string { return slices.Sorted(slices.Values(list)) }

func TestTheSchemaNamesWhatTheArithmeticKnows(t *testing.T) {
	var ids, sigma, functionNames []string
	for _, k := range kinds {
		ids = append(ids, k.id)
	}
	for _, method := range spc.SigmaMethods {
		sigma = append(sigma, method.ID)
	}
	for _, f := range functions {
		functionNames = append(functionNames, f.name)
	}
	rules := slices.Clone(spc.RuleSets)
	for _, rule := range spc.Rules {
		rules = append(rules, rule.ID)
	}
	for pointer, known := range map[string][]string{
		"#/properties/kind":                       ids,
		"#/$defs/sigma":                           sigma,
		"#/$defs/rules/items/then":                rules,
		"#/$defs/probability/properties/function": functionNames,
	} {
		if named := enumOf(pointer); !slices.Equal(sorted(named), sorted(known)) {
			t.Errorf("%s names %v, the arithmetic knows %v", pointer, named, known)
		}
	}
}

func TestAProblemThatBreaksTheSchemaInManyPlacesIsRefusedForTheSameOneEachTime(t *testing.T) {
	for range 50 {
		_, err := Answer([]byte(`{"kind":"i-mr","values":["a",1,"b"],"zz":1,"k":-1,"width":"x","aa":2,"spec":{"lsl":[],"b":1}}`))
		if bad := (*Error)(nil); !errors.As(err, &bad) || bad.Error() != "k: must lie in 0 … 100, not -1" {
			t.Fatal(err)
		}
	}
}

package problem

import (
	"encoding/json"
	"errors"
	"slices"
	"strconv"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// placeOf is the name of a path as complaints give it, given.strata[2].id, and what stands there.
func placeOf(value any, path []string) (string, any) {
	name := ""
	for _, token := range path {
		switch outer := value.(type) {
		case []any:
			name += "[" + token + "]"
			// A place that the validator names is one of the list.
			at, _ := strconv.Atoi(token)
			value = outer[at]
		case map[string]any:
			if name != "" {
				name += "."
			}
			name += token
			value = outer[token]
		}
	}
	if name == "" {
		name = "problem"
	}
	return name, value
}

// refuseMisshapen refuses what the schema does not allow, with one sentence on the first field that is wrong.
func refuseMisshapen(value any) {
	said := (*jsonschema.ValidationError)(nil)
	if !errors.As(shape.Validate(value), &said) {
		return
	}
	first := slices.MinFunc(findings(said), compareFindings)
	name, at := placeOf(value, first.path)
	complain(name, "%s", sentences[first.keyword](first, at))
}

// longestText is how much of a text complaints cite.
const longestText = 80

// shown is a value as complaints cite it: short, whatever it holds.
func shown(value any) string {
	switch v := value.(type) {
	case []any:
		return "a list"
	case map[string]any:
		return "an object"
	case float64, json.Number:
		return key(v)
	}
	text := []rune(string(encode(nil, value)))
	if len(text) > longestText {
		return string(text[:longestText]) + "…"
	}
	return string(text)
}

package problem

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

var typeNames = map[string]string{
	"number": "a finite number", "integer": "a whole number", "string": "text", "boolean": "true or false", "array": "a list",
	"object": "a JSON object", "null": "null",
}

// sentences are what each keyword of the schema has to say; the others only lead to one of them.
var sentences = map[string]func(f finding, value any) string{
	"type":    typeSays,
	"minimum": boundSays,
	"maximum": boundSays,
	"enum": func(f finding, value any) string {
		return fmt.Sprintf("must be one of %s, not %s", strings.Join(textsOf(f.states["enum"]), ", "), shown(value))
	},
	"anyOf": func(f finding, value any) string {
		return fmt.Sprintf("must be %v, not %s", f.states["title"], shown(value))
	},
	"maxItems": func(f finding, value any) string {
		return fmt.Sprintf("must have at most %v entries, not %d", f.states["maxItems"], len(value.([]any)))
	},
	"required":              missingSays,
	"additionalProperties":  unknownSays,
	"unevaluatedProperties": unknownSays,
}

// textsOf are the texts of a list, or the one text that stands in its place.
func textsOf(value any) (all []string) {
	if text, ok := value.(string); ok {
		return []string{text}
	}
	list, _ := value.([]any)
	for _, entry := range list {
		if text, ok := entry.(string); ok {
			all = append(all, text)
		}
	}
	return all
}

// typeSays: a field that is null is as absent; an entry of a list that is null keeps its place.
func typeSays(f finding, value any) string {
	entry := len(f.path) > 0 && isPlace(f.path[len(f.path)-1])
	var known []string
	for _, name := range textsOf(f.states["type"]) {
		if entry || name != "null" {
			known = append(known, typeNames[name])
		}
	}
	return fmt.Sprintf("must be %s, not %s", strings.Join(known, " or "), shown(value))
}

func boundSays(f finding, value any) string {
	low, high := bound(f.states["minimum"]), bound(f.states["maximum"])
	within := fmt.Sprintf("lie in %s … %s", low, high)
	switch {
	case low == "":
		within = "be at most " + high
	case high == "":
		within = "be at least " + low
	}
	if title, ok := f.states["title"].(string); ok {
		within = "be " + title
	}
	return fmt.Sprintf("must %s, not %s", within, shown(value))
}

// bound is a number of the schema as complaints cite it, "" where none is stated.
func bound(stated any) string {
	number, ok := stated.(json.Number)
	if !ok {
		return ""
	}
	// A number of the schema has a value.
	x, _ := number.Float64()
	return label(x)
}

// known are the names of all fields that a part of the schema knows.
func known(states map[string]any) map[string]bool {
	names := map[string]bool{}
	properties, _ := states["properties"].(map[string]any)
	for name := range properties {
		names[name] = true
	}
	if ref, ok := states["$ref"].(string); ok {
		maps.Copy(names, known(part(ref)))
	}
	others, _ := states["allOf"].([]any)
	for _, other := range others {
		maps.Copy(names, known(other.(map[string]any)))
	}
	return names
}

func unknownSays(f finding, _ any) string {
	return "unknown field; known here: " + strings.Join(slices.Sorted(maps.Keys(known(f.states))), ", ")
}

func missingSays(f finding, _ any) string {
	properties, _ := f.states["properties"].(map[string]any)
	field, _ := properties[f.path[len(f.path)-1]].(map[string]any)
	if description, ok := field["description"].(string); ok {
		return "is missing: " + description
	}
	return "is missing"
}

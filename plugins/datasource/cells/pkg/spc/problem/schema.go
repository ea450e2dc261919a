package problem

import (
	"bytes"
	_ "embed"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

//go:embed spc-problem.schema.json
var schemaText []byte

// schemaName is what the schema is called within this program.
const schemaName = "urn:cellthread:spc-problem"

// schema says what a problem may be, the same that the TypeScript command holds it against.
var schema, shape = readSchema()

func readSchema() (map[string]any, *jsonschema.Schema) {
	document, compiled := compile()
	askLess(compiled, map[*jsonschema.Schema]bool{})
	return document, compiled
}

func compile() (map[string]any, *jsonschema.Schema) {
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(schemaText))
	if err != nil {
		panic(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource(schemaName, document); err != nil {
		panic(err)
	}
	return document.(map[string]any), compiler.MustCompile(schemaName)
}

// part is the object of the schema that a reference names (#/$defs/chart/properties/span), or the one that holds what it names.
func part(reference string) map[string]any {
	at := schema
	_, pointer, _ := strings.Cut(reference, "#/")
	for token := range strings.SplitSeq(pointer, "/") {
		if below, ok := at[token].(map[string]any); ok {
			at = below
		}
	}
	return at
}

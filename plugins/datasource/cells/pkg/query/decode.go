package query

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strconv"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// Decode reads the JSON of a query into v; unknown keys are Grafana's or newer than this datasource and are left alone.
func Decode(raw json.RawMessage, v any) error {
	decoder := json.NewDecoder(bytes.NewReader(raw))
	if err := decoder.Decode(v); err != nil {
		return source.Mistake("the query is not what it should be: %s", plainJSONError(err))
	}
	return source.CheckLists(v)
}

func plainJSONError(err error) string {
	var mistyped *json.UnmarshalTypeError
	if !errors.As(err, &mistyped) {
		return err.Error()
	}
	what := "it"
	if mistyped.Field != "" {
		what = strconv.Quote(mistyped.Field)
	}
	return fmt.Sprintf("%s is %s where %s is expected", what, plainValue(mistyped.Value), plainKind(mistyped.Type.Kind()))
}

// plainKind names a kind of Go's as the JSON it is read from.
func plainKind(kind reflect.Kind) string {
	switch kind {
	case reflect.Slice:
		return "a list"
	case reflect.Struct, reflect.Map:
		return "an object"
	case reflect.Bool:
		return "true or false"
	case reflect.String:
		return "a text"
	}
	return "a number"
}

// plainValue names what Go calls array and string as plainKind does.
func plainValue(value string) string {
	switch value {
	case "array":
		return "a list"
	case "string":
		return "a text"
	case "bool":
		return "true or false"
	case "object":
		return "an object"
	}
	return "a " + value
}

package source

import (
	"fmt"
	"reflect"
)

// maxSaid is how many characters of a query a sentence repeats.
const maxSaid = 500

// UserError is a mistake in the query: it says what is wrong and what to write instead.
type UserError struct{ Message string }

func (e *UserError) Error() string { return e.Message }

// Mistake is a UserError with a sentence.
func Mistake(format string, args ...any) error {
	return &UserError{Message: fmt.Sprintf(format, said(args)...)}
}

// said shortens the texts that a sentence repeats.
func said(args []any) []any {
	out := make([]any, len(args))
	for i, arg := range args {
		out[i] = arg
		if v := reflect.ValueOf(arg); v.Kind() == reflect.String && v.Len() > maxSaid {
			out[i] = string([]rune(v.String()[:maxSaid])) + "…"
		}
	}
	return out
}

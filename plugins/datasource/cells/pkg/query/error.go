package query

import "fmt"

// UserError is a mistake in the query: it says what is wrong and what to write instead.
type UserError struct{ Message string }

func (e *UserError) Error() string { return e.Message }

func userErrorf(format string, args ...any) error {
	return &UserError{Message: fmt.Sprintf(format, args...)}
}

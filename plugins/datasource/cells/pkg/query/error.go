package query

import "fmt"

// UserError is a mistake in the query: it says what is wrong and what to write instead.
type UserError struct{ Message string }

func (e *UserError) Error() string { return e.Message }

func userErrorf(format string, args ...any) error {
	return &UserError{Message: fmt.Sprintf(format, said(args)...)}
}

// Mistake is a UserError for what the datasource's rim refuses.
func Mistake(format string, args ...any) error { return userErrorf(format, args...) }

package source

import "fmt"

// UserError is a mistake in the query: it says what is wrong and what to write instead.
type UserError struct{ Message string }

func (e *UserError) Error() string { return e.Message }

// Mistake is a UserError with a sentence.
func Mistake(format string, args ...any) error {
	return &UserError{Message: fmt.Sprintf(format, said(args)...)}
}

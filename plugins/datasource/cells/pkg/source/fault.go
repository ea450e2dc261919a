package source

import (
	"fmt"
	"log/slog"
	"runtime/debug"
)

// FaultError is a mistake of this datasource that ended one part of one query: what would have been a panic.
type FaultError struct {
	// Part is what was being done: a station, a kind of signal, a read.
	Part  string
	Cause any
	Stack string
}

func (e *FaultError) Error() string {
	return fmt.Sprintf("the datasource failed at %s: %v; nothing else was harmed. Please report it with the log of this moment", e.Part, e.Cause)
}

// Guard runs a function and turns a panic into an error of that part. Outside the goroutine of a request nobody else would
// catch it, and the whole plugin would end.
func Guard(part string, run func() error) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			fault := &FaultError{Part: part, Cause: cause, Stack: string(debug.Stack())}
			slog.Error("a part of a query panicked", "part", part, "panic", cause, "stack", fault.Stack)
			err = fault
		}
	}()
	return run()
}

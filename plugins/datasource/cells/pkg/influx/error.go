package influx

import "fmt"

// StatementError is an error that InfluxDB reported for a statement, usually inside HTTP 200. Statement is -1 when the whole request failed.
type StatementError struct {
	Statement int
	Message   string
}

func (e *StatementError) Error() string { return "InfluxDB: " + e.Message }

// HTTPError is an answer with another status than 200, or a page for people.
type HTTPError struct {
	Status  int
	Message string
}

func (e *HTTPError) Error() string {
	return fmt.Sprintf("InfluxDB answered HTTP %d: %s", e.Status, e.Message)
}

// BudgetError says that an answer is larger than the datasource may read.
type BudgetError struct {
	What  string
	Limit int64
}

func (e *BudgetError) Error() string {
	return fmt.Sprintf("the answer is larger than %d %s; narrow the time range or add filters", e.Limit, e.What)
}

// TransportError wraps a failure to reach InfluxDB or to read its whole answer.
type TransportError struct{ Err error }

func (e *TransportError) Error() string { return "reading from InfluxDB: " + e.Err.Error() }
func (e *TransportError) Unwrap() error { return e.Err }

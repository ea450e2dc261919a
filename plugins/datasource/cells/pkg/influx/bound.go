package influx

import (
	"errors"
	"strings"
)

// bounds are the server's own limits, by the text that InfluxDB 1.x answers, with what whoever asked can do.
var bounds = []struct{ says, todo string }{
	{"max-concurrent-queries limit exceeded", "InfluxDB answers as many queries at once as its configuration allows; ask again in some seconds. " +
		"If it happens often, close dashboards that refresh every few seconds, or raise max-concurrent-queries of InfluxDB"},
	{"query-timeout limit exceeded", "InfluxDB ended the query after its query-timeout; narrow the time range or add a filter"},
	{"max-select-series limit exceeded", "the query touches more series than InfluxDB's max-select-series allows; narrow it to a line, an equipment or a shorter time. " +
		"If a plant of this size has no such number of machines, names are being invented: see the signals of kind ingest"},
	{"max-select-buckets limit exceeded", "the query has more time buckets than InfluxDB's max-select-buckets allows; choose wider buckets or a shorter time range"},
	{"max-select-point limit exceeded", "the query reads more values than InfluxDB's max-select-point allows; narrow the time range or add a filter"},
}

// Bound says what to do about a statement that a bound of the server refused; empty for any other error.
func Bound(err error) string {
	var statement *StatementError
	if !errors.As(err, &statement) {
		return ""
	}
	for _, b := range bounds {
		if strings.Contains(statement.Message, b.says) {
			return b.todo
		}
	}
	return ""
}

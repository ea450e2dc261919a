package signals

import (
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// ingestWatch is one way in which the path is watched: what it reads, and what it finds in it.
type ingestWatch struct {
	rule string
	read func(over source.Span) source.Statement
	find func(result source.Result, over source.Span) []ingestFinding
}

// ingestFinding is a part of the path (a program, by its name) and how far it is beyond what is allowed, above 1.
type ingestFinding struct {
	part  string
	times float64
}

// beyond is one finding when a figure is more than what is allowed.
func beyond(part string, figure, allowed float64) []ingestFinding {
	if figure <= allowed {
		return nil
	}
	return []ingestFinding{{part: part, times: figure / allowed}}
}

// age is the time from a moment to the end of the range.
func age(ns int64, over source.Span) float64 { return time.Duration(over.To - ns).Seconds() }

package signals

import (
	"context"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// ingestKind: the path from station to database is about to fail, or has lost something. The rule says where it is looked
// at, equipment names the part; the value is how far beyond what is allowed. What Telegraf stores about itself and its host
// tells it (telegraf.d/internal.conf, watch.d).
var ingestKind = signalKind{Name: vocabulary.SignalIngest, Plant: findIngest}

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

func ingestWatches() []ingestWatch {
	return []ingestWatch{
		freeSpaceWatch, brokerSaveWatch, brokerQueueWatch, lagWatch, droppedWatch,
		boundWatch(vocabulary.SignalRuleUnplannedNames), boundWatch(vocabulary.SignalRuleRejectedFlood),
	}
}

func findIngest(ctx context.Context, s *search) ([]signal, error) {
	over := source.Span{From: s.Range.From.UnixNano(), To: min(s.Range.To.UnixNano(), s.Now().UnixNano())}
	var statements []source.Statement
	for _, watch := range ingestWatches() {
		statements = append(statements, watch.read(over))
	}
	results, err := s.Read(ctx, s.Databases.Rejected, statements...)
	if err != nil {
		return nil, err
	}
	var out []signal
	for i, watch := range ingestWatches() {
		for _, finding := range watch.find(results[i], over) {
			labels := map[string]string{"equipment": finding.part, "rule": watch.rule, "route": "maintenance"}
			out = append(out, signal{Value: finding.times, Labels: labels})
		}
	}
	return out, nil
}

// tagPart is the tag that says which program's disk or file a row is about.
const tagPart = "part"

// beyond is one finding when a figure is more than what is allowed.
func beyond(part string, figure, allowed float64) []ingestFinding {
	if figure <= allowed {
		return nil
	}
	return []ingestFinding{{part: part, times: figure / allowed}}
}

// age is the time from a moment to the end of the range.
func age(ns int64, over source.Span) float64 { return time.Duration(over.To - ns).Seconds() }

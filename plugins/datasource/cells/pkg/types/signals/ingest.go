package signals

import (
	"context"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// ingestKind: the path from station to database is about to fail, or has lost something. The rule says where it is looked
// at, equipment names the part; the value is how far beyond what is allowed. What Telegraf stores about itself and its host
// tells it (telegraf.d/internal.conf, watch.d).
var ingestKind = signalKind{Name: vocabulary.SignalIngest, Plant: findIngest}

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
			labels := map[string]string{"equipment": finding.part, "rule": watch.rule}
			out = append(out, signal{Value: finding.times, Labels: labels})
		}
	}
	return out, nil
}

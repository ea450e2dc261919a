package signals

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// keeperKind: a keeper ran here, and now none does a task in time, or those that do are behind with it. The value is how many times as
// long as allowed. Of a task that one keeper does in time nothing is told, whatever others do: it is done. Where none ever ran nothing is told.
var keeperKind = signalKind{Name: vocabulary.SignalKeeper, Plant: findKeeper}

const (
	// keeperLookback is how long one that ended is told.
	keeperLookback = 90 * 24 * time.Hour
	// catchesUp is how long after its start a keeper may be behind: it looks at what was stored while it did not run.
	catchesUp = 10 * time.Minute
	// partKeeper is what people look for, whatever name it bears.
	partKeeper = "keeper"
)

func findKeeper(ctx context.Context, s *search) ([]signal, error) {
	to := min(s.Range.To.UnixNano(), s.Now().UnixNano())
	beats, err := s.Heartbeats(ctx, source.Span{From: to - int64(keeperLookback), To: to})
	if err != nil {
		return nil, err
	}
	tasks := beatsByTask(beats)
	var out []signal
	for _, task := range slices.Sorted(maps.Keys(tasks)) {
		rule, lateMs, value := lateness(tasks[task], to/1e6)
		if rule == "" {
			continue
		}
		labels := map[string]string{"equipment": partKeeper, "position": task, "rule": rule, "disposition": notContained}
		out = append(out, signal{Value: value, Labels: labels, Facts: began(to - lateMs*1e6)})
	}
	return out, nil
}

// beatsByTask leaves out tasks that a keeper did before it was started last, and those of which not all is stored yet.
func beatsByTask(beats []record.Heartbeat) map[string][]record.Heartbeat {
	started := map[string]int64{}
	for _, b := range beats {
		started[b.Keeper] = max(started[b.Keeper], b.StartedMs)
	}
	out := map[string][]record.Heartbeat{}
	for _, b := range beats {
		if b.StartedMs == started[b.Keeper] && b.LateS > 0 {
			out[b.Task] = append(out[b.Task], b)
		}
	}
	return out
}

// lateness tells what is wrong with a task that keepers do, for how long, and how many times as long as allowed; "" where one does it well.
func lateness(beats []record.Heartbeat, nowMs int64) (rule string, lateMs int64, times float64) {
	for i, b := range beats {
		of, forMs := "", int64(0)
		switch unseen := nowMs - cmp.Or(b.LookedMs, b.StartedMs); {
		case float64(unseen) > 1000*b.LateS:
			of, forMs = vocabulary.SignalRuleNoLook, unseen
		case b.BehindS > b.LateS && nowMs-b.StartedMs > catchesUp.Milliseconds():
			of, forMs = vocabulary.SignalRuleUnseen, int64(1000*b.BehindS)
		default:
			return "", 0, 0
		}
		if i == 0 || rule == vocabulary.SignalRuleNoLook && of != rule || of == rule && forMs < lateMs {
			rule, lateMs, times = of, forMs, float64(forMs)/(1000*b.LateS)
		}
	}
	return rule, lateMs, times
}

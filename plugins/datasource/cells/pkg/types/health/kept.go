package health

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

const (
	// keeperLookback is how long a keeper that ended is told.
	keeperLookback = 90 * 24 * time.Hour
	// catchesUp is how long after its start a keeper may be behind: it looks at what was stored before.
	catchesUp = 10 * time.Minute
	// sealLookback is how long the newest seal is looked for, and latestSeal after how long after a day's end it is late.
	sealLookback = 90 * 24 * time.Hour
	latestSeal   = 26 * time.Hour
)

// keeper is how each of its tasks fares: of several keepers the one that looked last, since what one does is done.
func keeper(ctx context.Context, l *look) (out []finding, err error) {
	now := l.Now().UnixNano()
	beats, err := l.Heartbeats(ctx, source.Span{From: now - int64(keeperLookback), To: now})
	if err != nil {
		return nil, err
	}
	if len(beats) == 0 {
		return []finding{{state: vocabulary.HealthNotSeen, sentence: l.noKeeper}}, nil
	}
	newest := map[string]record.Heartbeat{}
	for _, b := range beats {
		if known, is := newest[b.Task]; !is || cmp.Or(b.LookedMs, b.StartedMs) > cmp.Or(known.LookedMs, known.StartedMs) {
			newest[b.Task] = b
		}
	}
	for task, b := range newest {
		seen := cmp.Or(b.LookedMs, b.StartedMs) * 1e6
		ago := time.Duration(now - seen).Seconds()
		sentence := l.say(l.looked, l.duration(ago), l.duration(b.BehindS))
		if b.LookedMs == 0 {
			sentence = l.neverLooked
		}
		if b.Error != "" && len(l.Sites) == 0 {
			sentence += " " + b.Error
		}
		behind, state := b.BehindS, wrongIf(ago > b.LateS || b.BehindS > b.LateS)
		if ago <= b.LateS && b.BehindS > b.LateS && now/1e6-b.StartedMs < catchesUp.Milliseconds() {
			state, sentence = vocabulary.HealthNotSeen, l.say(l.catchingUp, l.duration(b.BehindS))
		}
		out = append(out, finding{place: task, state: state, value: &behind, since: seen, sentence: sentence})
	}
	slices.SortFunc(out, func(a, b finding) int { return table.Natural(a.place, b.place) })
	return out, nil
}

// sealed is the newest day that was sealed.
func sealed(ctx context.Context, l *look) ([]finding, error) {
	now := l.Now()
	events, err := l.EventsStored(ctx, source.Span{From: now.Add(-sealLookback).UnixNano(), To: now.Add(time.Hour).UnixNano()}, 0, []string{vocabulary.EventSeal})
	if err != nil {
		return nil, err
	}
	var last record.Event
	for _, e := range events {
		if e.TargetID > last.TargetID {
			last = e
		}
	}
	if last.TargetID == "" {
		return []finding{{state: vocabulary.HealthNotSeen, sentence: l.noSeal}}, nil
	}
	late := now.Sub(time.UnixMilli(last.ToMs)) > latestSeal
	return []finding{{place: last.TargetID, state: wrongIf(late), since: last.ReceivedMs * 1e6, sentence: l.say(l.sealedUpTo, last.TargetID)}}, nil
}

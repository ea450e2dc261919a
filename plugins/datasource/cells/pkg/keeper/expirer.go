package keeper

import (
	"context"
	"fmt"
	"log/slog"
	"maps"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/holds"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/ledger"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

const (
	expireEvery = 30 * time.Second
	// missedFor is how long after it was to end a hold is still ended, by a keeper that did not run then.
	missedFor = 30 * 24 * time.Hour
)

// Expirer ends holds that Cellthread placed, where the plan says after which time, by storing an event. By the server's clock; never one of
// what is CC or safety.
type Expirer struct {
	Source *source.Source
	Ledger *ledger.Ledger

	done map[string]time.Time // holds that are over, by hold_id
}

// Look ends what is due, and gives the events.
func (x *Expirer) Look(ctx context.Context) ([]record.Event, error) {
	run, now := &source.Run{Source: x.Source}, x.Source.Now()
	p, err := run.Plan(ctx)
	if err != nil {
		return nil, err
	}
	after := p.HoldExpiry(now.UnixNano())
	if len(after) == 0 {
		return nil, nil
	}
	if x.done == nil {
		x.done = map[string]time.Time{}
	}
	longest := slices.Max(slices.Collect(maps.Values(after)))
	since := now.Add(-longest - missedFor)
	placed, err := stored(ctx, run, source.Span{From: since.Add(-dayBack).UnixNano(), To: now.UnixNano()}, since, []string{vocabulary.EventHold})
	if err != nil {
		return nil, err
	}
	due := map[string]bool{}
	for _, e := range placed {
		if _, over := x.done[e.HoldID]; !over && isDue(p, e, after, now) {
			due[e.About()] = true
		}
	}
	about, err := run.EventsOf(ctx, p, slices.Sorted(maps.Keys(due)))
	if err != nil {
		return nil, err
	}
	var ended []record.Event
	for _, target := range slices.Sorted(maps.Keys(due)) {
		for site, events := range holds.BySite(about[target]) {
			for _, h := range holds.Fold(events).Holds() {
				// One that somebody placed as well is theirs.
				all := slices.ContainsFunc(h.Said, func(e *record.Event) bool { return e.Site != site || !isDue(p, *e, after, now) })
				if !h.Open(now.UnixMilli()) {
					x.done[h.ID] = now
				} else if !all {
					ended = append(ended, expired(h, after, now))
				}
			}
		}
	}
	if err := x.Ledger.StoreMany(ctx, ended); err != nil {
		return nil, err
	}
	maps.DeleteFunc(x.done, func(_ string, at time.Time) bool { return now.Sub(at) > longest+missedFor+dayBack })
	return ended, nil
}

// isDue tells whether a hold has lasted as long as the plan lets it.
func isDue(p *plan.Plan, e record.Event, after map[string]time.Duration, now time.Time) bool {
	lasts, ends := after[e.Reference]
	return ends && e.Source == vocabulary.SourceCellthread && e.Severity != "safety" && e.ReceivedMs > 0 &&
		now.Sub(time.UnixMilli(e.ReceivedMs)) >= lasts && !p.NeverExpires(e.Station, e.Characteristic, e.AtMs*1e6)
}

func expired(h *holds.Hold, after map[string]time.Duration, now time.Time) record.Event {
	of := *h.Said[0]
	return record.Event{
		ID: "expire-" + record.Digest(of.Site+"/"+h.Target()+"/"+h.ID), Kind: vocabulary.EventExpire, Site: of.Site, AtMs: now.UnixMilli(),
		TargetType: of.TargetType, TargetID: of.TargetID, ItemID: of.ItemID, Station: of.Station, Equipment: of.Equipment, Position: of.Position,
		Characteristic: of.Characteristic, Reference: of.Reference, Answers: []string{h.ID},
		Text:   fmt.Sprintf("Nobody decided for %s, after which the plan lets holds of %s end.", after[of.Reference], of.Reference),
		Source: vocabulary.SourceCellthread, Author: vocabulary.SourceCellthread,
	}
}

// Expire has an expirer end holds, and says each.
func Expire(x *Expirer, log *slog.Logger) Task {
	return Task{"expire", expireEvery, func(ctx context.Context) error {
		ended, err := x.Look(ctx)
		for _, e := range ended {
			log.Info("ended by itself", "target", e.About(), "hold", e.Answers[0], "reference", e.Reference)
		}
		return err
	}}
}

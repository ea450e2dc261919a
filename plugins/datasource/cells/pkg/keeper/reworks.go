package keeper

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/ledger"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/proof"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types/traveler"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Reworks tells of items that were sent to rework whether they passed it: a proposal to whoever releases what is held, and no release.
type Reworks struct {
	Source *source.Source
	Ledger *ledger.Ledger

	// waiting are the reworks that nothing is told of, by event_id, asked when each was looked up last; since is up to when events were stored.
	waiting map[string]record.Event
	asked   map[string]time.Time
	told    map[string]bool
	since   since
}

const (
	// reworkedWithin is how long after it was sent there an item is looked for.
	reworkedWithin = 14 * 24 * time.Hour
	// reworksAtOnce are looked up in a look, those that waited longest.
	reworksAtOnce = 50
)

// Look looks which items were worked on again, and gives the proofs that it stored.
//
// Errors: what kept it from reading or storing; the next look goes on with it.
func (w *Reworks) Look(ctx context.Context) (proved []record.Event, err error) {
	now := w.Source.Now()
	run := &source.Run{Source: w.Source, Range: source.Range{From: now, To: now}}
	if err := w.read(ctx, run); err != nil {
		return nil, err
	}
	p, err := run.Plan(ctx)
	if err != nil {
		return nil, err
	}
	due := slices.SortedFunc(maps.Values(w.waiting), func(a, b record.Event) int { return w.asked[a.ID].Compare(w.asked[b.ID]) })
	due = due[:min(len(due), reworksAtOnce)]
	lookups := make([]source.Lookup, len(due))
	for i, e := range due {
		lookups[i] = source.Lookup{Item: e.About(), Newest: true, Limit: 3}
		w.asked[e.ID] = now
	}
	newest, err := run.Pointers(ctx, p, lookups...)
	if err != nil {
		return nil, err
	}
	var failed []error
	for i, e := range due {
		again := func(to source.Pointer) bool {
			return p.StationRow(to.Measurement, to.At) != nil && to.At/1e6 >= e.AtMs+time.Second.Milliseconds()
		}
		if !slices.ContainsFunc(newest[e.About()], again) {
			continue
		}
		// One that cannot be read whole tells nothing, and keeps no other from being told.
		aside := run.Aside(run.Range)
		known, err := traveler.Know(ctx, aside, e.About())
		if err = cmp.Or(err, aside.Log.Whole(run.Budget.Rows)); err != nil {
			failed = append(failed, fmt.Errorf("reading what was measured of %s since its rework: %w", e.About(), err))
			if ctx.Err() != nil {
				for _, other := range due[i+1:] {
					delete(w.asked, other.ID) // it would fail as well, and is looked up first the next time
				}
				break
			}
			continue
		}
		if one, is := reworked(p, e, known, now.UnixMilli()); is {
			proved = append(proved, one)
		}
	}
	if err := w.Ledger.StoreMany(ctx, proved); err != nil {
		return nil, together(append(failed, err))
	}
	for _, one := range proved {
		delete(w.waiting, one.Reference)
		w.told[one.Reference] = true
	}
	return proved, together(failed)
}

// read notes what was sent to rework since the last look, and what was told of it.
func (w *Reworks) read(ctx context.Context, run *source.Run) error {
	now := w.Source.Now()
	since, all := w.since.next(now, reworkedWithin)
	if w.waiting == nil {
		w.waiting, w.asked, w.told = map[string]record.Event{}, map[string]time.Time{}, map[string]bool{}
	}
	over := source.Span{From: now.Add(-reworkedWithin).UnixNano(), To: now.Add(dayBack).UnixNano()}
	events, err := stored(ctx, run, over, since, []string{vocabulary.EventRework, vocabulary.EventProof})
	if err != nil {
		return err
	}
	for _, e := range events {
		switch e = e.Whole(); {
		case e.Kind == vocabulary.EventProof && e.Source == vocabulary.SourceCellthread:
			w.told[e.Reference] = true
		case e.Kind == vocabulary.EventRework && e.ItemID != "" && e.ID != "":
			w.waiting[e.ID] = e
		}
	}
	maps.DeleteFunc(w.waiting, func(id string, e record.Event) bool {
		return w.told[id] || now.Sub(time.UnixMilli(e.AtMs)) > reworkedWithin
	})
	maps.DeleteFunc(w.asked, func(id string, _ time.Time) bool { _, waits := w.waiting[id]; return !waits })
	w.since.read(now, all)
	return nil
}

// reworked is the proof that an item passed its rework, or did not; false where that is not known yet.
func reworked(p *plan.Plan, e record.Event, known traveler.Known, nowMs int64) (record.Event, bool) {
	station := e.Station
	if station == "" {
		for _, said := range known.State.Said {
			if said.Kind == vocabulary.EventHold && said.AtMs <= e.AtMs {
				station = said.Station // where it was found last
			}
		}
	}
	var last *traveler.Visit
	for i, v := range known.Visits {
		if v.SourceMs >= e.AtMs+time.Second.Milliseconds() && (station == "" || v.Station == station) && (last == nil || v.Station == last.Station) {
			last = &known.Visits[i]
		}
	}
	if last == nil || nowMs < max(last.SourceMs, last.ReceivedMs)+proof.Settle.Milliseconds() || last.Verdict != vocabulary.VerdictOK && last.Verdict != vocabulary.VerdictNOK {
		return record.Event{}, false
	}
	out := record.Event{
		ID: "proof-" + record.Digest(e.ID), Kind: vocabulary.EventProof, Site: e.Site, AtMs: max(last.SourceMs, last.ReceivedMs), FromMs: e.AtMs, ToMs: last.SourceMs,
		ItemID: e.ItemID, TargetType: e.TargetType, TargetID: e.TargetID, Station: last.Station, Equipment: last.Equipment, Rule: vocabulary.EventRework,
		Disposition: vocabulary.ProofVerified, Reference: e.ID, Source: vocabulary.SourceCellthread, Author: vocabulary.SourceCellthread,
	}
	for _, f := range last.Found {
		if slices.Contains(vocabulary.HoldingSignals, f.Kind) {
			out.Disposition, out.Characteristic = vocabulary.ProofNotEffective, f.Characteristic
			break
		}
	}
	if last.Verdict == vocabulary.VerdictNOK {
		out.Disposition = vocabulary.ProofNotEffective
	}
	out.Text = saidOfRework(p, out, last.Number)
	return out, true
}

// reworkSaid is what is said of a rework that went well or did not, with the station and the number of the visit.
var reworkSaid = map[string]map[string]string{
	"en": {
		vocabulary.ProofVerified:     "Passed its rework at station %s, visit %d: it may be released.",
		vocabulary.ProofNotEffective: "Failed again after its rework at station %s, visit %d: quality decides.",
	},
	"de": {
		vocabulary.ProofVerified:     "Nacharbeit an Station %s bestanden, Besuch %d: kann freigegeben werden.",
		vocabulary.ProofNotEffective: "Nach der Nacharbeit an Station %s wieder nicht in Ordnung, Besuch %d: die Qualität entscheidet.",
	},
}

func saidOfRework(p *plan.Plan, of record.Event, visit int64) string {
	ns := max(of.AtMs*1e6, p.Begin)
	said, known := reworkSaid[p.Setting("language", ns)]
	if !known {
		said = reworkSaid["en"]
	}
	name := of.Station
	if row := p.StationRow(of.Station, ns); row != nil && row.Text("name") != "" {
		name = row.Text("name")
	}
	return fmt.Sprintf(said[of.Disposition], name, visit)
}

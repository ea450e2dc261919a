package waiting_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/changes"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/waiting"
)

const minuteMs = int64(60_000)

// said is an event about a cell that was stored in a minute.
func said(kind, cell string, minute int64, more func(e *record.Event)) record.Event {
	e := record.Event{
		ID: fmt.Sprint(kind, "-", cell, "-", minute), Kind: kind, Site: "s1", AtMs: minute * minuteMs, ReceivedMs: minute * minuteMs, TargetType: "cell", TargetID: cell, ItemID: cell,
		Source: vocabulary.SourcePerson,
	}
	if more != nil {
		more(&e)
	}
	return e
}

func answering(holds ...string) func(e *record.Event) {
	return func(e *record.Event) { e.Answers = holds }
}

func proof(verdict, of string, minute int64) func(e *record.Event) {
	return func(e *record.Event) {
		e.Disposition, e.Reference, e.Source, e.ToMs = verdict, of, vocabulary.SourceCellthread, minute*minuteMs
	}
}

func change(kind, author string, minute int64) record.Event {
	content, sha := changes.Content{Rows: []changes.Row{{Measurement: "setting", Tags: map[string]string{"name": "language"}, Fields: map[string]any{"value": "de"}}}}.Text()
	e := record.Event{ID: fmt.Sprint(kind, minute), Kind: kind, Site: "s1", Author: author, ReceivedMs: minute * minuteMs, TargetID: "P", TargetType: changes.TargetPlan, Reference: sha}
	if kind == vocabulary.EventChangeProposal {
		e.ID, e.Content = "P", content
	}
	return e
}

func TestWhatWaitsIsTheSameWhateverTheOrderOfEventsAndHoweverOftenTheyCome(t *testing.T) {
	const hold, release, rework, inspect = vocabulary.EventHold, vocabulary.EventRelease, vocabulary.EventRework, vocabulary.EventInspect
	for name, c := range map[string]struct {
		events []record.Event
		want   []string
	}{
		"a hold":                        {[]record.Event{said(hold, "C", 1, nil)}, []string{"hold C 1"}},
		"two holds of one cell":         {[]record.Event{said(hold, "C", 1, nil), said(hold, "C", 2, nil)}, []string{"hold C 1"}},
		"a hold that ended by itself":   {[]record.Event{said(hold, "C", 1, func(e *record.Event) { e.ExpiresMs = 2 })}, nil},
		"a hold that was released":      {[]record.Event{said(hold, "C", 1, nil), said(release, "C", 2, answering("hold-C-1"))}, nil},
		"what was sent to rework":       {[]record.Event{said(hold, "C", 1, nil), said(rework, "C", 2, answering("hold-C-1"))}, []string{"rework C 2"}},
		"a rework that was told of":     {[]record.Event{said(rework, "C", 2, nil), said("proof", "C", 5, proof("verified", "rework-C-2", 4))}, nil},
		"what passed its rework, held":  {[]record.Event{said(hold, "C", 1, nil), said("proof", "C", 5, proof("verified", "r", 4))}, []string{"passed-rework C 5"}},
		"what failed its rework, held":  {[]record.Event{said(hold, "C", 1, nil), said("proof", "C", 5, proof("not-effective", "r", 4))}, []string{"hold C 1"}},
		"what is held since its rework": {[]record.Event{said(hold, "C", 6, nil), said("proof", "C", 5, proof("verified", "r", 4))}, []string{"hold C 6"}},
		"what is to be inspected":       {[]record.Event{said(inspect, "C", 3, nil)}, []string{"inspect C 3"}},
		"what was inspected":            {[]record.Event{said(inspect, "C", 3, nil), said(release, "C", 4, nil)}, nil},
		"what is proposed to the MES":   {[]record.Event{said("proposal", "C", 3, nil), said("proposal", "C", 4, nil)}, []string{"proposed-decision C 4"}},
		"what the MES decided":          {[]record.Event{said("proposal", "C", 3, nil), said(release, "C", 4, nil)}, nil},
		"what is held after a proposal": {[]record.Event{said("proposal", "C", 3, nil), said(hold, "C", 4, nil)}, []string{"proposed-decision C 3", "hold C 4"}},
		"a change that nobody approved": {[]record.Event{change("change-proposal", "ann", 1)}, []string{"proposed-change P 1"}},
		"a change that one approved":    {[]record.Event{change("change-proposal", "ann", 1), change("change-approval", "ben", 7)}, []string{"proposed-change P 7"}},
		"a change that was rejected":    {[]record.Event{change("change-proposal", "ann", 1), change("change-rejection", "ben", 7)}, nil},
		"cells of one ID of two sites": {[]record.Event{said(hold, "C", 1, nil), said(hold, "C", 2, func(e *record.Event) { e.Site = "s2" })},
			[]string{"hold C 1", "hold C 2"}},
	} {
		events := slices.Concat(c.events, c.events)
		for range 20 {
			rand.Shuffle(len(events), func(i, j int) { events[i], events[j] = events[j], events[i] })
			var got []string
			for _, w := range waiting.Of(events, 100*minuteMs) {
				got = append(got, fmt.Sprint(w.What, " ", w.Target, " ", w.SinceMs/minuteMs))
			}
			if !slices.Equal(got, c.want) {
				t.Fatalf("%s: %q, want %q", name, got, c.want)
			}
		}
	}
}

func TestWhateverWaitsHasAWordAsDueAndATime(t *testing.T) {
	for _, what := range vocabulary.Waits {
		if vocabulary.DueKindName[what] == "" || vocabulary.WaitWithinH[what] == 0 {
			t.Errorf("%s has no word among what is due, or no time", what)
		}
	}
}

package changes_test

import (
	"math/rand/v2"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/changes"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
)

var content, sha = changes.Content{Rows: []changes.Row{{
	Measurement: "setting", Tags: map[string]string{"name": "language"}, Fields: map[string]any{"value": "de"},
}}}.Text()

func said(kind, id, author string, ms int64) record.Event {
	e := record.Event{ID: id, Kind: kind, Author: author, ReceivedMs: ms, TargetID: "P", TargetType: changes.TargetPlan, Reference: sha}
	if kind == "change-proposal" {
		e.Content = content
	}
	return e
}

func TestWhateverTheOrderOfEventsAndHoweverOftenTheyComeAProposalStandsTheSame(t *testing.T) {
	proposal := said("change-proposal", "P", "ann", 1)
	for name, c := range map[string]struct {
		events []record.Event
		state  changes.State
		last   string
	}{
		"nobody":                            {nil, changes.Open, ""},
		"one":                               {[]record.Event{said("change-approval", "a", "ben", 2)}, changes.Open, ""},
		"the same person twice":             {[]record.Event{said("change-approval", "a", "ben", 2), said("change-approval", "b", "ben", 3)}, changes.Open, ""},
		"the author and another":            {[]record.Event{said("change-approval", "a", "ann", 2), said("change-approval", "b", "ben", 3)}, changes.Approved, "ben"},
		"both in one millisecond":           {[]record.Event{said("change-approval", "z", "ann", 2), said("change-approval", "b", "ben", 2)}, changes.Approved, "ben"},
		"another and then the author":       {[]record.Event{said("change-approval", "a", "ben", 2), said("change-approval", "b", "ann", 3)}, changes.Open, ""},
		"another, the author, a third":      {[]record.Event{said("change-approval", "a", "ben", 2), said("change-approval", "b", "ann", 3), said("change-approval", "c", "cid", 4)}, changes.Approved, "cid"},
		"rejected in between":               {[]record.Event{said("change-approval", "a", "ben", 2), said("change-rejection", "r", "cid", 3), said("change-approval", "b", "dan", 4)}, changes.Rejected, ""},
		"rejected afterwards":               {[]record.Event{said("change-approval", "a", "ben", 2), said("change-approval", "b", "dan", 3), said("change-rejection", "r", "cid", 4)}, changes.Approved, "dan"},
		"an approval of some other content": {[]record.Event{said("change-approval", "a", "ben", 2), {ID: "b", Kind: "change-approval", Author: "dan", TargetID: "P", ReceivedMs: 3}}, changes.Open, ""},
	} {
		events := append([]record.Event{proposal, proposal}, c.events...)
		events = append(events, c.events...)
		for range 20 {
			rand.Shuffle(len(events), func(i, j int) { events[i], events[j] = events[j], events[i] })
			found, unread := changes.Fold(events)
			if len(found) != 1 || len(unread) > 0 || found[0].State() != c.state {
				t.Fatalf("%s: %+v %v, want %s", name, found, unread, c.state)
			}
			if decided := found[0].Decided(); (decided == nil) != (c.last == "") || decided != nil && decided.Author != c.last {
				t.Fatalf("%s: decided by %+v", name, decided)
			}
		}
	}
}

func TestAContentThatIsNotWhatWasProposedIsNamed(t *testing.T) {
	changed := said("change-proposal", "P", "ann", 1)
	changed.Reference = "another"
	if found, unread := changes.Fold([]record.Event{changed}); len(found) != 0 || unread["P"] == "" {
		t.Errorf("%v %v", found, unread)
	}
}

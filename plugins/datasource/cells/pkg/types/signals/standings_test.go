package signals

import (
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// did is an event about nozzle 4 at a moment, more is what else it says.
func did(kind, id string, ms int64, more func(e *record.Event)) record.Event {
	e := record.Event{
		ID: id, Kind: kind, Site: "s1", AtMs: ms, TargetType: "equipment", TargetID: "filler-02", Station: "filling", Equipment: "filler-02",
		Position: "nozzle-4", Characteristic: "fill_mass", Source: "person",
	}
	if more != nil {
		more(&e)
	}
	return e
}

func isProved(reference, verdict string, ms int64) record.Event {
	return did("proof", "proof-"+reference, ms, func(e *record.Event) { e.Source, e.Reference, e.Disposition = "cellthread", reference, verdict })
}

func TestTheLastWordThatPeopleSaidAboutASignalCountsAndWhatDidNotHelpAsksAgain(t *testing.T) {
	nozzle := summary.Key{Stream: summary.Stream{Site: "s1", Line: "l1", Station: "filling", Equipment: "filler-02", Position: "nozzle-4"}, Characteristic: "fill_mass"}
	elsewhere := func(e *record.Event) { e.Position = "nozzle-5" }
	machine := func(e *record.Event) { e.Position, e.Characteristic = "", "" }
	for _, c := range []struct {
		fact, want string
		events     []record.Event
	}{
		{"nobody did anything", "open", nil},
		{"somebody saw it", "acknowledged", []record.Event{did("acknowledge", "a", 2000, nil)}},
		{"somebody saw one before", "open", []record.Event{did("acknowledge", "a", 500, nil)}},
		{"somebody saw another", "open", []record.Event{did("acknowledge", "a", 2000, elsewhere)}},
		{"somebody saw all of the machine", "acknowledged", []record.Event{did("acknowledge", "a", 2000, machine)}},
		{"somebody said why", "acknowledged", []record.Event{did("cause", "a", 2000, nil)}},
		{"something was done", "acted", []record.Event{did("acknowledge", "a", 2000, nil), did("action", "b", 3000, nil), did("cause", "c", 4000, nil)}},
		{"something was done to the machine", "acted", []record.Event{did("maintenance", "b", 3000, machine)}},
		{"the machine said something", "open", []record.Event{did("tool-change", "b", 3000, func(e *record.Event) { e.Source = "mes" })}},
		{"it worked", "verified", []record.Event{did("action", "b", 3000, nil), isProved("b", "verified", 9000)}},
		{"it did not", "not-effective", []record.Event{did("acknowledge", "a", 2000, nil), did("action", "b", 3000, nil), isProved("b", "not-effective", 9000)}},
		{"it did not, and it departs anew since it was done", "not-effective", []record.Event{did("action", "b", 900, nil), isProved("b", "not-effective", 9000)}},
		{"it did not, and somebody saw that", "acknowledged", []record.Event{did("action", "b", 3000, nil), isProved("b", "not-effective", 9000), did("acknowledge", "d", 9500, nil)}},
		{"somebody else says that it worked", "acted", []record.Event{did("action", "b", 3000, nil), did("proof", "p", 9000, func(e *record.Event) { e.Reference, e.Disposition = "b", "verified" })}},
		{"another thing was done meanwhile", "acted", []record.Event{did("action", "b", 3000, nil), did("action", "c", 4000, nil), isProved("b", "cannot-be-told", 9000)}},
	} {
		if got := standingOf(nozzle, 1000, c.events); got.Word != c.want {
			t.Errorf("%s: it is %s, want %s", c.fact, got.Word, c.want)
		}
	}
}

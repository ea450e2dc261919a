package seals_test

import (
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/seals"
)

const tenth = seals.Day("2026-03-10")

// stored is a row that happened at a moment and says that it was stored at another; "" for one that does not say.
func stored(id, happened, received string) record.Row {
	at, _ := time.Parse(time.RFC3339, happened)
	row := record.Row{Fields: map[string]any{"event_id": id}, NS: at.UnixNano()}
	if at, err := time.Parse(time.RFC3339, received); err == nil {
		row.Fields["received_ms"] = at.UnixMilli()
	}
	return row
}

func entries(first seals.Day, listed map[string]bool, rows ...record.Row) map[string]bool {
	out := map[string]bool{}
	for _, e := range seals.Entries(tenth, first, rows, listed) {
		out[e.ID] = e.Late
	}
	return out
}

func TestADayHasWhatWasStoredOnItWheneverItHappened(t *testing.T) {
	got := entries(tenth, nil,
		stored("first", "2026-03-10T00:00:00Z", "2026-03-10T00:00:00Z"),
		stored("last", "2026-03-10T23:59:59Z", "2026-03-10T23:59:59.999Z"),
		stored("next", "2026-03-10T23:59:59Z", "2026-03-11T00:00:00Z"),
		stored("history", "2019-01-01T00:00:00Z", "2026-03-10T12:00:00Z"),
		stored("silent", "2026-03-10T12:00:00Z", ""),
		stored("before", "2026-03-09T12:00:00Z", "2026-03-09T12:00:00Z"))
	for _, id := range []string{"first", "last", "history", "silent"} {
		if late, has := got[id]; !has || late {
			t.Errorf("%s is late: %v, is there: %v", id, late, has)
		}
	}
	if len(got) != 4 {
		t.Errorf("it has %v", got)
	}
}

func TestWhatWasStoredUnderADayThatWasSealedBeforeIsLate(t *testing.T) {
	known := stored("known", "2026-03-09T12:00:00Z", "2026-03-09T12:00:00Z")
	key := seals.Entry{ID: "known", At: known.NS}.Key()
	got := entries("2026-03-08", map[string]bool{key: true}, known,
		stored("late", "2026-03-08T12:00:00Z", "2026-03-08T12:00:00Z"),
		stored("unsealed", "2026-03-07T12:00:00Z", "2026-03-07T12:00:00Z"))
	if late, has := got["late"]; len(got) != 1 || !has || !late {
		t.Errorf("it has %v", got)
	}
	if got := entries("2026-01-01", nil, stored("old", "2026-03-02T12:00:00Z", "2026-03-02T12:00:00Z")); len(got) != 0 {
		t.Errorf("eight days later it has %v", got)
	}
}

func TestADayIsDueAQuarterOfAnHourAfterItsEnd(t *testing.T) {
	for moment, want := range map[string]seals.Day{"2026-03-11T00:14:59Z": "2026-03-09", "2026-03-11T00:15:00Z": tenth} {
		at, _ := time.Parse(time.RFC3339, moment)
		if got := seals.Due(at); got != want {
			t.Errorf("at %s %s", moment, got)
		}
	}
}

func TestASealIsTheSameEventWhoeverSeals(t *testing.T) {
	e := seals.Make(tenth, nil, nil).Event("de1")
	if problem := e.Problem(); problem != "" || e.ID != "seal-2026-03-10" {
		t.Errorf("%s: %s", e.ID, problem)
	}
	other := e
	other.Text, other.ReceivedMs = "other", 2
	if got := seals.Of([]record.Event{other, e}); len(got) != 1 || got[0].Text != e.Text {
		t.Errorf("of two of a day it takes %v", got)
	}
}

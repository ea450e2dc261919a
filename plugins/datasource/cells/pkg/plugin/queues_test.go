package plugin

import (
	"net/http"
	"strings"
	"testing"
)

func TestWhatWasSentToInspectionOrReworkIsDecidedAboutByTheEventThatSentIt(t *testing.T) {
	d := plant(t, writable)
	decide := func(kind, cell, key string, answers ...string) (int, string) {
		return post(t, d, editor, about(kind, cell, object{"key": key, "answers": answers}))
	}
	sent := func(kind, cell, key string, answers ...string) string {
		t.Helper()
		status, answer := decide(kind, cell, key, answers...)
		if status != http.StatusCreated {
			t.Fatalf("%s: %d %s", kind, status, answer)
		}
		return storedIn(t, answer).ID
	}
	rework := sent("rework", "C-1", "k1", placed(t, d, "C-1"))
	inspect := sent("inspect", "C-2", "k2", placed(t, d, "C-2"))
	for sentence, c := range map[string]struct {
		kind, cell, answers string
		status              int
		says                string
	}{
		"another cell was not sent by it":                      {"release", "C-3", rework, http.StatusNotFound, "no hold " + rework},
		"a release answers the rework":                         {"release", "C-1", rework, http.StatusCreated, ""},
		"what is inspected may be scrapped by the same answer": {"scrap", "C-2", inspect, http.StatusCreated, ""},
	} {
		if status, answer := decide(c.kind, c.cell, strings.ReplaceAll(sentence, " ", "-"), c.answers); status != c.status || !strings.Contains(answer, c.says) {
			t.Errorf("%s: %d %s", sentence, status, answer)
		}
	}
	if status, answer := decide("scrap", "C-1", "k3", rework); status != http.StatusConflict || !strings.Contains(answer, ": release by editor at 2026-03-10T12:00:00Z") {
		t.Errorf("a second answer: %d %s", status, answer)
	}
	again := sent("rework", "C-4", "k4", placed(t, d, "C-4"))
	placed(t, d, "C-4", object{"key": "again"})
	if status, answer := decide("release", "C-4", "k5", again); status != http.StatusConflict || !strings.Contains(answer, "C-4 was decided about since") {
		t.Errorf("an answer to the rework of what is held again: %d %s", status, answer)
	}
}

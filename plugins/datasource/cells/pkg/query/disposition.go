package query

import (
	"slices"
	"strings"
)

// occurrence is an event as the traveler shows it.
type occurrence struct {
	ms                                                   int64
	id, kind, targetType, target, holdID, station        string
	equipment, text, author, disposition, severity, refs string
	source                                               string // cellthread, mes or person
	answers                                              []string
	expiresMs, fromMs, toMs                              int64
	// formerID is the event_id that a hold had before holds named their pass, passMs the source time of that pass.
	formerID string
	passMs   int64
}

// decisions are the kinds of events that say what becomes of an item.
var decisions = []string{"hold", "release", "inspect", "rework", "downgrade", "scrap", "use-as-is"}

// disposition is hold while any hold is open, else the newest decision, "" when nothing was decided. A hold is closed by a
// decision that answers it, or by its expiry; a decision that names no hold closes none. Events are in order of time.
func disposition(events []*occurrence, nowMs int64) string {
	answered := map[string]bool{}
	newest := ""
	for _, e := range events {
		if !slices.Contains(decisions, e.kind) {
			continue
		}
		if e.kind != "hold" {
			newest = e.kind
			for _, hold := range e.answers {
				answered[hold] = true
			}
		}
	}
	for _, e := range events {
		open := e.kind == "hold" && !answered[e.holdID] && !answered[e.id] && (e.expiresMs == 0 || e.expiresMs > nowMs)
		if open {
			return "hold"
		}
	}
	return newest
}

// splitAnswers reads the holds that an event answers.
func splitAnswers(text string) []string {
	return strings.FieldsFunc(text, func(c rune) bool { return c == ',' || c == ' ' })
}

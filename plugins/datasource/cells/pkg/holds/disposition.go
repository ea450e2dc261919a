package holds

import (
	"slices"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Disposition is hold while any hold is open, else the newest decision, "" when nothing was decided. A hold is closed by a
// decision that answers it, or by its expiry; a decision that names no hold closes none. Events are in order of time.
func Disposition(events []*Occurrence, nowMs int64) string {
	answered := map[string]bool{}
	newest := ""
	for _, e := range events {
		if !slices.Contains(vocabulary.Dispositions, e.Kind) {
			continue
		}
		if e.Kind != vocabulary.EventHold {
			newest = e.Kind
			for _, hold := range e.answers {
				answered[hold] = true
			}
		}
	}
	for _, e := range events {
		open := e.Kind == vocabulary.EventHold && !answered[e.HoldID] && !answered[e.ID] && (e.expiresMs == 0 || e.expiresMs > nowMs)
		if open {
			return vocabulary.EventHold
		}
	}
	return newest
}

// splitAnswers reads the holds that an event answers.
func splitAnswers(text string) []string {
	return strings.FieldsFunc(text, func(c rune) bool { return c == ',' || c == ' ' })
}

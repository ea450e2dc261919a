package holds

import (
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// Event is what a person, a system or Cellthread itself said about an item, a lot, a roll, a carrier or a place. Empty texts and
// zero times are not stated; times are Unix ms.
type Event struct {
	ID, Kind, Site, ItemID, TargetType, TargetID                   string
	Station, Equipment, Position, Characteristic, Rule             string
	Text, Author, Source, Disposition, Severity, Reference, HoldID string
	// Answers are the holds, by hold_id or event_id, that a decision answers.
	Answers []string
	// AtMs is when it happened, to the second; ReceivedMs when it was stored first, by the server's clock: 0 of rows of old.
	AtMs, ReceivedMs, ExpiresMs int64
	// FromMs and ToMs bound what happened at a place, FromM and ToM a stretch of a roll in metres.
	FromMs, ToMs int64
	FromM, ToM   *float64
	// FormerID is the event_id that a hold had before holds named their pass, PassMs the source time of that pass.
	FormerID string
	PassMs   int64
}

// EventOf reads a row of events; columns that it lacks are not stated.
func EventOf(rows *table.Table, row int) *Event {
	text := func(name string) string { return table.TextOr(rows.Column(name), row, "") }
	ms := func(name string) int64 { return max(0, table.IntOr(rows.Column(name), row, 0)) }
	metres := func(name string) *float64 {
		if v, ok := table.FloatAt(rows.Column(name), row); ok {
			return &v
		}
		return nil
	}
	ns, _ := rows.Column("time").Int(row) // the rest of a second is a hash
	return &Event{
		ID: text("event_id"), Kind: text("kind"), Site: text("site"), ItemID: text("item_id"), TargetType: text("target_type"), TargetID: text("target_id"),
		Station: text("station"), Equipment: text("equipment"), Position: text("position"), Characteristic: text("characteristic"), Rule: text("rule"),
		Text: text("text"), Author: text("author"), Source: text("source"), Disposition: text("disposition"), Severity: text("severity"),
		Reference: text("reference"), HoldID: text("hold_id"), Answers: splitAnswers(text("answers")),
		AtMs: ns / 1e9 * 1e3, ReceivedMs: ms("received_ms"), ExpiresMs: ms("expires_ms"), FromMs: ms("from_ms"), ToMs: ms("to_ms"),
		FromM: metres("from_m"), ToM: metres("to_m"), FormerID: text("former_id"), PassMs: ms("pass_ms"),
	}
}

func splitAnswers(text string) []string {
	return strings.FieldsFunc(text, func(c rune) bool { return c == ',' || c == ' ' })
}

// target is what an event is about: its target, else its item.
func (e *Event) target() string {
	if e.TargetID != "" {
		return e.TargetID
	}
	return e.ItemID
}

// names tells whether an event says an ID, as its target or its item.
func (e *Event) names(id string) bool { return id != "" && (e.TargetID == id || e.ItemID == id) }

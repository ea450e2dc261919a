package holds

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// OccurrenceOf reads a row of events.
func OccurrenceOf(rows *table.Table, row int) *Occurrence {
	text := func(name string) string { return table.TextOr(rows.Column(name), row, "") }
	ns, _ := rows.Column("time").Int(row)
	return &Occurrence{
		MS: ns / 1e9 * 1e3, ID: text("event_id"), FormerID: text("former_id"), PassMs: table.IntOr(rows.Column("pass_ms"), row, 0), Kind: text("kind"), TargetType: text("target_type"), Target: text("target_id"),
		HoldID: text("hold_id"), Station: text("station"), Equipment: text("equipment"), Text: text("text"), Author: text("author"), Source: text("source"),
		Disposition: text("disposition"), Severity: text("severity"), Refs: text("reference"), answers: splitAnswers(text("answers")),
		expiresMs: table.MsOr(rows.Column("expires_ms"), row, 0), FromMs: table.MsOr(rows.Column("from_ms"), row, 0), ToMs: table.MsOr(rows.Column("to_ms"), row, 0),
	}
}

// Occurrence is an event as the traveler shows it.
type Occurrence struct {
	MS                                                   int64
	ID, Kind, TargetType, Target, HoldID, Station        string
	Equipment, Text, Author, Disposition, Severity, Refs string
	Source                                               string // cellthread, mes or person
	answers                                              []string
	expiresMs, FromMs, ToMs                              int64
	// FormerID is the event_id that a hold had before holds named their pass, passMs the source time of that pass.
	FormerID string
	PassMs   int64
}

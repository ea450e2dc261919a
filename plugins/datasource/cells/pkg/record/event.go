// Package record says what becomes of an event: who it names, what may be stored of it, and the rows that hold it, which are
// those that ingest makes of the same event. Pure.
package record

import (
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Event is what a person, a system or Cellthread itself says about an item, a lot, a roll or a machine. Empty texts and zero
// times are not stated.
type Event struct {
	ID             string   `json:"event_id"`
	Kind           string   `json:"kind"`
	Site           string   `json:"site"`
	AtMs           int64    `json:"timestamp_ms"` // when it happened, Unix ms
	ItemID         string   `json:"item_id,omitempty"`
	TargetType     string   `json:"target_type,omitempty"`
	TargetID       string   `json:"target_id,omitempty"`
	Station        string   `json:"station,omitempty"`
	Equipment      string   `json:"equipment,omitempty"`
	Position       string   `json:"position,omitempty"`
	Characteristic string   `json:"characteristic,omitempty"`
	Rule           string   `json:"rule,omitempty"`
	Text           string   `json:"text,omitempty"`
	Author         string   `json:"author,omitempty"`
	Badge          string   `json:"badge,omitempty"` // who stood before a screen that many use; it allows nothing
	Approver       string   `json:"approver,omitempty"`
	Source         string   `json:"source,omitempty"` // cellthread, mes, person or machine
	Asked          string   `json:"asked,omitempty"`  // the kind that a note was to be, of one who may not say it
	Sender         string   `json:"sender,omitempty"` // at whose topic it came
	Disposition    string   `json:"disposition,omitempty"`
	Severity       string   `json:"severity,omitempty"`
	Reference      string   `json:"reference,omitempty"`
	Content        string   `json:"content,omitempty"` // what is proposed, as JSON
	HoldID         string   `json:"hold_id,omitempty"`
	Answers        []string `json:"answers,omitempty"` // the holds, or their events, that it answers
	ExpiresMs      int64    `json:"expires_ms,omitempty"`
	FromMs         int64    `json:"from_ms,omitempty"`
	ToMs           int64    `json:"to_ms,omitempty"`
	FromM          *float64 `json:"from_m,omitempty"` // metres of a roll
	ToM            *float64 `json:"to_m,omitempty"`
	Amount         *float64 `json:"amount,omitempty"` // by how much a value is to be set higher, in its unit; below zero: lower
	FormerID       string   `json:"former_id,omitempty"`
	PassMs         int64    `json:"pass_ms,omitempty"`
	ReceivedMs     int64    `json:"received_ms,omitempty"` // when it was stored first, by the server's clock
}

// Whole is the event with what it leaves to be understood: the item and the machine that its target is.
func (e Event) Whole() Event {
	if e.ItemID == "" && slices.Contains(vocabulary.ItemTypes, e.TargetType) {
		e.ItemID = e.TargetID
	}
	if e.Equipment == "" && e.TargetType == TargetEquipment && IsSegment(e.TargetID) {
		e.Equipment = e.TargetID
	}
	return e
}

// TargetEquipment is the type of a target that is a machine.
const TargetEquipment = "equipment"

// About is what an event is looked up by: its target, else its item; "" of an event about neither.
func (e Event) About() string {
	if e.TargetID != "" {
		return e.TargetID
	}
	return e.ItemID
}

// texts are the fields of text with what they may be, ints those of whole numbers, floats those of all others, by their names in the
// database.
var (
	texts = []struct {
		name string
		of   func(*Event) *string
		fits func(string) bool
	}{
		{"event_id", func(e *Event) *string { return &e.ID }, IsIdentifier},
		{"target_type", func(e *Event) *string { return &e.TargetType }, IsSegment},
		{"target_id", func(e *Event) *string { return &e.TargetID }, IsIdentifier},
		{"item_id", func(e *Event) *string { return &e.ItemID }, IsIdentifier},
		{"station", func(e *Event) *string { return &e.Station }, IsSegment},
		{"equipment", func(e *Event) *string { return &e.Equipment }, IsSegment},
		{"position", func(e *Event) *string { return &e.Position }, IsSegment},
		{"characteristic", func(e *Event) *string { return &e.Characteristic }, IsSegment},
		{"rule", func(e *Event) *string { return &e.Rule }, IsSegment},
		{"text", func(e *Event) *string { return &e.Text }, isText},
		{"author", func(e *Event) *string { return &e.Author }, isText},
		{"badge", func(e *Event) *string { return &e.Badge }, isText},
		{"approver", func(e *Event) *string { return &e.Approver }, isText},
		{"source", func(e *Event) *string { return &e.Source }, IsSegment},
		{"asked", func(e *Event) *string { return &e.Asked }, IsSegment},
		{"sender", func(e *Event) *string { return &e.Sender }, IsSegment},
		{"disposition", func(e *Event) *string { return &e.Disposition }, IsSegment},
		{"severity", func(e *Event) *string { return &e.Severity }, IsSegment},
		{"reference", func(e *Event) *string { return &e.Reference }, IsIdentifier},
		{"content", func(e *Event) *string { return &e.Content }, isContent},
		{"hold_id", func(e *Event) *string { return &e.HoldID }, IsIdentifier},
		{"former_id", func(e *Event) *string { return &e.FormerID }, IsIdentifier},
	}
	ints = []struct {
		name string
		of   func(*Event) *int64
	}{
		{"expires_ms", func(e *Event) *int64 { return &e.ExpiresMs }},
		{"from_ms", func(e *Event) *int64 { return &e.FromMs }},
		{"to_ms", func(e *Event) *int64 { return &e.ToMs }},
		{"pass_ms", func(e *Event) *int64 { return &e.PassMs }},
		{"received_ms", func(e *Event) *int64 { return &e.ReceivedMs }},
	}
	floats = []struct {
		name string
		of   func(*Event) **float64
	}{
		{"from_m", func(e *Event) **float64 { return &e.FromM }},
		{"to_m", func(e *Event) **float64 { return &e.ToM }},
		{"amount", func(e *Event) **float64 { return &e.Amount }},
	}
)

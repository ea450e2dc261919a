package commands

import (
	"encoding/json"
	"slices"
	"strconv"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// RelayedKinds of events are told to the line, or to whoever decides about it, where people said them.
var RelayedKinds = append([]string{vocabulary.EventProposal}, vocabulary.BreakingEvents...)

// Relays tells whether the line is told of an event as it is: what a person says was done to a machine, or proposes to whoever decides,
// which no message of the line said.
func Relays(e record.Event) bool {
	return slices.Contains(RelayedKinds, e.Kind) && e.Source == vocabulary.SourcePerson
}

// Relayed is the event that says that the line was told of another one, which it names.
func Relayed(e record.Event, nowMs int64) record.Event {
	return record.Event{
		ID: "command-" + record.Digest(e.ID), Kind: vocabulary.EventCommand, Site: e.Site, AtMs: nowMs, TargetType: e.TargetType, TargetID: e.TargetID,
		Station: e.Station, Equipment: e.Equipment, Position: e.Position, Disposition: e.Kind, Reference: e.ID,
		Source: vocabulary.SourceCellthread, Author: vocabulary.SourceCellthread,
	}
}

// RelayOf is the event_id of what a stored event says that the line was told of; false of any other event.
func RelayOf(e record.Event) (string, bool) {
	_, err := strconv.Atoi(e.Reference)
	return e.Reference, e.Kind == vocabulary.EventCommand && err != nil && e.Reference != ""
}

// RelayPayload is what the line gets: the event itself.
func RelayPayload(e record.Event) []byte {
	out, _ := json.Marshal(e)
	return out
}

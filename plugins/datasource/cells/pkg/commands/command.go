// Package commands tells the line what is decided about its items: each state of a target is one command, numbered, sent until it is
// acknowledged or given up, and never again once a newer one is there. Events in, what is to be sent out; pure.
package commands

import (
	"cmp"
	"encoding/json"
	"strconv"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/holds"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Command is the whole state of a target as the line is told of it.
type Command struct {
	ID                 string
	Site               string
	Target, TargetType string
	// State is hold, or the newest decision.
	State string
	// Number is greater than that of every command about the target before.
	Number int
	// Holds are the open ones, of more than an event answers the newest.
	Holds []string
	// Station, Equipment and Characteristic are where it was held, Text says why.
	Station, Equipment, Characteristic, Text string
	// FirstMs is when it was to be sent first, Unix ms of the server's clock.
	FirstMs int64
}

// Of is the command that the standing of a target asks for at a moment (Unix ms), by the book that it is of; none where nothing was ever
// held of it. Where all holds expired and nobody decided it may go on: the line is told that it is released. Whoever decides need not
// say where it was held: the newest hold does.
func Of(s holds.Standing, book *holds.Book, nowMs int64) (Command, bool) {
	var held *record.Event
	for _, h := range book.Holds() {
		if h.Target() == s.Target {
			held = h.Said[0]
		}
	}
	if held == nil || s.Why == nil {
		return Command{}, false
	}
	return Command{
		ID: "command-" + record.Digest(held.Site+"/"+s.Target+"/"+strconv.Itoa(s.Number)), Site: held.Site, Target: s.Target, TargetType: s.TargetType,
		State: cmp.Or(s.State, vocabulary.EventRelease), Number: s.Number, Holds: s.Holds[max(0, len(s.Holds)-record.MaxAnswers):],
		Station: held.Station, Equipment: held.Equipment, Characteristic: held.Characteristic, Text: s.Why.Text, FirstMs: nowMs,
	}, true
}

// Event is the command as it is stored.
func (c Command) Event() record.Event {
	return record.Event{
		ID: c.ID, Kind: vocabulary.EventCommand, Site: c.Site, AtMs: c.FirstMs, TargetType: c.TargetType, TargetID: c.Target,
		Station: c.Station, Equipment: c.Equipment, Characteristic: c.Characteristic, Text: c.Text, Disposition: c.State, Reference: strconv.Itoa(c.Number),
		Answers: c.Holds, Source: vocabulary.SourceCellthread, Author: vocabulary.SourceCellthread,
	}
}

// Stored is the command that an event holds; false of any other event.
func Stored(e record.Event) (Command, bool) {
	number, err := strconv.Atoi(e.Reference)
	if e.Kind != vocabulary.EventCommand || err != nil {
		return Command{}, false
	}
	first := e.ReceivedMs
	if first == 0 {
		first = e.AtMs
	}
	return Command{
		ID: e.ID, Site: e.Site, Target: e.About(), TargetType: e.TargetType, State: e.Disposition, Number: number, Holds: e.Answers,
		Station: e.Station, Equipment: e.Equipment, Characteristic: e.Characteristic, Text: e.Text, FirstMs: first,
	}, true
}

// Payload is what the line gets.
func (c Command) Payload(nowMs int64) []byte {
	out, _ := json.Marshal(c.said(nowMs))
	return out
}

func (c Command) said(ms int64) map[string]any {
	holds := c.Holds
	if holds == nil {
		holds = []string{}
	}
	return map[string]any{
		"timestamp_ms": ms, "command_id": c.ID, "number": c.Number, "target_type": c.TargetType, "target_id": c.Target, "state": c.State,
		"holds": holds, "station": c.Station, "characteristic": c.Characteristic, "text": c.Text,
	}
}

// Disposition is how topics of commands end that tell a state; those of events end with their kind.
const Disposition = "disposition"

// Topic is where a line reads what: enterprise, site, area, line and machine as ISA-95 has them.
func Topic(enterprise, site, area, line, equipment, what string) string {
	return strings.Join([]string{"umh", "v1", enterprise, site, area, line, equipment, "_command", what}, "/")
}

func compare(a, b Command) int {
	return cmp.Or(cmp.Compare(a.FirstMs, b.FirstMs), cmp.Compare(a.Target, b.Target), cmp.Compare(a.Number, b.Number))
}

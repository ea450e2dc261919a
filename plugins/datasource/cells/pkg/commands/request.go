package commands

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

const (
	// RequestFor is how long after it was made a machine may do what it is asked for, where nobody says; MostRequestFor is the longest.
	RequestFor     = 10 * time.Second
	MostRequestFor = 30 * time.Second
)

// IsRequest tells whether an event asks a machine for something.
func IsRequest(e record.Event) bool { return slices.Contains(vocabulary.RequestEvents, e.Kind) }

// NotAllowed says in a sentence why the plan does not let anybody ask for that at a moment (Unix ms); "" where it does.
func NotAllowed(p *plan.Plan, e record.Event, nowMs int64) string {
	ns := max(nowMs*1e6, p.Begin)
	machines := p.EquipmentAt(e.Site, ns)
	at := slices.IndexFunc(machines, func(m plan.Equipment) bool { return m.ID == e.TargetID })
	if e.TargetType != record.TargetEquipment || at < 0 {
		return fmt.Sprintf("a %s is asked of a machine of the plan: %s %s is none at site %s", e.Kind, e.TargetType, e.TargetID, e.Site)
	}
	machine := machines[at]
	if e.Position != "" && !slices.Contains(machine.Positions, e.Position) {
		return fmt.Sprintf("%s has no position %s", machine.ID, e.Position)
	}
	allowed := p.RequestsAt(machine.Station, ns)
	if e.Kind == vocabulary.EventPause {
		if !slices.Contains(allowed.Pause, machine.ID) {
			return fmt.Sprintf("the control plan does not let anybody ask %s to pause (requests of station %s)", machine.ID, machine.Station)
		}
		return ""
	}
	adjust, is := allowed.AdjustmentOf(e.Characteristic, machine.ID)
	switch {
	case !is:
		return fmt.Sprintf("the control plan does not let anybody ask %s to adjust %q (requests of station %s)", machine.ID, e.Characteristic, machine.Station)
	case e.Amount == nil || *e.Amount == 0:
		return "amount is missing: say by how much it is to be higher, or below zero lower"
	case !(*e.Amount >= adjust.By[0] && *e.Amount <= adjust.By[1]):
		return fmt.Sprintf("amount %g is outside what the control plan allows for %s at %s: %g to %g", *e.Amount, e.Characteristic, machine.ID, adjust.By[0], adjust.By[1])
	}
	return ""
}

// TooLate says in a sentence why a machine is not asked any more at a moment (Unix ms); "" while it may be.
func TooLate(e record.Event, nowMs int64) string {
	switch {
	case e.ExpiresMs == 0 || e.ExpiresMs > e.ReceivedMs+MostRequestFor.Milliseconds():
		return fmt.Sprintf("it says no moment within %s until which it may be done", MostRequestFor)
	case e.ExpiresMs <= nowMs:
		return "it was to be done before now"
	}
	return ""
}

// Requested is the event that says that the line was asked for what another one wants, which it names: the same whoever asks.
func Requested(e record.Event, nowMs int64) record.Event {
	out := Relayed(e, nowMs)
	out.Characteristic, out.Amount, out.ExpiresMs = e.Characteristic, e.Amount, e.ExpiresMs
	return out
}

// RequestPayload is what the line gets of a request: who asked it is not told.
func RequestPayload(asked record.Event, text string, nowMs int64) []byte {
	said := map[string]any{
		"timestamp_ms": nowMs, "expires_ms": asked.ExpiresMs, "command_id": asked.ID, "target_type": asked.TargetType, "target_id": asked.TargetID,
		"station": asked.Station, "position": asked.Position, "text": text,
	}
	if asked.Amount != nil {
		said["characteristic"], said["amount"] = asked.Characteristic, *asked.Amount
	}
	out, _ := json.Marshal(said)
	return out
}

// RequestState is what became of a request.
type RequestState string

// The states of a request. What the line answers is that it did it, or why not.
const (
	Waiting    RequestState = "waiting"    // the line was not asked yet
	Asked      RequestState = "asked"      // the line was asked and may still do it
	Done       RequestState = "done"       // the line says that it did it
	Refused    RequestState = "refused"    // the line says that it did not
	Unanswered RequestState = "unanswered" // the line was asked and said nothing in time
	NotAsked   RequestState = "not-asked"  // it was too late to ask, or the plan did not allow it any more
)

// RequestAnswer is what became of a request, and what the line said of it.
type RequestAnswer struct {
	State RequestState `json:"state"`
	Text  string       `json:"text,omitempty"`
	// ExpiresMs is until when it may be done, Unix ms.
	ExpiresMs int64 `json:"expiresMs"`
}

// answerWithin is how long after the end of a request the line may take to say that it did it.
const answerWithin = 5 * time.Second

// AnswerTo is what became of a request at a moment (Unix ms), by the events about its machine.
func AnswerTo(e record.Event, about []record.Event, nowMs int64) RequestAnswer {
	out := RequestAnswer{State: Waiting, ExpiresMs: e.ExpiresMs}
	command := Requested(e, nowMs).ID
	for _, of := range about {
		switch {
		case of.Kind == vocabulary.EventCommandAck && of.Reference == command:
			out.State, out.Text = Refused, of.Text
			if of.Disposition == e.Kind {
				out.State = Done
			}
			return out
		case of.ID == command:
			out.State = Asked
		}
	}
	if nowMs > e.ExpiresMs+answerWithin.Milliseconds() {
		out.State = map[RequestState]RequestState{Waiting: NotAsked, Asked: Unanswered}[out.State]
	}
	return out
}

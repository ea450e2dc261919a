package commands

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/holds"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Notice is what stands at the broker of a target while any hold on it is open, for lines that cannot ask.
type Notice struct {
	Command
	// Held is the event that placed the newest open hold: where it was held.
	Held record.Event
	// ExpiresMs is when the first of the open holds ends by itself (Unix ms), 0 where none does.
	ExpiresMs int64

	reach []reach
}

// reach is where one hold reaches of a target of which not all may be held: a stretch of a roll, what passed a machine from when to when.
type reach struct {
	HoldID   string   `json:"hold_id"`
	Station  string   `json:"station,omitempty"`
	Position string   `json:"position,omitempty"`
	FromMs   int64    `json:"from_ms,omitempty"`
	ToMs     int64    `json:"to_ms,omitempty"`
	FromM    *float64 `json:"from_m,omitempty"`
	ToM      *float64 `json:"to_m,omitempty"`
}

// targetRoll and targetTray are the types of targets that are items and of which not all may be held: a stretch, and what lay in it meanwhile.
const (
	targetRoll = "roll"
	targetTray = "tray"
)

// NoticeOf is the notice of a target by the book of what was decided about it, at a moment (Unix ms); none while nothing holds it.
func NoticeOf(target string, book *holds.Book, nowMs int64) (Notice, bool) {
	standings := book.Standings(nowMs)
	at := slices.IndexFunc(standings, func(s holds.Standing) bool { return s.Target == target })
	if at < 0 || standings[at].State != vocabulary.EventHold {
		return Notice{}, false
	}
	command, _ := Of(standings[at], book, standings[at].Why.AtMs)
	out := Notice{Command: command}
	for _, h := range book.Holds() {
		if h.Target() != target || !h.Open(nowMs) {
			continue
		}
		out.Held = *h.Said[0]
		if until := h.ExpiresMs(); until != 0 && (out.ExpiresMs == 0 || until < out.ExpiresMs) {
			out.ExpiresMs = until
		}
		for _, e := range h.Said {
			switch {
			case out.TargetType == targetRoll:
				out.reach = append(out.reach, reach{HoldID: h.ID, FromM: e.FromM, ToM: e.ToM})
			case out.TargetType == targetTray || !slices.Contains(vocabulary.ItemTypes, out.TargetType):
				out.reach = append(out.reach, reach{HoldID: h.ID, Station: e.Station, Position: e.Position, FromMs: cmp.Or(e.FromMs, e.AtMs), ToMs: e.ToMs})
			}
		}
	}
	return out, true
}

// Payload is what the broker keeps: the command that holds the target, the same text as long as nothing of it changes, and where each hold
// reaches of what is not held as a whole (`reach`).
func (n Notice) Payload() []byte {
	said := n.said(n.FirstMs)
	if len(n.reach) > 0 {
		said["reach"] = n.reach
	}
	out, _ := json.Marshal(said)
	return out
}

// held is the contract of notices.
const held = "_held"

// NoticeTopic is where the lines of a site read of a target that is held.
func NoticeTopic(enterprise, site, area, line, target string) string {
	return strings.Join([]string{"umh", "v1", enterprise, site, area, line, line, held, target}, "/")
}

// NoticesOf is the filter of all notices of an enterprise.
func NoticesOf(enterprise string) string { return "umh/v1/" + enterprise + "/+/+/+/+/" + held + "/#" }

// NoticeAt is the site and the target of the notice at a topic; false of any other topic.
func NoticeAt(topic string) (site, target string, is bool) {
	const levels = 9
	parts := strings.SplitN(topic, "/", levels)
	if len(parts) < levels || parts[levels-2] != held {
		return "", "", false
	}
	return parts[3], parts[levels-1], true
}

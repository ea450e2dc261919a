package commands

import (
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

const (
	// firstPause is how long an acknowledgement is awaited until a command is sent again; each further pause is twice as long.
	firstPause = 10 * time.Second
	// GiveUp is how long after it was to be sent first a command is not sent any more.
	GiveUp = 10 * time.Minute
	// kept is how long a command is remembered.
	kept = 48 * time.Hour
)

// Book keeps which commands there are and which the line acknowledged.
type Book struct {
	all          map[string]*sent
	newest       map[string]int // number, by target
	acknowledged map[string]int64
}

type sent struct {
	Command
	tries  int
	nextMs int64
}

// Note takes an event: a command, or an acknowledgement. In any order, any number of times.
func (b *Book) Note(e record.Event) {
	if b.all == nil {
		b.all, b.newest, b.acknowledged = map[string]*sent{}, map[string]int{}, map[string]int64{}
	}
	if e.Kind == vocabulary.EventCommandAck && e.Reference != "" {
		b.acknowledged[e.Reference] = max(b.acknowledged[e.Reference], e.ReceivedMs, e.AtMs)
	}
	if c, is := Stored(e); is && b.all[c.ID] == nil {
		b.all[c.ID] = &sent{Command: c, nextMs: c.FirstMs}
		b.newest[c.Target] = max(b.newest[c.Target], c.Number)
	}
}

// Has tells whether a command is known.
func (b *Book) Has(id string) bool { return b.all[id] != nil }

// Due are the commands to be sent at a moment (Unix ms), in the order of their numbers: neither acknowledged nor superseded nor given up.
func (b *Book) Due(nowMs int64) (out []Command) {
	for _, s := range b.all {
		if b.waits(s) && nowMs >= s.nextMs && nowMs < s.FirstMs+GiveUp.Milliseconds() {
			out = append(out, s.Command)
		}
	}
	slices.SortFunc(out, func(a, c Command) int { return compare(a, c) })
	return out
}

// Sent tells that a command was sent at a moment (Unix ms).
func (b *Book) Sent(id string, atMs int64) {
	s := b.all[id]
	s.nextMs = atMs + firstPause.Milliseconds()<<s.tries
	s.tries++
}

// Unanswered are the commands that were given up until a moment (Unix ms): the line was told and did not acknowledge.
func (b *Book) Unanswered(nowMs int64) (out []Command) {
	for _, s := range b.all {
		if b.waits(s) && nowMs >= s.FirstMs+GiveUp.Milliseconds() {
			out = append(out, s.Command)
		}
	}
	slices.SortFunc(out, func(a, c Command) int { return compare(a, c) })
	return out
}

func (b *Book) waits(s *sent) bool {
	_, acknowledged := b.acknowledged[s.ID]
	return !acknowledged && s.Number == b.newest[s.Target]
}

// Forget drops what is long over.
func (b *Book) Forget(nowMs int64) {
	before := nowMs - kept.Milliseconds()
	for id, s := range b.all {
		if s.FirstMs < before {
			delete(b.all, id)
			if b.newest[s.Target] == s.Number {
				delete(b.newest, s.Target)
			}
		}
	}
	for id, at := range b.acknowledged {
		if at < before {
			delete(b.acknowledged, id)
		}
	}
}

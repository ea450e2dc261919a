package commands

import (
	"cmp"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

const (
	// firstPause is how long an acknowledgement is awaited until a command is sent again; each further pause is twice as long.
	firstPause = 10 * time.Second
	// GiveUp is how long after it was to be sent first a command is told as unanswered, and how long after it was sent first it is sent.
	GiveUp = 10 * time.Minute
	// unsentFor is how long one that never was sent, since nobody could, is still to be sent.
	unsentFor = 24 * time.Hour
	// kept is how long a command is remembered.
	kept = 48 * time.Hour
)

// Book keeps which commands there are and which the line acknowledged.
type Book struct {
	lines        lines
	all          map[string]*sent
	newest       map[target]int // number
	acknowledged map[string][]acknowledgement
}

// target is what commands are about: items of two sites may bear one ID.
type target struct{ site, id string }

// acknowledgement is what a line answered: about what it says that it did something, "" where it does not say, who answered, and when.
type acknowledgement struct {
	target
	by string
	ms int64
}

// of tells whether a line answered a command: one that speaks of something else has not done what it was told.
func (a acknowledgement) of(c Command) bool {
	return (a.id == "" || a.id == c.Target) && (a.site == "" || c.Site == "" || a.site == c.Site)
}

type sent struct {
	Command
	tries  int
	nextMs int64
	// begunMs is when it was sent first, as far as this book knows.
	begunMs int64
}

// Under has it know the lines of a plan at a moment (Unix ms): what is for several of them waits for the acknowledgement of each. Without one
// the first acknowledgement is that of all.
func (b *Book) Under(p *plan.Plan, atMs int64) { b.lines = linesBy(p, max(atMs*1e6, p.Begin)) }

// Note takes an event: a command, or an acknowledgement. In any order, any number of times.
func (b *Book) Note(e record.Event) {
	if b.all == nil {
		b.all, b.newest, b.acknowledged = map[string]*sent{}, map[target]int{}, map[string][]acknowledgement{}
	}
	if e.Kind == vocabulary.EventCommandAck && e.Reference != "" {
		a := acknowledgement{target{e.Site, e.About()}, e.Equipment, max(e.ReceivedMs, e.AtMs)}
		if !slices.Contains(b.acknowledged[e.Reference], a) {
			b.acknowledged[e.Reference] = append(b.acknowledged[e.Reference], a)
		}
	}
	if c, is := Stored(e); is && b.all[c.ID] == nil {
		b.all[c.ID] = &sent{Command: c, nextMs: c.FirstMs}
		b.newest[c.about()] = max(b.newest[c.about()], c.Number)
	}
}

// Has tells whether a command is known, or another of its number about the same.
func (b *Book) Has(c Command) bool { return b.all[c.ID] != nil || b.newest[c.about()] >= c.Number }

func (c Command) about() target { return target{c.Site, c.Target} }

// Due are the commands to be sent at a moment (Unix ms), in the order of their numbers: neither acknowledged nor superseded nor given up.
func (b *Book) Due(nowMs int64) (out []Command) {
	for _, s := range b.all {
		if b.waits(s) && nowMs >= s.nextMs && nowMs < s.endMs() {
			out = append(out, s.Command)
		}
	}
	slices.SortFunc(out, func(a, c Command) int { return compare(a, c) })
	return out
}

// endMs is when a command is sent no more.
func (s *sent) endMs() int64 {
	if s.tries == 0 {
		return s.FirstMs + unsentFor.Milliseconds()
	}
	return s.begunMs + GiveUp.Milliseconds()
}

// Sent tells that a command was sent at a moment (Unix ms).
func (b *Book) Sent(id string, atMs int64) {
	s := b.all[id]
	if s.tries == 0 {
		s.begunMs = atMs
	}
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
	return s.Number == b.newest[s.about()] && !b.answered(s.Command, "")
}

// answered tells whether a line acknowledged a command, or with "" each that it is for. Whoever is of no line answers for all.
func (b *Book) answered(c Command, line string) bool {
	told, by := b.lines.told(c), map[string]bool{}
	for _, a := range b.acknowledged[c.ID] {
		if !a.of(c) {
			continue
		}
		who := b.lines.by(cmp.Or(a.site, c.Site), a.by)
		if len(told) == 0 || who == "" || who == line {
			return true
		}
		by[who] = true
	}
	return line == "" && len(told) > 0 && !slices.ContainsFunc(told, func(line string) bool { return !by[line] })
}

// Tells are whether a line is to be told of a command that is due: it did not acknowledge it.
func (b *Book) Tells(c Command, line string) bool { return !b.answered(c, line) }

// Forget drops what is long over.
func (b *Book) Forget(nowMs int64) {
	before := nowMs - kept.Milliseconds()
	for id, s := range b.all {
		if s.FirstMs < before {
			delete(b.all, id)
			if b.newest[s.about()] == s.Number {
				delete(b.newest, s.about())
			}
		}
	}
	for id, all := range b.acknowledged {
		if !slices.ContainsFunc(all, func(a acknowledgement) bool { return a.ms >= before }) {
			delete(b.acknowledged, id)
		}
	}
}

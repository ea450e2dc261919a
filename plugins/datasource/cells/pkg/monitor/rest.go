package monitor

import (
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// Without are the episodes that it would have found of a place until a moment (Unix ms), did not parts of it depart: what those measured
// meanwhile is left out, or of another team's characteristic what was out of spec by it. Of twins, of which each departs from the others,
// they are those of any place.
func (f *Follower) Without(book *summary.Book, of Told, parts []Told, untilMs int64) []Episode {
	at, less := f.at, lessened(book, f.Monitor, of, parts)
	at.ToMs = untilMs
	left, windows := f.Monitor.followed(at, f.alarm), f.windows(less, at)
	left.changed = f.changeovers(book)
	left.through(windows, f.start(windows, at), nil)
	return slices.DeleteFunc(slices.Clone(left.told(untilMs)), func(e Episode) bool {
		return !f.Signals(e) || e.Stream != of.Stream && !f.twins()
	})
}

// lessened is a book of what a monitor judges, without what parts of one of its streams account for.
func lessened(book *summary.Book, m Monitor, of Told, parts []Told) *summary.Book {
	out := summary.NewBook(book.LengthMs)
	lots := m.Lots
	if m.Against != Lot {
		lots = []string{""}
	}
	finest := finestOf(book.KeysOf(m.Keys[0].Characteristic))
	for _, key := range m.Keys {
		for _, key.Lot = range lots {
			l := lessening{book: book, key: key, of: of, parts: parts}
			l.count(finest)
			for step := range book.Steps(key).All() {
				if l.within(step.Begin) {
					step = l.left[step.Begin]
				}
				if step.N+step.Judged > 0 {
					out.Change(key, step.Begin, func(s *summary.Step) { *s = step })
				}
			}
		}
	}
	return out
}

// finestOf are the finest streams, of lines that have machines none: what a line measured is what these did.
func finestOf(keys []summary.Key) []summary.Key {
	lines := map[summary.Key]bool{}
	for _, k := range keys {
		if k.Equipment != "" {
			lines[atLine(k, k.Line)] = true
		}
	}
	return slices.DeleteFunc(Finest(keys), func(k summary.Key) bool { return lines[k] })
}

// lessening is what is left of a stream while parts of it depart: what its finest streams measured that do not, together.
type lessening struct {
	book  *summary.Book
	key   summary.Key
	of    Told
	parts []Told
	left  map[int64]summary.Step
}

// within tells whether any part departs in a step.
func (l lessening) within(begin int64) bool {
	return slices.ContainsFunc(l.parts, func(part Told) bool { return l.concerns(part) && part.during(begin, l.book.LengthMs) })
}

// concerns tells whether what departs is the stream's, a part's of it, or that of what it is a part of.
func (l lessening) concerns(part Told) bool {
	own, a := l.stream(l.key.Stream), part.Key.Stream
	return own == a || within(a, own) || within(own, a)
}

// stream is one whatever it is made of.
func (l lessening) stream(s summary.Stream) summary.Stream {
	s.Lot = ""
	return s
}

// during tells whether a step lies in it.
func (d Told) during(begin, lengthMs int64) bool {
	return begin >= d.SinceMs-d.SinceMs%lengthMs && begin < d.untilMs()
}

func (l *lessening) count(finest []summary.Key) {
	l.left = map[int64]summary.Step{}
	if !slices.ContainsFunc(l.parts, l.concerns) {
		return
	}
	for _, key := range finest {
		if key != l.key && (key.Product != l.key.Product || key.Site != l.key.Site || key.Line != l.key.Line || key.Lot != l.key.Lot || !within(key.Stream, l.key.Stream)) {
			continue
		}
		bad := l.badOf(key)
		for step := range l.book.Steps(key).All() {
			if !l.within(step.Begin) {
				continue
			}
			if step = l.lessen(step, key, bad); step.N+step.Judged > 0 {
				l.left[step.Begin] = l.left[step.Begin].With(step)
			}
		}
	}
}

// accounts tells whether a part accounts for all that it measured, not only for what was out of spec by it.
func (l lessening) accounts(part Told) bool {
	return part.wholly || within(part.Key.Stream, l.of.Key.Stream) && (part.Key.Characteristic == l.of.Key.Characteristic || part.Route == l.of.Route)
}

// badOf are by part and step how many of a stream were out of spec by what else departs.
func (l lessening) badOf(key summary.Key) []map[int64]int {
	out := make([]map[int64]int, len(l.parts))
	for i, part := range l.parts {
		if l.accounts(part) {
			continue
		}
		out[i] = map[int64]int{}
		key.Characteristic = part.Key.Characteristic
		for step := range l.book.Steps(key).All() {
			out[i][step.Begin] = step.Bad
		}
	}
	return out
}

// lessen takes from a step of a finest stream what parts account for.
func (l lessening) lessen(step summary.Step, key summary.Key, bad []map[int64]int) summary.Step {
	own, found := l.stream(key.Stream), 0
	for i, part := range l.parts {
		at := part.Key.Stream
		if !part.during(step.Begin, l.book.LengthMs) || own != at && !within(own, at) {
			continue
		}
		if bad[i] == nil {
			return summary.Step{Begin: step.Begin}
		}
		// An item may be out of spec by several that depart: by the most at least.
		found = max(found, min(step.Bad, bad[i][step.Begin]))
	}
	step.Bad, step.Judged = step.Bad-found, step.Judged-found
	step.Late = min(step.Late, step.Judged)
	return step
}

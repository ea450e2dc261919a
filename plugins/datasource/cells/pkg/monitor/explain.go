package monitor

import (
	"cmp"
	"math"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// Rest gives what the monitor of something that departs would have found until now, did not parts of it depart that are told for it.
type Rest func(of Told, parts []Told) []Episode

// extent is how far one thing that departs is but another sight of another one.
type extent int

const (
	nowise extent = iota
	// partly: as far as it accounts for it.
	partly
	wholly
)

// sights are all that departs, in order, and as what each is told.
type sights struct {
	all  []Told
	rest Rest
	seen []*sight
}

// sight is what one is told as, since when; hidden: it is not, but what explains it is. In part: by what is told for it as far as it
// accounts for it.
type sight struct {
	Told
	sinceMs        int64
	hidden, inPart bool
}

func (s *sights) of(i int) sight {
	if s.seen[i] == nil {
		one := s.look(s.all[i])
		s.seen[i] = &one
	}
	return *s.seen[i]
}

// reason is what explains something, and since when it does.
type reason struct {
	Told
	sinceMs int64
}

func (s *sights) look(d Told) sight {
	var all, others []reason
	for j, other := range s.all {
		r := reason{other, max(other.fromMs, other.mostMs)}
		switch other.explains(d) {
		case nowise:
			continue
		case wholly:
			// What a part is told for says nothing of what that part does not account for.
			if of := s.of(j); of.inPart {
				r.sinceMs = of.sinceMs
			}
			r.wholly = true
			others = append(others, r)
		}
		all = append(all, r)
	}
	for _, reasons := range [][]reason{all, others} {
		slices.SortStableFunc(reasons, func(a, b reason) int { return cmp.Compare(a.sinceMs, b.sinceMs) })
	}
	byAll, byOthers := d.explainedUntil(all), d.explainedUntil(others)
	switch {
	case byOthers >= d.untilMs():
		return sight{Told: d, sinceMs: d.fromMs, hidden: true}
	case byAll <= d.fromMs, byAll < d.untilMs() && byAll == byOthers && !s.canAsk(d):
		return sight{Told: d, sinceMs: d.fromMs}
	case byAll < d.untilMs() && !s.canAsk(d):
		return sight{Told: d, sinceMs: byAll, inPart: true}
	}
	// What it still shows where that is over may be but what is remembered of that time.
	one := sight{Told: d, sinceMs: math.MaxInt64, hidden: true, inPart: true}
	if e, found := s.left(d, all); found {
		one.Episode, one.Key, one.sinceMs = e, d.KeyOf(e.Stream), e.FirstMs
		one.hidden = slices.ContainsFunc(others, func(r reason) bool { return !r.Over && r.sinceMs <= e.FirstMs })
	}
	if byAll < d.untilMs() {
		// As of one that is over, of which nobody can ask any more what was left.
		one.sinceMs = min(one.sinceMs, byAll)
	}
	return one
}

// longBeforeMs before it began, what was over does not matter any more.
const longBeforeMs = 24 * 60 * 60 * 1000

// canAsk tells whether it is known what would be left of it.
func (s *sights) canAsk(d Told) bool { return !d.Over && d.Most == nil && s.rest != nil }

// left is the episode that is on of what departs though nothing is counted of the parts that explain it: it was before the next of them
// began, or in spite of all.
func (s *sights) left(d Told, parts []reason) (e Episode, found bool) {
	if !s.canAsk(d) {
		return e, false
	}
	parts = slices.DeleteFunc(parts, func(r reason) bool { return r.untilMs() < d.SinceMs-longBeforeMs })
	var without []Told
	for i, part := range parts {
		without = append(without, part.Told)
		nextMs := int64(math.MaxInt64)
		if i+1 < len(parts) {
			nextMs = parts[i+1].sinceMs
		}
		if nextMs <= max(d.fromMs, part.sinceMs) {
			continue
		}
		on := slices.DeleteFunc(s.rest(d, without), func(e Episode) bool { return e.Over || e.FirstMs >= nextMs })
		if at := slices.IndexFunc(on, func(e Episode) bool { return e.Stream == d.Stream }); at >= 0 {
			return on[at], true
		}
		if len(on) > 0 {
			return on[0], true
		}
	}
	return e, false
}

// explainedUntil is until when at every moment one of several reasons explains it; they are in order.
func (d Told) explainedUntil(by []reason) int64 {
	until := d.fromMs
	for _, r := range by {
		if r.sinceMs <= until {
			until = max(until, r.untilMs())
		}
	}
	return until
}

// explains tells how far something else that departs is but another sight of this, while this is on.
func (d Told) explains(other Told) extent {
	a, b := d.Key.Stream, other.Key.Stream
	same, verdicts := d.Key.Characteristic == other.Key.Characteristic, other.Key.Characteristic == ""
	switch {
	case d.Key.Product != other.Key.Product || a.Site != b.Site || a.Line != b.Line || d.Key == other.Key:
		return nowise
	case a == b && verdicts:
		// The verdict is the least that can be said; another team is to hear what is not this.
		return ifSo(d.Route != other.Route, partly, wholly)
	case a == b:
		return ifSo(d.Key.Characteristic != "" && d.Route == other.Route && !other.stands(d) && inOrder(d, other) < 0, wholly, nowise)
	case within(a, b):
		return ifSo(other.mostMs == 0 && (same || verdicts), partly, nowise)
	case within(b, a) && same:
		return ifSo(d.mostMs > 0 && d.shows(other), wholly, nowise)
	case within(b, a):
		return ifSo(verdicts, partly, nowise)
	}
	return nowise
}

func ifSo(is bool, so, not extent) extent {
	if is {
		return so
	}
	return not
}

// shows tells whether what most parts do is what a part of theirs does: the same, to the same side, or whatever else of those that do it; and
// what is out of spec by it.
func (d Told) shows(part Told) bool {
	return part.What == d.What && part.Side == d.Side || part.What == Share ||
		slices.ContainsFunc(d.Lasting(), func(e Told) bool { return e.Key == part.Key || within(part.Key.Stream, e.Key.Stream) })
}

// stands tells whether it is told beside what departs of the same stream: what is graver is, and the gravest always.
func (d Told) stands(beside Told) bool { return d.Grave < beside.Grave || d.Grave == gravest }

// within tells whether a stream is a part of another.
func within(part, whole summary.Stream) bool {
	return whole.Position == "" && part != whole && (whole.Equipment == "" || whole.Equipment == part.Equipment)
}

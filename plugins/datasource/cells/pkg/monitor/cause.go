package monitor

import (
	"cmp"
	"math"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// Told is an episode that is on, and of what.
type Told struct {
	Monitor
	Episode
	// Key is the stream that bears it: its own, or the machine or line of which most parts depart alike.
	Key summary.Key
	// Grave is the place of its severity, the gravest first.
	Grave int
	// Most are the episodes of its parts that it is told for, and mostMs since when they are most (Unix ms); none where it is one itself.
	Most   []Told
	mostMs int64
	// Doubtful: it is over and other things explain it as far as they account for it, so that nobody knows any more whether it was told.
	Doubtful bool
	// wholly: all that was measured while it lasts is told for by it.
	wholly bool
	// fromMs is since when anything departs of its stream and characteristic without a break.
	fromMs int64
}

// PartsTold is how many parts there are of what is told because most of them depart, below zero where no more than half are left that
// do; 0 of anything else.
func (t Told) PartsTold() int {
	if t.Most == nil {
		return 0
	}
	on := map[summary.Stream]bool{}
	for _, e := range t.Lasting() {
		on[e.Key.Stream] = true
	}
	parts := t.Parts[t.Key.Stream]
	if 2*len(on) <= parts {
		return -parts
	}
	return parts
}

// Lasting are the episodes of its parts that are on.
func (t Told) Lasting() []Told {
	return slices.DeleteFunc(slices.Clone(t.Most), func(e Told) bool { return e.Over })
}

// gravest is the place of the severity of which everything is told.
const gravest = 0

// Among are the streams of its monitor without one that departs beside it.
func (t Told) Among() []summary.Key {
	if t.Beside == 0 {
		return t.Keys
	}
	return slices.Delete(slices.Clone(t.Keys), t.Beside-1, t.Beside)
}

// HeldAgainst are the streams of its monitor that it is held against: neither it nor parts of it.
func (t Told) HeldAgainst() []summary.Key {
	return slices.DeleteFunc(slices.Clone(t.Among()), func(k summary.Key) bool {
		return k.Stream == t.Key.Stream || within(k.Stream, t.Key.Stream)
	})
}

// Apart tells whether nothing says which of two or three streams departs: they lie apart otherwise than is usual.
func (t Told) Apart() bool { return t.Most == nil && t.Stream >= len(t.Keys) }

// whats are what departs, the plainest cause first.
var whats = []string{Spread, Level, Share}

// Causes leaves of all that departs at a station at a moment one a cause: of a stream and characteristic what began first, and of its
// other characteristics that have the same route none that began later, unless it is graver, or its severity the gravest; of verdicts none
// that began after a characteristic that says why; of a machine or line of which most parts depart alike itself, and no part that departs
// from then on. A part is told for its whole, and a characteristic for verdicts, only as far as it accounts for them: what rest finds beside
// is told. What was a cause of its own before something else began stays one until it is over. Episodes that are over are no causes, but tell
// what was one, and that most of a whole departed, which is on until the last of its parts is over.
func Causes(all []Told, rest Rest) []Told {
	on, _ := CausesUntilNow(all, rest)
	return on
}

// CausesUntilNow are the causes, and beside them those that are over.
func CausesUntilNow(all []Told, rest Rest) (on, over []Told) {
	all = chained(slices.Clone(all))
	all = chained(gathered(all, partOfMachine))
	all = chained(gathered(all, partOfLine))
	s := sights{all, rest, make([]*sight, len(all))}
	for i, d := range all {
		one := s.of(i)
		told := func(before Told) bool { return before.Key == one.Key }
		switch {
		case one.hidden:
		case d.Over:
			one.Doubtful = one.inPart
			over = append(over, one.Told)
		case !slices.ContainsFunc(on, told):
			on = append(on, one.Told)
		}
	}
	return on, over
}

// chained puts them in order, knowing since when each stream departs.
func chained(all []Told) []Told {
	for i, d := range all {
		all[i].fromMs = d.Begins()
	}
	slices.SortFunc(all, inOrder)
	type run struct{ fromMs, untilMs int64 }
	runs := map[summary.Key]run{}
	for i, d := range all {
		r, is := runs[d.Key]
		if !is || r.untilMs < d.fromMs {
			r.fromMs = d.fromMs
		}
		all[i].fromMs = r.fromMs
		runs[d.Key] = run{r.fromMs, max(r.untilMs, d.untilMs())}
	}
	slices.SortFunc(all, inOrder)
	return all
}

func inOrder(a, b Told) int {
	return cmp.Or(
		cmp.Compare(a.fromMs, b.fromMs), cmp.Compare(a.Grave, b.Grave), compareKeys(a.Key, b.Key), cmp.Compare(a.FirstMs, b.FirstMs),
		cmp.Compare(slices.Index(whats, a.What), slices.Index(whats, b.What)), cmp.Compare(a.Against, b.Against), cmp.Compare(a.Side, b.Side),
	)
}

// Begins is when it is told at the earliest (Unix ms).
func (d Told) Begins() int64 { return max(d.FirstMs, d.mostMs) }

func (d Told) untilMs() int64 {
	if d.Over {
		return d.LastMs
	}
	return math.MaxInt64
}

// Concerns tells whether it is of a stream, of the machine that this is a position of, or of a position of it; of a machine or line of which
// most parts depart, whether one of these is. One of which nobody knows which of several streams departs concerns none.
func (d Told) Concerns(of summary.Stream) bool {
	at := d.Key.Stream
	switch {
	case at.Site != of.Site || at.Line != of.Line || d.Apart():
		return false
	case d.Most != nil:
		return at == of || slices.ContainsFunc(d.Most, func(part Told) bool { return part.Concerns(of) })
	case at.Equipment == "":
		return false
	}
	return at.Equipment == of.Equipment && (at.Position == of.Position || at.Position == "" || of.Position == "")
}

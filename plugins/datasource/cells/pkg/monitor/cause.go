package monitor

import (
	"cmp"
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
	// most: most parts of it depart.
	most bool
}

// HeldAgainst are the streams of its monitor that are neither it nor parts of it.
func (t Told) HeldAgainst() []summary.Key {
	return slices.DeleteFunc(slices.Clone(t.Keys), func(k summary.Key) bool {
		return k.Stream == t.Key.Stream || within(k.Stream, t.Key.Stream)
	})
}

// Apart tells whether nothing says which of two or three streams departs: they lie apart otherwise than is usual.
func (t Told) Apart() bool { return t.Stream >= len(t.Keys) }

// whats are what departs, the plainest cause first.
var whats = []string{Spread, Level, Share}

// Causes leaves of all that departs at a station at a moment one a cause: of a stream the gravest, then what began first, of verdicts
// none where a characteristic says why; of a machine or line of which most parts depart alike itself, else its parts. Episodes that
// are over are no causes, but tell that most of a whole departed, which is on until the last of its parts is over.
func Causes(all []Told) (out []Told) {
	all = gathered(gathered(slices.Clone(all), partOfMachine), partOfLine)
	all = slices.DeleteFunc(all, func(d Told) bool { return d.Over })
	slices.SortFunc(all, func(a, b Told) int {
		return cmp.Or(
			cmp.Compare(a.Grave, b.Grave), cmp.Compare(a.FirstMs, b.FirstMs), compareKeys(a.Key, b.Key),
			cmp.Compare(slices.Index(whats, a.What), slices.Index(whats, b.What)), cmp.Compare(a.Against, b.Against),
		)
	})
	for i, d := range all {
		explained := false
		for j, other := range all {
			explained = explained || other.explains(d, j < i)
		}
		if !explained {
			out = append(out, d)
		}
	}
	return out
}

// explains tells whether something else that departs is but another sight of this; graver: this goes before it.
func (d Told) explains(other Told, graver bool) bool {
	a, b := d.Key.Stream, other.Key.Stream
	switch {
	case d.Key.Product != other.Key.Product || a.Line != b.Line:
		return false
	case a == b:
		// The verdict is the least that can be said; of two others the first in order stays.
		if verdicts := d.Key.Characteristic == ""; verdicts != (other.Key.Characteristic == "") {
			return !verdicts
		}
		return graver
	case within(a, b):
		return !other.most && (d.Key.Characteristic == other.Key.Characteristic || other.Key.Characteristic == "")
	case within(b, a):
		return d.most && d.Key.Characteristic == other.Key.Characteristic || d.Key.Characteristic != "" && other.Key.Characteristic == ""
	}
	return false
}

// within tells whether a stream is a part of another.
func within(part, whole summary.Stream) bool {
	return whole.Position == "" && part != whole && (whole.Equipment == "" || whole.Equipment == part.Equipment)
}

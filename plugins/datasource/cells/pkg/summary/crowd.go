package summary

import (
	"cmp"
	"container/heap"
	"maps"
	"slices"
)

// Crowd is a machine, or a line, of which more streams came than are kept: of its lots, or of its positions.
type Crowd struct {
	Site, Line, Equipment string
	Lots                  bool
}

// crowds counts streams that positions or lots tell apart, as far as they are kept.
type crowds struct {
	kept map[Crowd]int
	// full are the streams that are kept of those of which more came.
	full map[Crowd]*lastFirst
}

func newCrowds() crowds { return crowds{map[Crowd]int{}, map[Crowd]*lastFirst{}} }

// crowdOf is what a stream is one of many of; a machine and a line as a whole are none: what they make is of the plan.
func crowdOf(s Stream) (of Crowd, apart bool) {
	return Crowd{s.Site, s.Line, s.Equipment, s.Lot != ""}, s.Position != "" || s.Lot != ""
}

func (c crowds) count(s Stream) {
	if of, apart := crowdOf(s); apart {
		c.kept[of]++
	}
}

// admit tells whether a stream that comes is kept. Of more than there is room for it is those with the shortest names, and of these the
// first by their letters, in whatever order they come: what a machine is planned with has short names, serial numbers have long ones.
func (b *Book) admit(s Stream) bool {
	of, apart := crowdOf(s)
	if !apart || b.Most == 0 || b.crowds.kept[of] < b.Most {
		b.crowds.count(s)
		return true
	}
	full := b.crowds.full[of]
	if full == nil {
		full = &lastFirst{}
		for _, known := range b.streams {
			if its, apart := crowdOf(known); apart && its == of {
				*full = append(*full, known)
			}
		}
		heap.Init(full)
		b.crowds.full[of] = full
	}
	last := (*full)[0]
	if !before(s, last) {
		return false
	}
	(*full)[0] = s
	heap.Fix(full, 0)
	b.displace(last, s)
	return true
}

// displace gives the place of a stream, and nothing that was counted of it, to another one.
func (b *Book) displace(last, s Stream) {
	at := b.place(last)
	b.places.drop(last, b.streams)
	b.streams[at] = s
	b.places.put(s, at)
	for _, c := range b.columns {
		if at < len(c.kept) {
			c.kept[at] = kept{}
		}
	}
	b.wholes, b.last = nil, counting{}
	b.version++
}

// before tells whether the first of two streams is rather kept.
func before(x, y Stream) bool {
	return cmp.Or(
		cmp.Compare(len(x.Lot), len(y.Lot)), cmp.Compare(x.Lot, y.Lot), cmp.Compare(len(x.Position), len(y.Position)), cmp.Compare(x.Position, y.Position),
		cmp.Compare(x.Product, y.Product), cmp.Compare(x.Station, y.Station),
	) < 0
}

// lastFirst is a heap of streams, on its top the one that is kept least.
type lastFirst []Stream

func (l lastFirst) Len() int           { return len(l) }
func (l lastFirst) Less(i, j int) bool { return before(l[j], l[i]) }
func (l lastFirst) Swap(i, j int)      { l[i], l[j] = l[j], l[i] }

// Push and Pop are those of a heap; it neither grows nor shrinks.
func (l *lastFirst) Push(any) {}
func (l *lastFirst) Pop() any { return nil }

// Crowded are those of which streams were left out since something was forgotten last, in order. What these measured is counted
// with the machine and the line only.
func (b *Book) Crowded() []Crowd {
	return slices.SortedFunc(maps.Keys(b.crowds.full), func(x, y Crowd) int {
		lots := func(c Crowd) int {
			if c.Lots {
				return 1
			}
			return 0
		}
		return cmp.Or(cmp.Compare(x.Site, y.Site), cmp.Compare(x.Line, y.Line), cmp.Compare(x.Equipment, y.Equipment), cmp.Compare(lots(x), lots(y)))
	})
}

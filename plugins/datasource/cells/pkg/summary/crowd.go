package summary

import (
	"cmp"
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
	left map[Crowd]bool
}

func newCrowds() crowds { return crowds{map[Crowd]int{}, map[Crowd]bool{}} }

// room tells whether a stream that comes is one of at most so many (0: all), and counts it then. A machine and a line as a whole always
// are: what they make is of the plan.
func (c crowds) room(s Stream, most int) bool {
	if s.Position == "" && s.Lot == "" {
		return true
	}
	of := Crowd{s.Site, s.Line, s.Equipment, s.Lot != ""}
	if most > 0 && c.kept[of] >= most {
		c.left[of] = true
		return false
	}
	c.kept[of]++
	return true
}

// Crowded are those of which streams were left out since something was forgotten last, in order. What these measured is counted
// with the machine and the line only.
func (b *Book) Crowded() []Crowd {
	return slices.SortedFunc(maps.Keys(b.crowds.left), func(x, y Crowd) int {
		lots := func(c Crowd) int {
			if c.Lots {
				return 1
			}
			return 0
		}
		return cmp.Or(cmp.Compare(x.Site, y.Site), cmp.Compare(x.Line, y.Line), cmp.Compare(x.Equipment, y.Equipment), cmp.Compare(lots(x), lots(y)))
	})
}

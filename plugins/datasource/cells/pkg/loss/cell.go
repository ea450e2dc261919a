// Package loss says what came of the cells that an episode spoiled: which were caught and which slipped on, what was thrown away and
// mended, what that took, and what it would have taken found at end of line. Visits, events and a route in, figures out. Pure.
package loss

import (
	"cmp"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/genealogy"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/holds"
)

// Visit is one that counts of an item to a station; its times are Unix ms. Started tells whether it says when it began: where it does not,
// it begins and ends at once.
type Visit struct {
	holds.Visit
	Product, Carrier, Verdict string
	Number, ReceivedMs        int64
	// History: it was stored long after, to tell what was.
	Started, History bool
	// Out are the characteristics that it measured out of spec, in the order of the plan.
	Out []string
}

// hours is how long it took; ok is false where that is not known.
func (v Visit) hours() (hours float64, ok bool) {
	return time.Duration((v.ToMs - v.FromMs) * int64(time.Millisecond)).Hours(), v.Started && v.ToMs >= v.FromMs
}

// toldMs is when anybody could be told of it (Unix ms), 0 where that is not known or nobody was to be told.
func (v Visit) toldMs() int64 {
	if v.History {
		return 0
	}
	return v.ReceivedMs
}

// Cell is an item of which something was wrong, with all its visits and the lots that went into it.
type Cell struct {
	ID     string
	Visits []Visit
	Lots   []string
	// bad is what was wrong with it, in the order in which it was.
	bad []*Bad
}

// Bad is what was wrong with a cell at a visit: a characteristic out of spec, or, without one, that the station said so.
type Bad struct {
	Cell           *Cell
	At             int // of its visits
	Characteristic string
}

// Visit is the one at which it was wrong.
func (b *Bad) Visit() Visit { return b.Cell.Visits[b.At] }

// Order puts the visits of a cell in their order. What is wrong with it is told of it after that.
func (c *Cell) Order() {
	slices.SortFunc(c.Visits, func(a, b Visit) int {
		return cmp.Or(cmp.Compare(a.ToMs, b.ToMs), cmp.Compare(a.Number, b.Number), cmp.Compare(a.Station, b.Station))
	})
}

// Wrong is what was wrong at its first visit to each station: what is measured after that is rework. Verdicts are the stations (by their
// names) at which one that is not OK counts as well.
func (c *Cell) Wrong(verdictsAt map[string]bool, isNOK func(verdict string) bool) []*Bad {
	c.bad = nil
	seen := map[string]bool{}
	for i, v := range c.Visits {
		if seen[v.Station] {
			continue
		}
		seen[v.Station] = true
		for _, name := range v.Out {
			c.bad = append(c.bad, &Bad{c, i, name})
		}
		if verdictsAt[v.Station] && isNOK(v.Verdict) {
			c.bad = append(c.bad, &Bad{c, i, ""})
		}
	}
	return c.bad
}

// first tells whether nothing else was wrong at its visit that counts before it.
func (b *Bad) first() bool {
	return b == b.Cell.bad[slices.IndexFunc(b.Cell.bad, func(o *Bad) bool { return o.At == b.At })]
}

// owns tells whether what became of the cell as a whole counts with this: with the last visit at which something was wrong before it was
// scrapped, else with the first.
func (b *Bad) owns(scrappedMs int64) bool {
	at := b.Cell.bad[0].At
	for _, o := range b.Cell.bad {
		if scrappedMs > 0 && o.Visit().ToMs <= scrappedMs {
			at = max(at, o.At)
		}
	}
	return b.At == at && b.first()
}

// item is what decides which holds and decisions concern it.
func (c *Cell) item() *holds.Item {
	out := &holds.Item{ID: c.ID}
	for _, lot := range c.Lots {
		out.Parts = append(out.Parts, genealogy.Part{Item: lot})
	}
	for _, v := range c.Visits {
		out.Visits = append(out.Visits, v.Visit)
		if v.Carrier != "" {
			if n := len(out.Carriers); n > 0 {
				out.Carriers[n-1].ToMs = v.ToMs
			}
			out.Carriers = append(out.Carriers, holds.Carried{Carrier: v.Carrier, FromMs: v.ToMs})
		}
	}
	return out
}

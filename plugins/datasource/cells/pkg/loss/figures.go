package loss

import "math"

// Figures are what an episode, or several, came to. NaN is what is not known; nothing of it is 0 for that.
type Figures struct {
	// Cells were measured in it, OutOfSpec of them were wrong. Of these Caught were stopped before the next gate, Slipped passed it before;
	// the others are on their way. Scrapped and Reworked of them are so.
	Cells, OutOfSpec, Caught, Slipped, Scrapped, Reworked float64
	// Hours of stations went into what was scrapped and what was mended, Cost in the plan's currency.
	Hours, Cost float64
	// EndHours and EndCost are what all of them would have taken, had they been scrapped at end of line: an estimate.
	EndHours, EndCost float64
}

// Unknown are the figures of which nothing is known.
func Unknown() Figures {
	no := math.NaN()
	return Figures{no, no, no, no, no, no, no, no, no, no}
}

// WithoutFate are the figures of items that are followed no further: rolls and batches.
func (f Figures) WithoutFate() Figures {
	out := Unknown()
	out.Cells, out.OutOfSpec = f.Cells, f.OutOfSpec
	return out
}

// Plus adds other figures; what is not known of one of them is not known of both.
func (f Figures) Plus(o Figures) Figures {
	return Figures{
		f.Cells + o.Cells, f.OutOfSpec + o.OutOfSpec, f.Caught + o.Caught, f.Slipped + o.Slipped, f.Scrapped + o.Scrapped,
		f.Reworked + o.Reworked, f.Hours + o.Hours, f.Cost + o.Cost, f.EndHours + o.EndHours, f.EndCost + o.EndCost,
	}
}

// Sum is what episodes came to together, and of how many cells out of spec what became of them is told. Items that are followed no further
// lack nothing that the others have: where there are others, what became of those is told alone.
func Sum(all []*Episode) (sum Figures, followed float64) {
	some := false
	for _, e := range all {
		if e.Unfollowed {
			sum.Cells, sum.OutOfSpec = sum.Cells+e.Cells, sum.OutOfSpec+e.OutOfSpec
			continue
		}
		some, followed, sum = true, followed+e.OutOfSpec, sum.Plus(e.Figures)
	}
	if len(all) > 0 && !some {
		return sum.WithoutFate(), followed
	}
	return sum, followed
}

// Gaps are what figures lack: visits that do not say when they began, by station, of those that were made and of those that would have been;
// and stations without a price.
type Gaps struct {
	Unstarted, Untypical map[string]int
	Unpriced             map[string]bool
}

// Reckoner reckons what episodes came to.
type Reckoner struct {
	Route   Route
	Typical Typical
	Decided Decided
	NowMs   int64
	Gaps    Gaps
	fates   map[*Cell]fate
}

// Of reckons what was wrong with cells in an episode; how many were measured in it is no part of it.
func (r *Reckoner) Of(all []*Bad) Figures {
	out := Figures{Cells: math.NaN()}
	if len(r.unpriced(r.Route)) == len(r.Route) {
		out.Cost, out.EndCost = math.NaN(), math.NaN()
	}
	cells := map[*Cell]bool{}
	for _, b := range all {
		if !cells[b.Cell] {
			cells[b.Cell] = true
			out.OutOfSpec++
			r.stops(&out, b)
		}
		fate := r.fate(b.Cell)
		if reworks := b.reworks(); len(reworks) > 0 && b.first() {
			out.Reworked++
			r.add(&out, b.Cell, reworks)
		}
		if !b.owns(fate.scrappedMs) {
			continue
		}
		if fate.scrappedMs > 0 {
			out.Scrapped++
			r.add(&out, b.Cell, b.Cell.unmended())
		}
		r.toTheEnd(&out, b)
	}
	return out
}

func (r *Reckoner) fate(c *Cell) fate {
	known, is := r.fates[c]
	if !is {
		known = r.Decided.fate(c, r.NowMs)
		if r.fates == nil {
			r.fates = map[*Cell]fate{}
		}
		r.fates[c] = known
	}
	return known
}

// stops counts a cell as caught or slipped, or as neither while it has come to no gate.
func (r *Reckoner) stops(out *Figures, b *Bad) {
	stopped, passed := r.fate(b.Cell).stoppedMs(b.Visit().ToMs), r.Route.passedMs(b)
	switch {
	case stopped > 0 && (passed == 0 || stopped <= passed):
		out.Caught++
	case passed > 0:
		out.Slipped++
	}
}

// add adds what visits took.
func (r *Reckoner) add(out *Figures, c *Cell, visits []int) {
	for _, i := range visits {
		v := c.Visits[i]
		hours, ok := v.hours()
		if ok {
			out.Hours += hours
		} else {
			r.Gaps.Unstarted = counted(r.Gaps.Unstarted, v.Station)
		}
		out.Cost += r.price(v.Station)
	}
}

// toTheEnd adds what the first visits of a cell would have taken to the end of line: its own where it made them, else what they usually take.
func (r *Reckoner) toTheEnd(out *Figures, b *Bad) {
	bad := b.Visit()
	for _, s := range r.Route {
		if !s.has(bad.Site) {
			continue
		}
		hours, ok := 0.0, false
		for _, v := range b.Cell.Visits {
			if v.Station == s.ID {
				hours, ok = v.hours()
				break
			}
		}
		if !ok {
			hours, ok = r.Typical(s.ID, bad.Product)
		}
		if ok {
			out.EndHours += hours
		} else {
			r.Gaps.Untypical = counted(r.Gaps.Untypical, s.ID)
		}
		out.EndCost += r.price(s.ID)
	}
}

// price is what a visit to a station adds, NaN where the plan does not say.
func (r *Reckoner) price(station string) float64 {
	if i := r.Route.index(station); i >= 0 && r.Route[i].CostAdded != nil {
		return *r.Route[i].CostAdded
	}
	if r.Gaps.Unpriced == nil {
		r.Gaps.Unpriced = map[string]bool{}
	}
	r.Gaps.Unpriced[station] = true
	return math.NaN()
}

func (r *Reckoner) unpriced(route Route) (out []string) {
	for _, s := range route {
		if s.CostAdded == nil {
			out = append(out, s.ID)
		}
	}
	return out
}

func counted(counts map[string]int, key string) map[string]int {
	if counts == nil {
		counts = map[string]int{}
	}
	counts[key]++
	return counts
}

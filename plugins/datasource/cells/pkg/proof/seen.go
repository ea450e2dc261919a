package proof

import (
	"math"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

const (
	// Settle is how long after a cell was stored it is seen whole, with those that were measured before it.
	Settle = 30 * time.Second
	// UnderWay is how long after something was done what was under way is left alone.
	UnderWay = 10 * time.Second
	// Within is the time in which enough cells have to come.
	Within = 24 * time.Hour
)

// Cell is what was measured of one item. Unix ms; a value is as it is judged.
type Cell struct {
	StartedMs, Ms, ReceivedMs int64
	Value                     float64
	Bad                       bool
}

// Span is what is looked at: cells that began from FromMs on, until UntilMs, where something else was done or the time is over. Unix ms.
type Span struct {
	FromMs, UntilMs int64
	// Changed tells that something else was done at its end.
	Changed bool
}

// Seen is how far it has come. All is decided by what was stored until CutMs: what is stored later changes nothing.
type Seen struct {
	// Over: it can be judged; by cells until LastMs that were stored until CutMs.
	Over          bool
	CutMs, LastMs int64
	// Cells there are, the first ones that are wanted. Short: those do not suffice.
	Cells []Cell
	Short bool
}

// See tells how far a stream has come by its cells, of which so many are wanted and least suffice, at a moment of the server's clock.
func See(cells []Cell, at Span, least, wanted int, nowMs int64) (s Seen) {
	var own []Cell
	for _, c := range cells {
		if c.StartedMs >= at.FromMs && c.Ms <= at.UntilMs {
			own = append(own, c)
		}
	}
	s.CutMs, s.LastMs = at.UntilMs+Settle.Milliseconds(), at.UntilMs
	if len(own) >= wanted {
		received := make([]int64, len(own))
		for i, c := range own {
			received[i] = c.ReceivedMs
		}
		slices.Sort(received)
		s.CutMs = min(s.CutMs, received[wanted-1]+Settle.Milliseconds())
	}
	own = slices.DeleteFunc(own, func(c Cell) bool { return c.ReceivedMs > s.CutMs })
	if own = own[:min(len(own), wanted)]; len(own) > 0 {
		s.LastMs = own[len(own)-1].Ms
	}
	s.Cells, s.Over, s.Short = own, nowMs > s.CutMs, len(own) < least
	return s
}

// StepOf is what cells together measured, of those that were stored until a moment.
func StepOf(cells []Cell, at Span, cutMs int64) (s summary.Step) {
	for _, c := range cells {
		if c.StartedMs < at.FromMs || c.Ms > at.UntilMs || c.ReceivedMs > cutMs {
			continue
		}
		if !math.IsNaN(c.Value) {
			s.Add(c.Value)
		}
		s.Judge(c.Bad, false)
	}
	return s
}

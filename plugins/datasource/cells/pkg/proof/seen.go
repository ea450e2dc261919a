package proof

import (
	"cmp"
	"math"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
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
func StepOf(cells []Cell, at Span, cutMs int64) summary.Step { return at.step(cells, cutMs, 0) }

func (at Span) has(c Cell, cutMs int64) bool {
	return c.StartedMs >= at.FromMs && c.Ms <= at.UntilMs && c.ReceivedMs <= cutMs
}

// step leaves out so many values, those farthest from the median; their cells are counted all the same.
func (at Span) step(cells []Cell, cutMs int64, without int) (s summary.Step) {
	var values []float64
	for _, c := range cells {
		if at.has(c, cutMs) {
			s.Judge(c.Bad, false)
			if !math.IsNaN(c.Value) {
				values = append(values, c.Value)
			}
		}
	}
	if without > 0 {
		middle := monitor.MedianOf(slices.Clone(values))
		slices.SortStableFunc(values, func(a, b float64) int { return cmp.Compare(math.Abs(a-middle), math.Abs(b-middle)) })
		values = values[:len(values)-without]
	}
	for _, v := range values {
		s.Add(v)
	}
	return s
}

const (
	// odd is how many σ of single values a cell lies off that has a fault of its own, and one in oddOf cells at most is taken for one.
	odd, oddOf = 4.5, 15
)

// oddOnes are how many values of cells lie so far off their median.
func (at Span) oddOnes(cells []Cell, cutMs int64, sigma float64) (n int) {
	var values []float64
	for _, c := range cells {
		if at.has(c, cutMs) && !math.IsNaN(c.Value) {
			values = append(values, c.Value)
		}
	}
	middle := monitor.MedianOf(slices.Clone(values))
	for _, v := range values {
		if math.Abs(v-middle) > odd*sigma {
			n++
		}
	}
	return min(n, len(values)/oddOf)
}

// With is the case with what was measured after, by the stream and its sisters in their order.
func (c Case) With(own []Cell, sisters [][]Cell, at Span, cutMs int64) Case {
	within := math.NaN()
	if c.Limits != nil {
		within = c.Limits.Within
	}
	after := at.Steps(append([][]Cell{own}, sisters...), cutMs, within)
	c.After, c.Sisters = after[0], slices.Clone(c.Sisters)
	for i := range sisters {
		c.Sisters[i].After = after[i+1]
	}
	return c
}

// Steps are what streams measured, each without the few values that single cells are off by a fault of their own: these are no spread. How
// much single values spread is the median of what the others of the streams say, but for the first, and of what is known.
func (at Span) Steps(streams [][]Cell, cutMs int64, known float64) []summary.Step {
	var sigmas []float64
	if !math.IsNaN(known) {
		sigmas = []float64{known}
	}
	for _, cells := range streams[min(1, len(streams)):] {
		if s := at.deviation(cells, cutMs); !math.IsNaN(s) {
			sigmas = append(sigmas, s)
		}
	}
	sigma := monitor.MedianOf(sigmas)
	out := make([]summary.Step, len(streams))
	for i, cells := range streams {
		out[i] = at.step(cells, cutMs, at.oddOnes(cells, cutMs, sigma))
	}
	return out
}

// deviation is 1.4826 times the median distance from the median, which for normal values is σ; NaN of few.
func (at Span) deviation(cells []Cell, cutMs int64) float64 {
	var values []float64
	for _, c := range cells {
		if at.has(c, cutMs) && !math.IsNaN(c.Value) {
			values = append(values, c.Value)
		}
	}
	if len(values) < fewest {
		return math.NaN()
	}
	middle := monitor.MedianOf(slices.Clone(values))
	for i, v := range values {
		values[i] = math.Abs(v - middle)
	}
	return 1.4826 * monitor.MedianOf(values)
}

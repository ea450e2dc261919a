package monitor

import (
	"math"
	"slices"
	"sync"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// Window is a closed stretch of time and what each stream of a group measured in it.
type Window struct {
	// FromMs and ToMs bound it; steps begin in [FromMs, ToMs).
	FromMs, ToMs int64
	Steps        []summary.Step
	// Fresh: nothing before it may be remembered.
	Fresh bool
	// Lot is what was measured, where lots are windows.
	Lot string
}

// late tells whether most of what a stream measured in it was told of long after.
func (w Window) late(stream int) bool { return 2*w.Steps[stream].Late > w.Steps[stream].Judged }

// Pace is how steps are gathered to windows.
type Pace struct {
	// LengthMs is the least length, a multiple of a step's.
	LengthMs int64
	// MinN is the number of items that half of the streams are to have.
	MinN int
	// MaxGapMs is the longest pause of all streams that is bridged.
	MaxGapMs int64
}

// gathering gathers steps to windows as they come: a window ends at the first step at which it is long enough and the median stream
// of those that measured anything has MinN items. Cuts end a window whatever it has. What is gathered depends on nothing before the
// beginning, and a window only counts once it ended by itself or at a cut: what comes later changes no window before.
type gathering struct {
	stepMs int64
	pace   Pace
	// cuts are those to come; steps that begin before untilMs are gathered, the last of them ended at lastMs.
	cuts            []int64
	untilMs, lastMs int64
	fresh           bool
	open            *Window
}

// gatheringOf begins at a moment (Unix ms); cuts ascend.
func gatheringOf(stepMs int64, pace Pace, from int64, cuts []int64) gathering {
	for len(cuts) > 0 && cuts[0] <= from {
		cuts = cuts[1:]
	}
	return gathering{stepMs: stepMs, pace: pace, cuts: cuts, untilMs: from, lastMs: from, fresh: true}
}

// on gathers the steps of so many streams up to a moment, and gives the windows that ended.
func (g *gathering) on(streams int, steps func(stream int) summary.Series, to int64) (ended []Window) {
	merged := mergings.Get().(*merging)
	defer merged.free()
	cursors, next := merged.of(streams)
	turn := func(s int) {
		var ok bool
		if next[s], ok = cursors[s].Next(); !ok {
			next[s].Begin = math.MaxInt64
		}
	}
	for s := range streams {
		cursors[s] = steps(s).Between(g.untilMs, to).Cursor()
		turn(s)
	}
	g.untilMs = max(g.untilMs, to)
	for {
		begin := int64(math.MaxInt64)
		for s := range next {
			begin = min(begin, next[s].Begin)
		}
		if begin == math.MaxInt64 {
			return append(ended, g.pause(to)...)
		}
		ended = append(ended, g.pause(begin)...)
		if begin-g.lastMs > g.pace.MaxGapMs {
			ended = append(ended, g.shut(g.lastMs)...)
			g.fresh = true
		}
		if g.open == nil {
			g.open = &Window{FromMs: begin, Steps: make([]summary.Step, streams), Fresh: g.fresh}
			g.fresh = false
		}
		for s := range next {
			if next[s].Begin == begin {
				g.open.Steps[s] = g.open.Steps[s].With(next[s])
				turn(s)
			}
		}
		g.lastMs = begin + g.stepMs
	}
}

// merging is what it takes to go through parallel streams at once; thousands of groups do, one after the other.
type merging struct {
	cursors []summary.Cursor
	next    []summary.Step
}

var mergings = sync.Pool{New: func() any { return &merging{} }}

func (m *merging) of(streams int) ([]summary.Cursor, []summary.Step) {
	m.cursors, m.next = slices.Grow(m.cursors, streams)[:streams], slices.Grow(m.next, streams)[:streams]
	return m.cursors, m.next
}

func (m *merging) free() {
	clear(m.cursors)
	m.cursors, m.next = m.cursors[:0], m.next[:0]
	mergings.Put(m)
}

// pause ends what ended before a moment up to which nothing more was measured.
func (g *gathering) pause(until int64) (ended []Window) {
	for {
		at, cut := until, len(g.cuts) > 0 && g.cuts[0] <= until
		if cut {
			at = g.cuts[0]
		}
		if g.open != nil && g.open.FromMs+g.pace.LengthMs <= at && enough(g.open.Steps, g.pace.MinN) {
			ended = append(ended, g.shut(max(g.lastMs, g.open.FromMs+g.pace.LengthMs))...)
		}
		if !cut {
			return ended
		}
		ended = append(ended, g.shut(at)...)
		g.cuts = g.cuts[1:]
	}
}

func (g *gathering) shut(at int64) (ended []Window) {
	if g.open == nil {
		return nil
	}
	g.open.ToMs = at
	ended = []Window{*g.open}
	g.open = nil
	return ended
}

func (g gathering) clone() gathering {
	if g.open != nil {
		open := *g.open
		open.Steps = slices.Clone(open.Steps)
		g.open = &open
	}
	return g
}

// enough tells whether the median of the streams that measured anything has so many items.
func enough(steps []summary.Step, least int) bool {
	var counts []int
	for _, s := range steps {
		if n := max(s.N, s.Judged); n > 0 {
			counts = append(counts, n)
		}
	}
	if len(counts) == 0 {
		return false
	}
	slices.Sort(counts)
	return counts[len(counts)/2] >= least
}

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

// late tells whether most of what a stream measured in it was told of long after; behind the last stream, of what all did.
func (w Window) late(stream int) bool {
	var of summary.Step
	if stream < len(w.Steps) {
		of = w.Steps[stream]
	} else {
		for _, s := range w.Steps {
			of.Late, of.Judged = of.Late+s.Late, of.Judged+s.Judged
		}
	}
	return 2*of.Late > of.Judged
}

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
	open            *opened
}

// opened is a window that has not ended: what each stream measured in it is read again when it has, for there are thousands of them.
type opened struct {
	fromMs int64
	fresh  bool
	// measured and judged are the numbers of items of each stream.
	measured, judged []int32
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
			return append(ended, g.pause(to, steps)...)
		}
		ended = append(ended, g.pause(begin, steps)...)
		if begin-g.lastMs > g.pace.MaxGapMs {
			ended = append(ended, g.shut(g.lastMs, steps)...)
			g.fresh = true
		}
		if g.open == nil {
			g.open = &opened{begin, g.fresh, make([]int32, streams), make([]int32, streams)}
			g.fresh = false
		}
		for s := range next {
			if next[s].Begin == begin {
				g.open.measured[s] += int32(next[s].N)    //nolint:gosec // bounded by the rows of a query
				g.open.judged[s] += int32(next[s].Judged) //nolint:gosec // bounded by the rows of a query
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
func (g *gathering) pause(until int64, steps func(stream int) summary.Series) (ended []Window) {
	for {
		at, cut := until, len(g.cuts) > 0 && g.cuts[0] <= until
		if cut {
			at = g.cuts[0]
		}
		if g.open != nil && g.open.fromMs+g.pace.LengthMs <= at && g.open.enough(g.pace.MinN) {
			ended = append(ended, g.shut(max(g.lastMs, g.open.fromMs+g.pace.LengthMs), steps)...)
		}
		if !cut {
			return ended
		}
		ended = append(ended, g.shut(at, steps)...)
		g.cuts = g.cuts[1:]
	}
}

func (g *gathering) shut(at int64, steps func(stream int) summary.Series) (ended []Window) {
	if g.open == nil {
		return nil
	}
	w := Window{FromMs: g.open.fromMs, ToMs: at, Steps: make([]summary.Step, len(g.open.judged)), Fresh: g.open.fresh}
	for s := range w.Steps {
		if g.open.measured[s]+g.open.judged[s] > 0 {
			for step := range steps(s).Between(w.FromMs, g.lastMs).All() {
				w.Steps[s] = w.Steps[s].With(step)
			}
		}
	}
	g.open = nil
	return []Window{w}
}

func (g gathering) clone() gathering {
	if g.open != nil {
		open := *g.open
		open.measured, open.judged = slices.Clone(open.measured), slices.Clone(open.judged)
		g.open = &open
	}
	return g
}

// enough tells whether the median of the streams that measured anything has so many items.
func (o *opened) enough(least int) bool {
	var counts []int32
	for s := range o.judged {
		if n := max(o.measured[s], o.judged[s]); n > 0 {
			counts = append(counts, n)
		}
	}
	if len(counts) == 0 {
		return false
	}
	slices.Sort(counts)
	return int(counts[len(counts)/2]) >= least
}

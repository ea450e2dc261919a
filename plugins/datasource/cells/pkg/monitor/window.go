package monitor

import (
	"slices"

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

// windowsOf gathers steps in [from, to): a window ends at the first step at which it is long enough and the median stream of those
// that measured anything has MinN items. Cuts end a window whatever it has: those inside the range, ascending. What is gathered
// depends on nothing before `from`, and the last window only counts if it ended by itself or at a cut.
func windowsOf(steps []summary.Series, stepMs int64, pace Pace, from, to int64, cuts []int64) []Window {
	var out []Window
	next := make([]int, len(steps))
	for s := range steps {
		steps[s] = steps[s].Between(from, to)
	}
	var open *Window
	lastMs, fresh := from, true
	shut := func(at int64) {
		if open != nil {
			open.ToMs = at
			out = append(out, *open)
			open = nil
		}
	}
	for {
		begin := int64(-1)
		for s, i := range next {
			if i < steps[s].Len() && (begin < 0 || steps[s].Begin(i) < begin) {
				begin = steps[s].Begin(i)
			}
		}
		end := to
		if begin >= 0 {
			end = begin
		}
		// Between two steps nothing was measured: what was long enough ended there.
		if open != nil && open.FromMs+pace.LengthMs <= end && enough(open.Steps, pace.MinN) {
			shut(max(lastMs, open.FromMs+pace.LengthMs))
		}
		for len(cuts) > 0 && cuts[0] <= end {
			if cuts[0] > from {
				shut(cuts[0])
			}
			cuts = cuts[1:]
		}
		if begin < 0 {
			return out
		}
		if begin-lastMs > pace.MaxGapMs {
			shut(lastMs)
			fresh = true
		}
		if open == nil {
			open = &Window{FromMs: begin, Steps: make([]summary.Step, len(steps)), Fresh: fresh}
			fresh = false
		}
		for s, i := range next {
			if i < steps[s].Len() && steps[s].Begin(i) == begin {
				open.Steps[s] = open.Steps[s].With(steps[s].At(i))
				next[s]++
			}
		}
		lastMs = begin + stepMs
	}
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

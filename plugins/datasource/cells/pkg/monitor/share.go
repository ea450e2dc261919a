package monitor

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

const (
	// longestLook is the most windows that a share is taken over.
	longestLook = 32
	// newestLook is how many windows tell whether it is over.
	newestLook = 8
	// leastBad: fewer bad items are no share, whatever their number.
	leastBad = 3
	// leastTail is the smallest probability that is told apart.
	leastTail = 1e-15
	// calmTail is the probability above which a share is usual again.
	calmTail = 0.2
)

// shares follows the share of bad items by exact limits: of the newest window, the newest two, four … 32 together, so that a burst
// and a creeping one are both seen and no window needs many items.
type shares struct {
	alarm   Alarm
	windows []Window
	rates   []Rate
	newest  [][]summary.Step
}

func newShares(alarm Alarm, windows []Window, streams int) *shares {
	return &shares{alarm: alarm, windows: windows, newest: make([][]summary.Step, streams)}
}

func (c *shares) learn(until int) {
	own := make([]summary.Step, len(c.newest))
	var group summary.Step
	for _, w := range c.windows[:until] {
		for s, step := range w.Steps {
			own[s] = own[s].WithVerdicts(step)
			group = group.WithVerdicts(step)
		}
	}
	steady := steadyItems(c.windows[:until], own)
	c.rates = make([]Rate, len(own))
	for s := range own {
		c.rates[s] = rateOf(own[s], group).atMost(steady)
	}
}

func (c *shares) restart() {
	for s := range c.newest {
		c.newest[s] = c.newest[s][:0]
	}
}

func (c *shares) judge(window, stream int) (v verdict, ok bool) {
	step := c.windows[window].Steps[stream]
	kept := append(c.newest[stream], step)
	if len(kept) > longestLook {
		kept = kept[1:]
	}
	c.newest[stream] = kept
	if step.Judged == 0 {
		return v, false
	}
	rate := c.rates[stream]
	least, newest := 1.0, 1.0
	var sum summary.Step
	for back, look := 1, 1; back <= len(kept); back++ {
		sum = sum.WithVerdicts(kept[len(kept)-back])
		if back < look && back < len(kept) {
			continue
		}
		look *= 2
		tail := rate.Tail(sum.Bad, sum.Judged)
		if back <= newestLook {
			newest = tail
		}
		if sum.Bad >= leastBad && tail < least {
			least = tail
			v.Now = float64(sum.Bad) / float64(sum.Judged)
		}
	}
	v.Usual, v.Items = rate.Bad/rate.Judged, step.Judged
	v.Calm = newest > calmTail
	v.Inside = v.Calm
	if least < c.alarm.Tail && !v.Calm {
		v.Side = 1
	}
	v.Size = -spc.NormalQuantile(max(least, leastTail) / 2)
	return v, true
}

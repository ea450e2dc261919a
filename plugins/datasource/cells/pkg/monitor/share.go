package monitor

import (
	"slices"

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

// shares follows the share of bad items by exact limits: of the newest window, the newest two, four … 32 together, so that what is
// sudden and what creeps are both seen and no window needs many items. The worst of them counts as the next worst, and where bad ones
// crowd in some windows more than chance has them do, so many count as one: items that are bad together, as those of one tray are, are
// one event and no share.
type shares struct {
	alarm Alarm
	now   Window
	rates []Rate
	// known: rates are of something that was judged.
	known bool
	// window is the number of the one turned to since all was forgotten, the first is 1; newest are packed counts of each stream.
	window int
	newest []packedCounts
}

func newShares(alarm Alarm, streams int) *shares {
	return &shares{alarm: alarm, newest: make([]packedCounts, streams)}
}

func (c *shares) turn(w Window) {
	c.now = w
	c.window++
}

func (c *shares) rest() { c.now = Window{} }

func (c *shares) clone() course {
	out := *c
	out.newest = make([]packedCounts, len(c.newest))
	for s := range c.newest {
		out.newest[s] = slices.Clone(c.newest[s])
	}
	return &out
}

func (c *shares) learn(before []Window, told telling) {
	usual := told.without(before, outside)
	own := make([]summary.Step, len(c.newest))
	var group summary.Step
	for _, w := range usual {
		for s, step := range w.Steps {
			own[s] = own[s].WithVerdicts(step)
			group = group.WithVerdicts(step)
		}
	}
	steady := steadyItems(usual, own)
	c.rates, c.known = make([]Rate, len(own)), group.Judged > 0
	for s := range own {
		c.rates[s] = rateOf(own[s], group).atMost(steady)
	}
}

func (c *shares) restart() {
	c.window = 0
	for s := range c.newest {
		c.newest[s] = c.newest[s][:0]
	}
}

func (c *shares) forget(stream int) { c.newest[stream] = c.newest[stream][:0] }

func (c *shares) judge(stream int) (v verdict, ok bool) {
	step := c.now.Steps[stream]
	if step.Judged == 0 {
		return v, false
	}
	var room [longestLook]counts
	kept := append(c.newest[stream].after(c.window-longestLook, room[:0]), counts{c.window, step.Bad, step.Judged})
	c.newest[stream] = c.newest[stream].packed(kept)
	rate := c.rates[stream]
	least, newest := 1.0, 1.0
	var bad, judged, worst, next int
	var crowded crowding
	at := len(kept)
	for look := 1; at > 0; look *= 2 {
		before := at
		for ; at > 0 && kept[at-1].window > c.window-look; at-- {
			one := kept[at-1]
			bad, judged = bad+one.bad, judged+one.judged
			worst, next = max(worst, one.bad), max(next, min(worst, one.bad))
			crowded.add(one.bad, one.judged)
		}
		if at == before {
			continue
		}
		if look <= newestLook {
			newest = rate.Tail(bad, judged)
		}
		tail := crowded.tail(rate, bad-worst+next)
		if bad >= leastBad && tail < least {
			least = tail
			v.Now = float64(bad) / float64(judged)
		}
	}
	v.Usual, v.Items, v.Learning = rate.Bad/rate.Judged, step.Judged, !c.known
	v.Calm = newest > calmTail
	v.Inside = v.Calm
	if least < c.alarm.Tail && !v.Calm {
		v.Side = 1
	}
	v.Size = -spc.NormalQuantile(max(least, leastTail) / 2)
	return v, true
}

package monitor

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// shared are windows of 15 items of each stream, so many of them bad.
func shared(bad func(window, stream int) int) (out []Window) {
	for i := range 200 {
		w := Window{FromMs: int64(i) * 15 * minute, ToMs: int64(i+1) * 15 * minute, Steps: make([]summary.Step, 6)}
		for s := range w.Steps {
			w.Steps[s] = summary.Step{Begin: w.FromMs, Judged: 15, Bad: bad(i, s)}
		}
		out = append(out, w)
	}
	return out
}

// usual: three in a thousand are bad.
func usual(window, stream int) int {
	if (window*6+stream)%22 == 0 {
		return 1
	}
	return 0
}

func shareEpisodes(bad func(window, stream int) int) []Episode {
	windows := shared(bad)
	return follow(followedOf(newShares(alarm, 6), 6, nil), windows, 96, nil)
}

func TestOneBadCellInAQuarterOfAnHourIsNoShare(t *testing.T) {
	if got := shareEpisodes(usual); len(got) > 0 {
		t.Errorf("%+v", got)
	}
}

func TestABurstThatGoesOnIsAShareInItsSecondWindowAndOverWhenItStops(t *testing.T) {
	got := shareEpisodes(func(window, stream int) int {
		if stream == 2 && window >= 120 && window < 124 {
			return 6
		}
		return usual(window, stream)
	})
	if len(got) != 1 || got[0].Stream != 2 || got[0].FirstMs != 122*15*minute || !got[0].Over || got[0].LastMs > 132*15*minute {
		t.Errorf("%+v", got)
	}
}

func TestCellsThatAreBadTogetherAreNoShare(t *testing.T) {
	got := shareEpisodes(func(window, stream int) int {
		if stream == 2 && window == 120 {
			return 15
		}
		return usual(window, stream)
	})
	if len(got) > 0 {
		t.Errorf("%+v", got)
	}
}

func TestTraysThatAreBadTogetherNowAndThenAreNoShare(t *testing.T) {
	for _, more := range [][2]int{{11, 4}, {20, 20}, {30, 25}} {
		windows := shared(func(window, stream int) int {
			switch {
			case stream == 2 && window == 120:
				return more[0]
			case stream == 2 && window == 123:
				return more[1]
			}
			return usual(window, stream)
		})
		for _, w := range windows {
			for s := range w.Steps {
				w.Steps[s].Judged = 90
			}
		}
		if got := follow(followedOf(newShares(alarm, 6), 6, nil), windows, 96, nil); len(got) > 0 {
			t.Errorf("%v bad of 90 in two windows: %+v", more, got)
		}
	}
}

func TestItemsThatAreBadEachByItselfCountEach(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 9))
	for _, share := range []float64{0.01, 0.05, 0.5} {
		sum, runs := 0.0, 2000
		for range runs {
			var c crowding
			for range 32 {
				bad := 0
				for range 60 {
					if random.Float64() < share {
						bad++
					}
				}
				c.add(bad, 60)
			}
			sum += c.asOne()
		}
		if mean := sum / float64(runs); mean > 1.15 {
			t.Errorf("of a share of %v, %v items count as one", share, mean)
		}
	}
}

func TestAShareThatCreepsIsSeenOverManyWindows(t *testing.T) {
	got := shareEpisodes(func(window, stream int) int {
		if stream == 4 && window >= 120 && window%2 == 0 {
			return 1
		}
		return usual(window, stream)
	})
	if len(got) != 1 || got[0].Stream != 4 || got[0].FirstMs > 160*15*minute || got[0].Over {
		t.Errorf("%+v", got)
	}
}

func TestAShareIsTakenOverTheNewestWindowsOfWhichManyAreEmpty(t *testing.T) {
	random := rand.New(rand.NewPCG(6, 6))
	c := newShares(alarm, 1)
	c.learn([]Window{{Steps: []summary.Step{{Bad: 4, Judged: 400}}}}, tellingOf(nil))
	var windows []summary.Step
	beyond := 0
	for i := range 3000 {
		if random.IntN(200) == 0 {
			c.restart()
			windows = nil
		}
		var step summary.Step
		if random.IntN(3) == 0 {
			step.Judged = random.IntN(6)
			step.Bad = min(step.Judged, random.IntN(4)*random.IntN(2))
		}
		windows = append(windows, step)
		c.turn(Window{Steps: []summary.Step{step}})
		v, ok := c.judge(0)
		least, now := 1.0, 0.0
		for _, look := range []int{1, 2, 4, 8, 16, 32} {
			newest := slices.Clone(windows[max(0, len(windows)-look):])
			var crowded crowding
			for _, s := range slices.Backward(newest) {
				crowded.add(s.Bad, s.Judged)
			}
			slices.SortFunc(newest, func(a, b summary.Step) int { return b.Bad - a.Bad })
			bad, judged := 0, 0
			for _, s := range newest {
				bad, judged = bad+s.Bad, judged+s.Judged
			}
			// The worst counts as the next worst.
			counted := bad - newest[0].Bad
			if len(newest) > 1 {
				counted += newest[1].Bad
			}
			if tail := crowded.tail(c.rates[0], counted); bad >= leastBad && tail < least {
				least, now = tail, float64(bad)/float64(judged)
			}
		}
		if size := -spc.NormalQuantile(max(least, leastTail) / 2); ok != (step.Judged > 0) || ok && (v.Size != size || v.Now != now) {
			t.Fatalf("window %d: %+v, %v, want %v σ and a share of %v", i, v, ok, size, now)
		}
		beyond += v.Side
	}
	if beyond < 50 {
		t.Errorf("%d times beyond: little is shown", beyond)
	}
}

func TestAShareThatIsOverHidesNoOtherOfTheWeekAfter(t *testing.T) {
	const start, begins = 7 * 96, 7*96 + 20
	r := rand.New(rand.NewPCG(3, 3))
	var windows []Window
	for i := range begins + 40 {
		w := Window{FromMs: int64(i) * 15 * minute, ToMs: int64(i+1) * 15 * minute, Fresh: i == 0, Steps: make([]summary.Step, 12)}
		for s := range w.Steps {
			share := 0.005
			switch {
			case s == 3 && i >= 400 && i < 412:
				share = 0.3
			case s == 5 && i >= begins:
				share = 0.1
			}
			w.Steps[s].Judged = 30
			for range w.Steps[s].Judged {
				if r.Float64() < share {
					w.Steps[s].Bad++
				}
			}
		}
		windows = append(windows, w)
	}
	got := follow(followedOf(newShares(alarm, 12), 12, nil), windows, start, nil)
	if !slices.ContainsFunc(got, func(e Episode) bool { return e.Stream == 5 && e.FirstMs > windows[begins].FromMs }) {
		t.Errorf("told %+v, want stream 5 as well", got)
	}
}

package monitor

import (
	"testing"

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
	return follow(newShares(alarm, 6), windows, 96, 6, nil)
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

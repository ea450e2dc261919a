package monitor

import (
	"slices"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// came is a plant of twelve nozzles of which the fourth is new after eight days, and departs after six hours or never.
func came(seed uint64, change func(noise float64) float64) []Window {
	const at = 8*day + 10
	p := newPlant(seed, 12, 5)
	p.change = func(window, stream int, noise float64) float64 {
		if stream == faulty && window >= at+24 {
			return change(noise)
		}
		return noise
	}
	windows := p.windows(at + 5*day)
	for i := range windows[:at] {
		windows[i].Steps[faulty] = summary.Step{}
	}
	return windows[at-8*day:]
}

func TestAStreamThatIsNewAmongKnownOnesIsWatchedFromSixWindowsOn(t *testing.T) {
	for what, change := range map[string]func(noise float64) float64{
		Level:  func(noise float64) float64 { return noise + 2 },
		Spread: func(noise float64) float64 { return 3 * noise },
	} {
		for seed := range uint64(8) {
			windows := came(seed, change)
			all := told(what, windows[:8*day+24+3*day], 7*day)
			all = slices.DeleteFunc(all, func(e Episode) bool { return e.Stream != faulty })
			if len(all) != 1 || all[0].Over || all[0].FirstMs > windows[8*day+24+6].ToMs {
				t.Errorf("%s, seed %d: %+v, want it within six windows and for as long as it lasts", what, seed, all)
			}
		}
	}
}

func TestAStreamThatIsNewIsSeldomToldOfWithoutACause(t *testing.T) {
	episodes := 0
	for seed := range uint64(20) {
		for _, what := range []string{Level, Spread} {
			for _, e := range told(what, came(seed, func(noise float64) float64 { return noise }), 7*day) {
				if e.Stream == faulty {
					episodes++
				}
			}
		}
	}
	// 20 times five days of 96 windows, in two ways, at a run length of 13 000.
	if episodes > 4 {
		t.Errorf("%d episodes in %d points", episodes, 20*5*day*2)
	}
}

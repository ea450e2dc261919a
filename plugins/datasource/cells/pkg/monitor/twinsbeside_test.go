package monitor

import (
	"slices"
	"testing"
)

// besides counts in how many of so many seeds places are on at the end, of twins of which one departs by a little from window 400 on, and
// another one by so much from window 440 on.
func besides(streams, seeds int, common, little, much float64) map[int]int {
	on := map[int]int{}
	for seed := range uint64(seeds) { //nolint:gosec // a few
		windows := amongTwins(seed, streams, 460, common, func(window, stream int, value float64) float64 {
			switch {
			case stream == 0 && window >= 400:
				return value + little
			case stream == 1 && window >= 440:
				return value + much
			}
			return value
		})
		for _, e := range followTwins(Level, streams, windows, 384) {
			if !e.Over {
				on[e.Stream]++
			}
		}
	}
	return on
}

func TestAnotherOfThreeThatDepartsIsToldBesideTheFirst(t *testing.T) {
	for _, much := range []float64{10, -10, 3, -3} {
		on := besides(3, 20, 2, 1.5, much)
		// Where nothing says which of two departs, both are told together.
		if on[0] < 15 || on[1]+on[3] < 18 || on[2] > 1 {
			t.Errorf("by %v told are %v", much, on)
		}
		if much*much > 50 && on[1] < 14 {
			t.Errorf("far off is told by name %d times of 20", on[1])
		}
	}
}

func TestAnotherOfTwoThatDepartsMuchFartherIsToldBesideTheFirst(t *testing.T) {
	for _, much := range []float64{15, -15} {
		if on := besides(2, 20, 0.2, 1.2, much); on[0]+on[2] < 19 || on[1]+on[2] < 19 || on[1] < 14 {
			t.Errorf("by %v told are %v", much, on)
		}
	}
}

func TestNothingIsToldBesideOneThatDepartsAlone(t *testing.T) {
	for _, streams := range []int{2, 3} {
		for _, common := range []float64{0.2, 1, 2} {
			twice := 0
			for seed := range uint64(40) {
				windows := amongTwins(seed, streams, 560, common, from(0, func(v float64) float64 { return v + 1.5 }))
				followed := followTwins(Level, streams, windows, 384)
				if on := slices.DeleteFunc(followed, func(e Episode) bool { return e.Over }); len(on) > 1 {
					twice++
				}
			}
			if twice > 2 {
				t.Errorf("of %d whose lots move by %v two are told %d times of 40", streams, common, twice)
			}
		}
	}
}

func TestOfThreeOfWhichTwoDepartEachIsOverByItself(t *testing.T) {
	for mended, left := range map[int]int{0: 1, 1: 0} {
		wrong := 0
		for seed := range uint64(20) {
			windows := amongTwins(seed, 3, 520, 1, func(window, stream int, value float64) float64 {
				off := []float64{3, -6, 0}[stream]
				if window < 400+10*stream || stream == mended && window >= 460 {
					off = 0
				}
				return value + off
			})
			on := slices.DeleteFunc(followTwins(Level, 3, windows, 384), func(e Episode) bool { return e.Over })
			if len(on) != 1 || on[0].Stream != left {
				wrong++
			}
		}
		if wrong > 2 {
			t.Errorf("%d times of 20 others than %d are told after %d was mended", wrong, left, mended)
		}
	}
}

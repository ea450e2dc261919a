package monitor

import (
	"fmt"
	"slices"
	"testing"
)

const (
	day       = 96
	faulty    = 3
	brokenFor = 5 * day
)

// asOf is what is on of the faulty stream at the end of a window, as whoever asks then is told: judged from the day before on, learned
// from seven days.
func asOf(what string, windows []Window, at int) (on []Episode) {
	start := max(0, at/day*day-day)
	learnt := max(0, start-7*day)
	return slices.DeleteFunc(told(what, windows[learnt:at], start-learnt), func(e Episode) bool { return e.Over || e.Stream != faulty })
}

func TestAFaultThatLastsIsNeitherLearnedAsUsualNorBegunAnewEveryDay(t *testing.T) {
	for what, change := range map[string]func(noise float64) float64{
		Level:  func(noise float64) float64 { return noise + 1.6 },
		Spread: func(noise float64) float64 { return 2.5 * noise },
	} {
		for _, calm := range []int{1, 3, 8} {
			began := calm * day
			p := newPlant(11, 12, 5)
			p.change = func(window, stream int, noise float64) float64 {
				if stream == faulty && window >= began && window < began+brokenFor {
					return change(noise)
				}
				return noise
			}
			windows := p.windows(began + brokenFor + 3*day)
			t.Run(fmt.Sprintf("%s after %d calm days", what, calm), func(t *testing.T) {
				for hours := 30; hours < 5*24; hours += 6 {
					on := asOf(what, windows, began+hours*4)
					if len(on) != 1 {
						t.Fatalf("%d h after it began: %+v, want it", hours, on)
					}
					if late := on[0].SinceMs - windows[began].FromMs; late < -2*60*minute || late > 8*60*minute {
						t.Errorf("%d h after it began it is told since %d min after that", hours, late/minute)
					}
				}
				for hours := 12; hours < 3*24; hours += 6 {
					if on := asOf(what, windows, began+brokenFor+hours*4); len(on) != 0 {
						t.Fatalf("%d h after its end: %+v, want nothing", hours, on)
					}
				}
			})
		}
	}
}

func TestAFaultThatLastsIsNoMoreForgottenWhereWindowsAreFewADay(t *testing.T) {
	for perDay, by := range map[int]float64{3: 2.5, 4: 1.6, 12: 1.6} {
		t.Run(fmt.Sprintf("%d windows a day", perDay), func(t *testing.T) {
			began, ended := 9*perDay, 13*perDay
			p := newPlant(11, 24, 5)
			p.change = func(window, stream int, noise float64) float64 {
				if stream == faulty && window >= began && window < ended {
					return noise + by
				}
				return noise
			}
			windows := p.windows(ended + 8)
			for i := range windows {
				windows[i].FromMs, windows[i].ToMs = windows[i].FromMs*int64(day/perDay), windows[i].ToMs*int64(day/perDay)
			}
			for at := began + 4; at <= ended+8; at++ {
				start := max(0, at/perDay*perDay-perDay)
				learnt := max(0, start-7*perDay)
				on := slices.DeleteFunc(told(Level, windows[learnt:at], start-learnt), func(e Episode) bool { return e.Over })
				switch lasts := at <= ended; {
				case lasts && (len(on) != 1 || on[0].Stream != faulty):
					t.Fatalf("%d windows after it began: %+v, want it", at-began, on)
				case lasts && on[0].SinceMs > windows[began+1].FromMs:
					t.Errorf("%d windows after it began it is told for %d only", at-began, at-int(on[0].SinceMs/windows[0].ToMs))
				case at == ended+8 && len(on) > 0:
					t.Fatalf("%d windows after its end: %+v, want nothing", at-ended, on)
				}
			}
		})
	}
}

func TestWhatWasWrongWhenLearningBeganIsNotToldTheOtherWayRoundOnceItIsMended(t *testing.T) {
	for _, wrong := range []int{6, 12, 24} {
		for seed := range uint64(6) {
			p := newPlant(seed, 12, 5)
			p.change = func(window, stream int, noise float64) float64 {
				if stream == faulty && window < wrong {
					return noise + 2
				}
				return noise
			}
			windows := p.windows(8 * day)
			if on := slices.DeleteFunc(told(Level, windows, 7*day), func(e Episode) bool { return e.Over }); len(on) > 0 {
				t.Errorf("seed %d, wrong in the first %d windows: %+v, want nothing a week later", seed, wrong, on)
			}
		}
	}
}

package monitor

import (
	"slices"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

func TestAnActionBeginsAnewWhatIsToldAndDoesNotHideWhatItDidNotMend(t *testing.T) {
	const faulty, done, end = 9*day + 10, 9*day + 40, 10 * day
	for _, streams := range []int{12, 4, 2} {
		m := Monitor{What: Level, Against: Sisters, Keys: make([]summary.Key, streams)}
		on := func(mends bool, at int) []Episode {
			p := newPlant(5, streams, 5)
			p.change = func(window, stream int, noise float64) float64 {
				if stream == 1 && window >= faulty && (window < done || !mends) {
					return noise + 2.4
				}
				return noise
			}
			windows := p.windows(end)
			f := followedOf(m.course(alarm), m.Places(), make([][]int64, streams))
			f.breaks[1] = []int64{windows[done].FromMs}
			return slices.DeleteFunc(follow(f, windows[:at], 8*day, nil), func(e Episode) bool { return e.Over })
		}
		if got := on(true, done); len(got) != 1 {
			t.Fatalf("%d streams: before it is done %+v, want one", streams, got)
		}
		for _, after := range []int{1, 5, 10, 20, 40} {
			if got := on(true, done+after); len(got) != 0 {
				t.Errorf("%d streams, %d windows after it helped: %+v, want nothing", streams, after, got)
			}
		}
		for _, after := range []int{12, 24, 48} {
			got := on(false, done+after)
			if len(got) != 1 || got[0].SinceMs < int64(done)*15*minute {
				t.Errorf("%d streams, %d windows after it did not help: %+v, want it told anew", streams, after, got)
			}
		}
	}
}

func TestWhatIsDoneLaterChangesNothingOfWhatWasToldAfterAnEarlierAction(t *testing.T) {
	const faulty, first, second, end = 9*day + 10, 9*day + 40, 9*day + 70, 10 * day
	m := Monitor{What: Level, Against: Sisters, Keys: make([]summary.Key, 12)}
	p := newPlant(5, 12, 5)
	p.change = func(window, stream int, noise float64) float64 {
		if stream == 1 && window >= faulty {
			return noise + 2.4
		}
		return noise
	}
	windows := p.windows(end)
	of := func(actions ...int) []Episode {
		f := followedOf(m.course(alarm), m.Places(), make([][]int64, 12))
		for _, at := range actions {
			f.breaks[1] = append(f.breaks[1], windows[at].FromMs)
		}
		return follow(f, windows[:second+1], 8*day, nil)
	}
	one, two := of(first), of(first, second)
	if len(one) != 2 || !one[0].Over || one[0].LastMs > windows[first].FromMs || one[1].Over {
		t.Fatalf("after one action %+v", one)
	}
	if len(two) < 2 || two[0] != one[0] || two[1].FirstMs != one[1].FirstMs || !two[1].Over {
		t.Errorf("after two actions %+v, after one it was %+v", two, one)
	}
}

func TestWhatIsDoneMoreOftenThanWindowsEndMutesNothing(t *testing.T) {
	const faulty, start = 9*day + 10, 8 * day
	for _, streams := range []int{12, 2} {
		for _, every := range []int64{4, 10, 20, 30} {
			m := Monitor{What: Level, Against: Sisters, Keys: make([]summary.Key, streams)}
			p := newPlant(5, streams, 5)
			p.change = func(window, stream int, noise float64) float64 {
				if stream == 1 && window >= faulty {
					return noise + 20
				}
				return noise
			}
			windows := p.windows(faulty + 40)
			f := followedOf(m.course(alarm), m.Places(), make([][]int64, streams))
			for ms := windows[day].FromMs; ms <= windows[len(windows)-1].ToMs; ms += every * minute {
				f.breaks[1] = append(f.breaks[1], ms)
			}
			for i, w := range windows {
				f.judge(w, i >= start, func() []Window { return windows[:i] })
				for _, after := range []int64{1, 4, 9, 14} {
					on := slices.DeleteFunc(slices.Clone(f.told(w.ToMs+after*minute)), func(e Episode) bool { return e.Over })
					if i < faulty && len(on) > 0 || i > faulty && len(on) != 1 {
						t.Fatalf("%d streams, done every %d min: %d windows after it is 20 σ off %+v is told", streams, every, i-faulty, on)
					}
				}
			}
		}
	}
}

func TestTheSecondOfTwoActionsAtOnceEndsNothingThatTheFirstDidNot(t *testing.T) {
	const faulty, first, second, end = 9*day + 10, 9*day + 40, 9*day + 41, 10 * day
	m := Monitor{What: Level, Against: Sisters, Keys: make([]summary.Key, 12)}
	p := newPlant(5, 12, 5)
	p.change = func(window, stream int, noise float64) float64 {
		if stream == 1 && window >= faulty && window < second {
			return noise + 2.4
		}
		return noise
	}
	windows := p.windows(end)
	f := followedOf(m.course(alarm), m.Places(), make([][]int64, 12))
	f.breaks[1] = []int64{windows[first].FromMs, windows[second].FromMs}
	if on := slices.DeleteFunc(follow(f, windows, 8*day, nil), func(e Episode) bool { return e.Over }); len(on) != 0 {
		t.Errorf("what the second action mended is told hours later: %+v", on)
	}
}

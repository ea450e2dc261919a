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
			f := followedOf(m.course(alarm), m.Places(), make([]int64, streams))
			f.breaks[1] = windows[done].FromMs
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

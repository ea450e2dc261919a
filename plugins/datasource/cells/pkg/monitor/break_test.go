package monitor

import (
	"slices"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

func TestWhatWasChangedOnPurposeIsJudgedByWhatItDoesSince(t *testing.T) {
	const changed, again, end = 9*day + 30, 9*day + 90, 10*day + 30
	for _, streams := range []int{12, 4, 2} {
		p := newPlant(5, streams, 5)
		p.change = func(window, stream int, noise float64) float64 {
			switch {
			case stream != 1 || window < changed:
				return noise
			case window < again:
				return noise + 1.6
			}
			return noise + 3.2
		}
		windows := p.windows(end)
		m := Monitor{What: Level, Against: Sisters, Keys: make([]summary.Key, streams)}
		on := func(breaks []int64, at int) []Episode {
			f := followedOf(m.course(alarm), m.Places(), breaks)
			return slices.DeleteFunc(follow(f, windows[:at], 8*day, nil), func(e Episode) bool { return e.Over })
		}
		broken := make([]int64, streams)
		broken[1] = windows[changed].FromMs
		if got := on(nil, changed+40); len(got) != 1 {
			t.Fatalf("%d streams: without a word of it %+v, want one", streams, got)
		}
		for _, after := range []int{1, 5, 10, 20, 40} {
			if got := on(broken, changed+after); len(got) != 0 {
				t.Errorf("%d streams, %d windows after it was changed: %+v, want nothing", streams, after, got)
			}
		}
		if got := on(broken, again+8); len(got) != 1 {
			t.Errorf("%d streams: what departs later %+v, want it", streams, got)
		}
	}
}

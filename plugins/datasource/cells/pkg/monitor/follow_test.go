package monitor

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

var alarm = Alarm{Lambda: 0.2, Width: 4, Shewhart: 4.2, Tail: 1e-6}

// plant makes windows of parallel streams whose values share what lots bring, and differ for ever by a little.
type plant struct {
	*rand.Rand
	streams, items int
	standing       []float64
	// change is what is added to the value of a stream in a window.
	change func(window, stream int, noise float64) float64
}

func newPlant(seed uint64, streams, items int) *plant {
	p := &plant{Rand: rand.New(rand.NewPCG(seed, 9)), streams: streams, items: items}
	for range streams {
		p.standing = append(p.standing, 0.3*p.NormFloat64())
	}
	return p
}

func (p *plant) windows(count int) (out []Window) {
	lot := 0.0
	for i := range count {
		if i%14 == 0 {
			lot = 0.6 * p.NormFloat64()
		}
		w := Window{FromMs: int64(i) * 15 * minute, ToMs: int64(i+1) * 15 * minute, Fresh: i == 0, Steps: make([]summary.Step, p.streams)}
		for s := range w.Steps {
			for range p.items {
				noise := 0.8 * p.NormFloat64()
				if p.change != nil {
					noise = p.change(i, s, noise)
				}
				w.Steps[s].Add(lot + p.standing[s] + noise)
			}
		}
		out = append(out, w)
	}
	return out
}

// follow follows windows until the last one ends.
func follow(f followed, windows []Window, start int, seen func(window int, all []Episode)) []Episode {
	f.through(windows, start, seen)
	return f.told(windows[len(windows)-1].ToMs)
}

func told(what string, windows []Window, start int) []Episode {
	m := Monitor{What: what, Against: "sisters"}
	m.Keys = make([]summary.Key, len(windows[0].Steps))
	return slices.DeleteFunc(follow(followedOf(m.course(alarm), len(m.Keys), nil), windows, start, nil), func(e Episode) bool { return !m.Signals(e) })
}

// pointsAt gives those of windows that begin at their numbers.
func pointsAt(points [][]Point) func(w Window) []Point {
	return func(w Window) []Point { return points[w.FromMs] }
}

func TestDistancesRunAsLongAsTheirLimitsPromise(t *testing.T) {
	const streams, count = 200, 4000
	random := rand.New(rand.NewPCG(1, 1))
	points := make([][]Point, count)
	windows := make([]Window, count)
	for i := range points {
		windows[i] = Window{FromMs: int64(i), ToMs: int64(i + 1), Steps: make([]summary.Step, streams)}
		for range streams {
			points[i] = append(points[i], Point{Y: 2 * random.NormFloat64(), U: 2, N: 5})
		}
	}
	r := known(streams)
	loose := Alarm{Lambda: 0.2, Width: 3, Shewhart: 3.2}
	first := make([]int, streams*10)
	for _, e := range follow(followedOf(newDistances(loose, pointsAt(points), streams, &r), streams, nil), windows, 0, nil) {
		first[e.Stream]++
	}
	episodes := 0
	for _, n := range first {
		episodes += n
	}
	// An episode that is over begins anew at no distance of its own: as many as run lengths fit in, but for those of a few windows.
	want := streams * count / spc.EWMAShewhartARL(0.2, 3, 3.2, 0)
	if float64(episodes) < 0.75*want || float64(episodes) > 1.25*want {
		t.Errorf("%d episodes in %d points, want about %.0f", episodes, streams*count, want)
	}
}

// shifted is a plant whose stream 3 departs by so many σ within streams from a window on, or spreads by so many times as much.
func shifted(seed uint64, items, from int, by, times float64) *plant {
	p := newPlant(seed, 12, items)
	p.change = func(window, stream int, noise float64) float64 {
		if window >= from && stream == 3 {
			return times*noise + by
		}
		return noise
	}
	return p
}

func TestOneNozzleOfTwelveThatShiftsByOneSigmaIsNamedWithinTwoWindows(t *testing.T) {
	var delays []int
	others := 0
	for seed := range uint64(40) {
		found := math.MaxInt
		for _, e := range told(Level, shifted(seed, 18, 120, 1, 1).windows(140), 96) {
			if window := int(e.FirstMs / (15 * minute)); e.Stream == 3 && window > 120 {
				found = min(found, window-120)
			} else {
				others++
			}
		}
		delays = append(delays, found)
	}
	slices.Sort(delays)
	if median := delays[len(delays)/2]; median > 2 {
		t.Errorf("named after %d windows (median), want at most 2: %v", median, delays)
	}
	if others > 5 {
		t.Errorf("%d times another one was named in %d points", others, 40*44*12)
	}
}

func TestANozzleThatWaversIsNamedByItsSpread(t *testing.T) {
	for seed := range uint64(10) {
		named := told(Spread, shifted(seed, 7, 100, 0, 2.4).windows(130), 96)
		if len(named) == 0 || len(named) > 2 || named[0].FirstMs > 108*15*minute || slices.ContainsFunc(named, func(e Episode) bool { return e.Stream != 3 }) {
			t.Errorf("seed %d: %+v", seed, named)
		}
	}
}

func TestFalseAlarmsAreAsRareAsTheLimitsPromise(t *testing.T) {
	// Of either side for levels, of one for spreads.
	promised := spc.EWMAShewhartARL(alarm.Lambda, alarm.Width, alarm.Shewhart, 0)
	for _, start := range []int{24, 96} {
		for _, items := range []int{5, 12} {
			points := 30 * 300 * 12
			level, spread := 0, 0
			for seed := range uint64(30) {
				w := newPlant(1000+seed, 12, items).windows(start + 300)
				level += len(told(Level, w, start))
				spread += len(told(Spread, w, start))
			}
			if most := 1.5 * float64(points) / promised; float64(level) > most || float64(spread) > most/1.3 || level+spread == 0 {
				t.Errorf("from window %d on, %d items: %d of level and %d of spread in %d points", start, items, level, spread, points)
			}
		}
	}
}

func TestWhatAllStreamsShareIsNobodys(t *testing.T) {
	p := newPlant(7, 12, 18)
	p.change = func(window, _ int, noise float64) float64 {
		if window >= 110 {
			return noise + 3
		}
		return noise
	}
	if got := append(told(Level, p.windows(200), 96), told(Spread, p.windows(200), 96)...); len(got) > 0 {
		t.Errorf("all shifted alike: %+v", got)
	}
}

func TestAStreamThatStopsOrStartsIsNoFault(t *testing.T) {
	p := newPlant(8, 12, 10)
	windows := p.windows(200)
	for i := range windows {
		if i < 120 {
			windows[i].Steps[2] = summary.Step{}
		}
		if i > 150 {
			windows[i].Steps[5] = summary.Step{}
		}
	}
	if got := append(told(Level, windows, 96), told(Spread, windows, 96)...); len(got) > 0 {
		t.Errorf("%+v", got)
	}
}

func TestElevenStoppedSistersLeaveTheTwelfthUnjudged(t *testing.T) {
	p := newPlant(9, 12, 10)
	windows := p.windows(200)
	for i := 120; i < len(windows); i++ {
		for s := range 11 {
			windows[i].Steps[s] = summary.Step{}
		}
		windows[i].Steps[11].Mean += 100
	}
	if got := told(Level, windows, 96); len(got) > 0 {
		t.Errorf("%+v", got)
	}
}

func TestAnEpisodeEndsWhenItsWindowAndWhatIsRememberedAreInside(t *testing.T) {
	p := newPlant(10, 12, 18)
	p.change = func(window, stream int, noise float64) float64 {
		if window >= 100 && window < 110 && stream == 0 {
			return noise + 4
		}
		return noise
	}
	got := told(Level, p.windows(160), 96)
	if len(got) != 1 || !got[0].Over || got[0].FirstMs != 101*15*minute || got[0].LastMs < 110*15*minute || got[0].LastMs > 120*15*minute {
		t.Errorf("%+v", got)
	}
}

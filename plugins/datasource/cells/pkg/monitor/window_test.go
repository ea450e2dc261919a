package monitor

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

const minute = 60_000

var pace = Pace{LengthMs: 15 * minute, MinN: 5, MaxGapMs: 30 * minute}

// streamsOf has so many items a step of five minutes in each stream, from minute 0 on.
func streamsOf(counts ...[]int) []summary.Series {
	var out []summary.Series
	for s, list := range counts {
		book := summary.NewBook(5 * minute)
		for i, n := range list {
			if n > 0 {
				book.Change(summary.Key{}, int64(i)*5*minute, func(step *summary.Step) { step.N, step.Mean = n, float64(s) })
			}
		}
		out = append(out, book.Steps(summary.Key{}))
	}
	return out
}

func windowsOf(counts [][]int, to int64, cuts []int64) []Window {
	g := gatheringOf(5*minute, pace, 0, cuts)
	streams := streamsOf(counts...)
	return g.on(len(streams), func(stream int) summary.Series { return streams[stream] }, to)
}

func spans(windows []Window) (out [][2]int64) {
	for _, w := range windows {
		out = append(out, [2]int64{w.FromMs / minute, w.ToMs / minute})
	}
	return out
}

func TestAWindowEndsWhenItIsLongEnoughAndHalfOfTheStreamsHaveEnough(t *testing.T) {
	for _, c := range []struct {
		name   string
		counts [][]int
		to     int64
		cuts   []int64
		want   [][2]int64
	}{
		{"of many items: by its length", [][]int{{9, 9, 9, 9, 9, 9, 9}}, 35, nil, [][2]int64{{0, 15}, {15, 30}}},
		{"of few: by their number", [][]int{{1, 1, 1, 1, 1, 1, 1, 1}, {2, 2, 2, 2, 2, 2, 2, 2}, {1, 1, 1, 1, 1, 1, 1, 1}}, 40, nil, [][2]int64{{0, 25}}},
		{"a stream that stands still is not waited for", [][]int{{2, 2, 2, 2, 2, 2}, {2, 2, 2, 2, 2, 2}, {}}, 30, nil, [][2]int64{{0, 15}, {15, 30}}},
		{"an unfinished one is none yet", [][]int{{9, 9}}, 10, nil, nil},
		{"a day ends it as it is", [][]int{{1, 1, 1, 1}}, 20, []int64{10}, [][2]int64{{0, 10}}},
		{"a day at which nothing is measured as well", [][]int{{9, 9, 0, 0, 0, 9, 9, 9}}, 40, []int64{10}, [][2]int64{{0, 10}, {25, 40}}},
		{"a long pause as well", [][]int{{1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 9, 9, 9, 9}}, 70, nil, [][2]int64{{0, 10}, {50, 65}}},
	} {
		var cuts []int64
		for _, at := range c.cuts {
			cuts = append(cuts, at*minute)
		}
		if got := spans(windowsOf(c.counts, c.to*minute, cuts)); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}

func TestNothingIsRememberedAcrossALongPause(t *testing.T) {
	windows := windowsOf([][]int{{9, 9, 9, 0, 0, 0, 0, 0, 0, 0, 0, 9, 9, 9}}, 70*minute, nil)
	if len(windows) != 2 || !windows[0].Fresh || !windows[1].Fresh {
		t.Errorf("got %+v", windows)
	}
}

func TestWhatIsSeenLaterBeginsWithWhatWasSeenBefore(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	counts := make([][]int, 5)
	for s := range counts {
		for range 400 {
			counts[s] = append(counts[s], random.IntN(3)*random.IntN(2))
		}
	}
	cuts := []int64{300 * minute, 900 * minute, 1500 * minute}
	all := windowsOf(counts, 2000*minute, cuts)
	for to := int64(0); to <= 2000; to += 5 {
		then := windowsOf(counts, to*minute, cuts)
		if len(then) > len(all) || len(then) > 0 && !reflect.DeepEqual(then, all[:len(then)]) {
			t.Fatalf("at minute %d: %v, which %v does not begin with", to, spans(then), spans(all[:min(len(all), len(then))]))
		}
	}
}

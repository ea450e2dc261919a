package control_test

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
)

// cellsOf reads a cell a second of each letter: X out of spec, o not.
func cellsOf(text string) (out []control.Cell) {
	for i, letter := range text {
		out = append(out, control.Cell{Ns: int64(i+1) * 1e9, Out: letter == 'X'})
	}
	return out
}

// stretchesOf draws when stretches were on: # from the k-th cell to the one that ends it.
func stretchesOf(all []control.Stretch, cells int) string {
	out := []byte(strings.Repeat(".", cells))
	for _, s := range all {
		for i := range out {
			if ns := int64(i+1) * 1e9; ns >= s.FromNs && (s.UntilNs == 0 || ns < s.UntilNs) {
				out[i] = '#'
			}
		}
	}
	return string(out)
}

func TestSeveralCellsOutOfSpecAreOneStretchUntilTheLastOnesAreClearlyBetter(t *testing.T) {
	two := control.Several{K: 2, N: 4}
	for _, c := range []struct {
		fact, cells, on string
		of              control.Several
		told            []control.Times
		anew            []int64
	}{
		{fact: "it begins with the k-th and ends with none of the last n", cells: "ooXoXooooo", on: "....####..", of: two},
		{fact: "one now and then is none", cells: "XooooXooooX", on: "...........", of: two},
		{fact: "one of the last n is not clearly better", cells: "XXoooXoooXoooo", on: ".############.", of: two},
		{fact: "what goes on undecided is over after three times n cells", cells: "XXooXoooXoooXoooXoooXoooo", on: ".###############.........", of: two},
		{fact: "many of many are over with few", cells: "XXXXXoooooooooooooooooooXo", on: "....###################...", of: control.Several{K: 5, N: 20}},
		{fact: "of each cell alone the last one decides", cells: "oXXoX", on: ".##.#", of: control.Several{K: 1, N: 1}},
		{fact: "none begins where something else is told", cells: "oXXXXoooo", on: ".........", of: two, told: []control.Times{{From: 2e9, Until: math.MaxInt64}}},
		{fact: "what was on before is on", cells: "oXXXXXooooo", on: "..#######..", of: two, told: []control.Times{{From: 4e9, Until: math.MaxInt64}}},
		{fact: "what was measured meanwhile counts no more", cells: "oXXXXoXoXooo", on: "........####", of: two, told: []control.Times{{From: 2e9, Until: 6e9}}},
		{fact: "what is done more often than every n cells begins nothing anew", cells: "XoXoXoXo", on: "....####", of: two, anew: []int64{2_500, 4_500, 6_500}},
		{fact: "after an action it begins anew", cells: "oXXXXoXooXoo", on: "..##..######", of: two, anew: []int64{4_500}},
	} {
		got := c.of.Follow(cellsOf(c.cells), c.told, c.anew, 60e9)
		if on := stretchesOf(got, len(c.cells)); on != c.on {
			t.Errorf("%s:\n%s\n%s\nwant\n%s", c.fact, c.cells, on, c.on)
		}
	}
}

func TestAnActionEndsAStretchThoughNothingIsMeasuredAnyMore(t *testing.T) {
	got := control.Several{K: 2, N: 4}.Follow(cellsOf("oXXX"), nil, []int64{4_500}, 60e9)
	if len(got) != 1 || got[0].UntilNs != 4_500e6 {
		t.Errorf("%+v, want it over with the action", got)
	}
}

func TestAStretchCountsItsCellsFromTheFirstThatLedToIt(t *testing.T) {
	got := control.Several{K: 2, N: 4}.Follow(cellsOf("oXoXooXo"), nil, nil, 60e9)
	want := control.Stretch{SinceNs: 2e9, FromNs: 4e9, Cells: 7, Out: 3, Last: 1}
	if len(got) != 1 || got[0] != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// The bounds are those of Clopper and Pearson's tables, one-sided at 95 %: 0 of 20 13.9 %, 1 of 20 21.6 %, 2 of 20 28.3 %, 4 of 200 4.5 %,
// 5 of 200 5.2 %, 1 of 5 65.7 %, 2 of 5 81.1 %.
func TestSoFewAreClearlyBetterThatTheShareIsBelowKOfN(t *testing.T) {
	for of, want := range map[control.Several]int{
		{K: 3, N: 20}: 0, {K: 5, N: 20}: 1, {K: 6, N: 20}: 2, {K: 10, N: 200}: 4, {K: 4, N: 5}: 1, {K: 3, N: 3}: 1, {K: 1, N: 1}: 0, {K: 1, N: 200}: 0,
	} {
		if got := of.Calm(); got != want {
			t.Errorf("%d of %d are over with %d, want %d", of.K, of.N, got, want)
		}
	}
}

func TestANozzleThatSpoilsEveryThirdCellIsToldOnceAndNotAgainAndAgain(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 20))
	cells := make([]control.Cell, 20_000)
	for i := range cells {
		cells[i] = control.Cell{Ns: int64(i) * 1e9, Out: random.Float64() < 0.3}
	}
	flaps, on, last := 0, false, 0
	for i, c := range cells { // on at 3 of 20, off at 2
		if c.Out {
			last++
		}
		if i >= 20 && cells[i-20].Out {
			last--
		}
		if last >= 3 && !on {
			flaps++
		}
		on = last >= 3
	}
	if told := len(control.Several{K: 3, N: 20}.Follow(cells, nil, nil, 20_000e9)); flaps < 100 || told > flaps/10 {
		t.Errorf("told %d times, without patience %d; want a tenth of it at most", told, flaps)
	}
}

package summary_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

func TestSoManyPositionsAndLotsOfAMachineAreKeptAndAllAreCountedWithIt(t *testing.T) {
	book := summary.NewBook(1000)
	book.Most = 10
	machine := summary.Stream{Site: "s1", Line: "line-1", Station: "filling", Equipment: "filler-01", Product: "big"}
	sister := machine
	sister.Equipment, sister.Position = "filler-02", "nozzle-1"
	// count puts in a step in which cells of so many lots were measured, each at a position of its own.
	count := func(begin int64, from, to int) {
		step := summary.NewBook(book.LengthMs)
		step.Count(sister, "mass", begin, 1, false, false)
		for i := from; i < to; i++ {
			of := machine
			of.Position = fmt.Sprint("nozzle-", i)
			step.Count(of, "mass", begin, 1, false, false)
			of.Position, of.Lot = "", fmt.Sprint("lot-", i)
			step.Count(of, "mass", begin, 1, false, false)
		}
		book.Replace(begin, begin+book.LengthMs, step)
	}
	judged := func(of summary.Stream) (n int) {
		for step := range book.Steps(summary.Key{Stream: of, Characteristic: "mass"}).All() {
			n += step.Judged
		}
		return n
	}
	count(0, 0, 8)
	if got := book.Crowded(); len(got) > 0 {
		t.Errorf("of eight %v is crowded", got)
	}
	count(1000, 0, 1000)
	lots, positions := 0, 0
	for _, key := range book.KeysOf("mass") {
		if key.Equipment == machine.Equipment && key.Lot != "" {
			lots++
		}
		if key.Equipment == machine.Equipment && key.Position != "" {
			positions++
		}
	}
	if lots != 10 || positions != 10 {
		t.Errorf("%d lots and %d positions are kept, want ten of each", lots, positions)
	}
	first := machine
	first.Position = "nozzle-7"
	if got := []int{judged(machine), judged(machine.AtLine("line-1")), judged(first), judged(sister)}; !slices.Equal(got, []int{1008, 1010, 2, 2}) {
		t.Errorf("of machine, line, a position that came first and another machine %v were counted", got)
	}
	want := []summary.Crowd{{Site: "s1", Line: "line-1", Lots: true}, {Site: "s1", Line: "line-1", Equipment: "filler-01"}, {Site: "s1", Line: "line-1", Equipment: "filler-01", Lots: true}}
	if got := book.Crowded(); !slices.Equal(got, want) {
		t.Errorf("crowded are %v, want %v", got, want)
	}
	count(2000, 0, 2)
	if book.Forget(2000); len(book.Crowded()) > 0 {
		t.Errorf("when what came is forgotten %v is crowded", book.Crowded())
	}
	count(3000, 500, 508)
	last := machine
	last.Position = "nozzle-507"
	if got := book.Crowded(); judged(last) != 1 || len(got) > 0 {
		t.Errorf("when there is room again a new position is counted %d times, and %v is crowded", judged(last), got)
	}
}

func TestWhichOfACrowdAreKeptDoesNotDependOnTheOrderInWhichTheyCame(t *testing.T) {
	const most, steps = 10, 40
	// Beside six nozzles a serial number is sent as position now and then, and each cell is of a lot of its own.
	read := func(order []int) string {
		book := summary.NewBook(1000)
		book.Most = most
		for _, at := range order {
			begin := int64(at) * book.LengthMs
			step := summary.NewBook(book.LengthMs)
			for i := range 6 {
				of := summary.Stream{Site: "s1", Line: "line-1", Station: "filling", Equipment: "filler-01", Position: fmt.Sprint("nozzle-", i)}
				step.Count(of, "mass", begin, float64(at+i), false, false)
				of.Position = fmt.Sprintf("SN-%06d", (at*7919+i)%1000)
				step.Count(of, "mass", begin, float64(at), false, false)
				of.Position, of.Lot = "", fmt.Sprintf("lot-%03d", (at*31+i)%200)
				step.Count(of, "mass", begin, float64(at), false, false)
			}
			book.Replace(begin, begin+book.LengthMs, step)
		}
		var all []string
		for _, key := range book.KeysOf("mass") {
			var counted []string
			for step := range book.Steps(key).All() {
				counted = append(counted, fmt.Sprint(step.Begin, " ", step.N, " ", step.Mean))
			}
			all = append(all, fmt.Sprint(key.Position, key.Lot, " ", counted))
		}
		slices.Sort(all)
		return strings.Join(append(all, fmt.Sprint(book.Crowded())), "\n")
	}
	forwards := make([]int, steps)
	for i := range forwards {
		forwards[i] = i
	}
	want := read(forwards)
	for i := range 6 {
		if !strings.Contains(want, fmt.Sprint("nozzle-", i, " [0 1 ")) {
			t.Errorf("nozzle-%d is not kept:\n%s", i, want)
		}
	}
	backwards := slices.Clone(forwards)
	slices.Reverse(backwards)
	shuffled := slices.Clone(forwards)
	rand.New(rand.NewPCG(1, 1)).Shuffle(steps, func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	for _, order := range [][]int{backwards, shuffled} {
		if got := read(order); got != want {
			t.Errorf("read as %v\n%s\nwant\n%s", order, got, want)
		}
	}
}

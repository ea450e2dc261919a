package summary_test

import (
	"fmt"
	"slices"
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

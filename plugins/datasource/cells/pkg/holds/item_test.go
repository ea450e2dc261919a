package holds

import (
	"fmt"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/genealogy"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
)

// theCell is cell A: of lot L and 2 to 4 m of roll R, in tray T until it came into tray U at 60; filled by nozzle 1 of machine M until 50, and in
// chamber C, of which no position is known, from 60 to 90.
var theCell = &Item{
	ID: "A", Carriers: []Carried{{Carrier: "T", FromMs: 10, ToMs: 60}, {Carrier: "U", FromMs: 60}},
	Visits: []Visit{
		{Site: "de1", Line: "line-1", Station: "filling", Equipment: "M", Position: "1", FromMs: 40, ToMs: 50},
		{Site: "de1", Line: "line-1", Station: "soaking", Equipment: "C", FromMs: 60, ToMs: 90},
	},
	Parts: []genealogy.Part{{Item: "L"}, genealogy.Part{}.Up(genealogy.Link{Parent: "R", From: 2, To: 4, Placed: true})},
}

func TestAHoldReachesWhatIsKnownToBelongToItsTarget(t *testing.T) {
	for sentence, c := range map[string]struct {
		hold string
		want bool
	}{
		"the cell itself":                       {"hold cell=A", true},
		"another cell":                          {"hold cell=B", false},
		"nothing":                               {"hold", false},
		"its lot, at any time":                  {"hold lot=L at=999", true},
		"a lot that names the cell as its item": {"hold lot=X item=A", true},
		"its roll":                              {"hold roll=R", true},
		"a stretch of its roll that it came from":            {"hold roll=R from_m=3 to_m=9", true},
		"a stretch that ends where its own begins":           {"hold roll=R from_m=0 to_m=2", true},
		"a stretch of its roll beyond":                       {"hold roll=R from_m=5", false},
		"a stretch of its roll before":                       {"hold roll=R to_m=1", false},
		"the metres of a lot, which has none":                {"hold lot=L from_m=5 to_m=9", true},
		"the tray that it lies in":                           {"hold tray=U at=70", true},
		"the tray that it came into later":                   {"hold tray=U at=20", true},
		"the tray that it had left":                          {"hold tray=T at=70", false},
		"the tray that it had left, in the window":           {"hold tray=T at=70 from=20 to=30", true},
		"a tray that it came into after the window":          {"hold tray=U at=70 from=20 to=30", false},
		"the machine before it came":                         {"hold equipment=M at=30", true},
		"the machine after it left":                          {"hold equipment=M at=70", false},
		"the machine after it left, in the window":           {"hold equipment=M at=70 from=45 to=60", true},
		"the machine in a window before":                     {"hold equipment=M at=70 from=10 to=30", false},
		"the machine in a window in which it was worked on":  {"hold equipment=C at=99 from=70 to=80", true},
		"its nozzle of the machine":                          {"hold equipment=M position=1 at=30", true},
		"another nozzle of the machine":                      {"hold equipment=M position=2 at=30", false},
		"a channel of a chamber that may have been its own":  {"hold equipment=C position=2 at=30", true},
		"the release of a channel that may not have been it": {"release equipment=C position=2 at=30", false},
		"another station of the machine":                     {"hold equipment=M station=eol at=30", false},
		"the machine of that name of another site":           {"hold equipment=M site=us1 at=30", false},
		"the station":                                            {"hold station=filling from=45 to=46 at=99", true},
		"the station, in a window after":                         {"hold station=filling from=60 to=70 at=99", false},
		"the station, at its machine":                            {"hold station=filling equipment=M at=30", true},
		"the station, at another machine":                        {"hold station=filling equipment=N at=30", false},
		"the line, whatever machine told it":                     {"hold line=line-1 equipment=mes at=30", true},
		"a place without a name, as a visit that names no place": {"hold station= at=30", false},
	} {
		if got := Concerns(&said(t, c.hold)[0], theCell); got != c.want {
			t.Errorf("%s: %v", sentence, got)
		}
	}
}

// What cell A comes to by events at the moment 100.
func TestAnItemIsHeldWhileAnyHoldConcernsIt(t *testing.T) {
	for sentence, c := range map[string]struct {
		events []string
		want   string
	}{
		"nothing was said about it":                                     {[]string{"hold cell=B stored=1"}, ""},
		"its lot is held":                                               {[]string{"hold lot=L stored=1"}, "hold"},
		"its lot is held and released":                                  {[]string{"hold hold=H lot=L stored=1", "release lot=L answers=H stored=2"}, "release"},
		"it is released from the hold of its lot":                       {[]string{"hold hold=H lot=L stored=1", "release cell=A answers=H stored=2"}, "release"},
		"another cell is released from the hold of its lot":             {[]string{"hold hold=H lot=L stored=1", "release cell=B answers=H stored=2"}, "hold"},
		"it is released before its lot is held":                         {[]string{"release cell=A answers=H stored=1", "hold hold=H lot=L stored=2"}, "hold"},
		"its tray is released from the hold of its lot":                 {[]string{"hold hold=H lot=L stored=1", "release tray=U answers=H stored=2"}, "release"},
		"its own hold stays when its lot is released":                   {[]string{"hold hold=H lot=L stored=1", "hold cell=A stored=1", "release lot=L answers=H stored=2"}, "hold"},
		"the machine that it had left is released":                      {[]string{"hold hold=H equipment=M at=30 stored=1", "release equipment=M at=99 answers=H stored=2"}, "release"},
		"one nozzle of the machine, another one, is released":           {[]string{"hold hold=H equipment=M at=30 stored=1", "release equipment=M position=2 from=30 at=99 answers=H stored=2"}, "hold"},
		"one nozzle of the machine, its own, is released":               {[]string{"hold hold=H equipment=M at=30 stored=1", "release equipment=M position=1 from=30 at=99 answers=H stored=2"}, "release"},
		"a stretch of its roll that it is not of is released":           {[]string{"hold hold=H roll=R stored=1", "release roll=R from_m=5 to_m=9 answers=H stored=2"}, "hold"},
		"a stretch of its roll that it is of is released":               {[]string{"hold hold=H roll=R stored=1", "release roll=R from_m=1 to_m=5 answers=H stored=2"}, "release"},
		"a hold on a further stretch of its roll under the same ID":     {[]string{"hold hold=H roll=R from_m=5 to_m=9 stored=1", "hold hold=H roll=R from_m=0 to_m=3 stored=2"}, "hold"},
		"that further stretch after the hold was closed":                {[]string{"hold hold=H roll=R from_m=5 to_m=9 stored=1", "release roll=R answers=H stored=2", "hold hold=H roll=R from_m=0 to_m=3 stored=3"}, "release"},
		"it was scrapped, and its lot is released":                      {[]string{"scrap cell=A stored=1", "release lot=L stored=2"}, "scrap"},
		"it was scrapped, and is released itself":                       {[]string{"scrap cell=A stored=1", "release cell=A stored=2"}, "release"},
		"it was released, and its lot is scrapped":                      {[]string{"release cell=A stored=1", "scrap lot=L stored=2"}, "scrap"},
		"it is to be inspected, and a machine that it left is released": {[]string{"inspect cell=A stored=1", "hold hold=H equipment=M at=30 stored=2", "release equipment=M at=99 answers=H stored=3"}, "inspect"},
	} {
		if got := Fold(said(t, c.events...)).Of(theCell, 100).Disposition; got != c.want {
			t.Errorf("%s: %q, want %q", sentence, got, c.want)
		}
	}
}

func TestTenThousandCellsOfALotAreHeldByOneHoldAndFreedByOneOrEachByItself(t *testing.T) {
	const cells = 10_000
	item := func(i int) *Item { return &Item{ID: fmt.Sprint("CELL-", i), Parts: []genealogy.Part{{Item: "LOT"}}} }
	hold := record.Event{ID: "h", HoldID: "h", Kind: "hold", Site: "s", TargetType: "lot", TargetID: "LOT", AtMs: 1, ReceivedMs: 1}
	one := record.Event{ID: "r1", Kind: "release", Site: "s", TargetType: "cell", TargetID: "CELL-7", ItemID: "CELL-7", Answers: []string{"h"}, AtMs: 2, ReceivedMs: 2}
	all := record.Event{ID: "r2", Kind: "release", Site: "s", TargetType: "lot", TargetID: "LOT", Answers: []string{"h"}, AtMs: 3, ReceivedMs: 3}
	for want, events := range map[int][]record.Event{cells: {hold}, cells - 1: {hold, one}, 0: {hold, one, all}} {
		book, held := Fold(events), 0
		for i := range cells {
			if book.Of(item(i), 10).Disposition == "hold" {
				held++
			}
		}
		if held != want {
			t.Errorf("after %d events %d are held, want %d", len(events), held, want)
		}
	}
}

func TestOneIDOnTwoItemsHoldsBothAndOneIDTwiceOnAnItemHoldsItOnce(t *testing.T) {
	hold := func(cell string, ms int64) record.Event {
		return record.Event{ID: "reused", HoldID: "reused", Kind: "hold", Site: "s", TargetType: "cell", TargetID: cell, ItemID: cell, AtMs: ms, ReceivedMs: ms}
	}
	book := Fold([]record.Event{hold("A", 1), hold("B", 2), hold("A", 3)})
	if holds := book.Holds(); len(holds) != 2 {
		t.Errorf("there are %d holds", len(holds))
	}
	for _, cell := range []string{"A", "B"} {
		if got := book.Of(&Item{ID: cell}, 10).Disposition; got != "hold" {
			t.Errorf("%s is %q", cell, got)
		}
	}
}

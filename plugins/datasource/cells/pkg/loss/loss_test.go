package loss

import (
	"math"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/holds"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
)

const minute = 60_000

// visitAt is one of ten minutes that ends so many minutes after the beginning.
func visitAt(station string, endMin int64, number int64, out ...string) Visit {
	return Visit{Visit: holds.Visit{Site: "s1", Station: station, Equipment: station + "-01", FromMs: (endMin - 10) * minute, ToMs: endMin * minute}, Number: number, Started: true, Out: out}
}

var route = Route{{ID: "fill"}, {ID: "soak"}, {ID: "form", Gate: true}, {ID: "test"}}

func decided(kind string, atMin int64) record.Event {
	return record.Event{ID: kind, Kind: kind, Site: "s1", TargetType: "cell", TargetID: "A", ItemID: "A", ReceivedMs: atMin * minute, AtMs: atMin * minute}
}

// reckoned is what one cell comes to of which its filling was out of spec at minute 10.
func reckoned(events []record.Event, more ...Visit) Figures {
	c := &Cell{ID: "A", Visits: append([]Visit{visitAt("fill", 10, 1, "mass")}, more...)}
	c.Order()
	wrong := c.Wrong(nil, func(string) bool { return false })
	r := Reckoner{Route: route, Decided: DecidedBy(events), NowMs: 1000 * minute, Typical: func(string, string) (float64, bool) { return 1, true }}
	return r.Of(wrong)
}

func TestACellIsCaughtWhereItIsStoppedBeforeTheNextGateAndSlipsWhereItHasPassed(t *testing.T) {
	soaked, formed := visitAt("soak", 30, 1), visitAt("form", 60, 1)
	for name, of := range map[string]struct {
		got             Figures
		caught, slipped float64
	}{
		"it is on its way":                          {reckoned(nil, soaked), 0, 0},
		"it passed the gate and nobody stopped it":  {reckoned(nil, soaked, formed), 0, 1},
		"it was held before the gate":               {reckoned([]record.Event{decided("hold", 40)}, soaked), 1, 0},
		"it was held, released, and passed":         {reckoned([]record.Event{decided("hold", 40), decided("release", 45)}, soaked, formed), 1, 0},
		"it was held when it had passed":            {reckoned([]record.Event{decided("hold", 55)}, soaked, formed), 0, 1},
		"it was held before it was found bad there": {reckoned([]record.Event{decided("hold", 5), decided("release", 6)}, soaked, formed), 0, 1},
		"it was scrapped at once":                   {reckoned([]record.Event{decided("scrap", 12)}), 1, 0},
	} {
		if of.got.Caught != of.caught || of.got.Slipped != of.slipped {
			t.Errorf("%s: %v caught, %v slipped", name, of.got.Caught, of.got.Slipped)
		}
	}
}

func TestAScrappedCellTakesAllItsVisitsAndARework(t *testing.T) {
	mended := visitAt("fill", 40, 2)
	got := reckoned([]record.Event{decided("rework", 20), decided("scrap", 60)}, mended, visitAt("soak", 55, 1))
	if got.Scrapped != 1 || got.Reworked != 1 || math.Abs(got.Hours-0.5) > 1e-9 {
		t.Errorf("%v scrapped, %v reworked, %v h; want half an hour", got.Scrapped, got.Reworked, got.Hours)
	}
	// Filled and soaked as it was; formed and tested as others are.
	if want := 2.0 + 20.0/60; math.Abs(got.EndHours-want) > 1e-9 {
		t.Errorf("found at end of line %v h, want %v", got.EndHours, want)
	}
}

func TestWhatHasNoPriceHasNoCost(t *testing.T) {
	if got := reckoned([]record.Event{decided("scrap", 60)}); !math.IsNaN(got.Cost) || !math.IsNaN(got.EndCost) {
		t.Errorf("it cost %v", got.Cost)
	}
}

func TestACellThatIsScrappedCountsWithWhatWasWrongLast(t *testing.T) {
	c := &Cell{ID: "A", Visits: []Visit{visitAt("fill", 10, 1, "mass"), visitAt("soak", 30, 1), visitAt("form", 60, 1, "capacity"), visitAt("test", 90, 1, "acir")}}
	c.Order()
	wrong := c.Wrong(nil, nil)
	r := Reckoner{Route: route, Decided: DecidedBy([]record.Event{decided("scrap", 70)}), NowMs: 1000 * minute, Typical: func(string, string) (float64, bool) { return 1, true }}
	for i, want := range []float64{0, 1, 0} {
		if got := r.Of(wrong[i : i+1]); got.Scrapped != want {
			t.Errorf("%s: %v scrapped, want %v", wrong[i].Characteristic, got.Scrapped, want)
		}
	}
}

func TestWhatIsOutOfSpecBelongsToTheEpisodeOfItsPlaceElseToOneOfItsOwn(t *testing.T) {
	var wrong []*Bad
	for i, at := range []int64{10, 20, 100, 200} {
		c := &Cell{ID: string(rune('A' + i)), Visits: []Visit{visitAt("fill", at, 1, "mass")}}
		wrong = append(wrong, c.Wrong(nil, nil)...)
	}
	departed := &Episode{Place: Place{Site: "s1", Station: "fill", Equipment: "fill-01"}, Characteristic: "mass", Kind: "out-of-control", FromMs: 90 * minute, ToMs: 110 * minute}
	all := Share([]*Episode{departed}, wrong, func(string) int64 { return 30 * minute })
	if len(all) != 3 || len(all[0].Bad) != 1 || len(all[1].Bad) != 2 || len(all[2].Bad) != 1 {
		t.Fatalf("%d episodes", len(all))
	}
	Settle(all, func(string) int64 { return 30 * minute }, 210*minute)
	if !all[1].Over || all[2].Over {
		t.Errorf("the first is over: %t, the last: %t", all[1].Over, all[2].Over)
	}
}

func TestAnAnswerIsOfTheNewestEpisodeOfItsPlace(t *testing.T) {
	at := Place{Site: "s1", Line: "l1", Station: "fill", Equipment: "fill-01", Position: "n4"}
	episode := func(from, to int64) *Episode {
		return &Episode{Place: at, Characteristic: "mass", FromMs: from * minute, ToMs: to * minute, Over: true}
	}
	first, second := episode(0, 60), episode(120, 180)
	other := &Episode{Place: Place{Site: "s1", Line: "l1", Station: "fill", Equipment: "fill-01", Position: "n5"}, Characteristic: "mass", FromMs: 0, ToMs: 200 * minute}
	said := func(kind, id string, atMin int64) record.Event {
		return record.Event{ID: id, Kind: kind, Site: "s1", Source: "person", AtMs: atMin * minute, TargetType: "equipment", TargetID: "fill-01", Station: "fill", Position: "n4", Reference: "ref-" + id}
	}
	proof := record.Event{ID: "p", Kind: "proof", Site: "s1", Source: "cellthread", Station: "fill", Equipment: "fill-01", Position: "n4", Reference: "a2", Disposition: "verified", AtMs: 200 * minute}
	Answer([]*Episode{first, second, other}, []record.Event{said("action", "a2", 170), said("acknowledge", "k1", 30), said("cause", "c2", 175), proof})
	if first.PersonMs != 30*minute || first.ActionMs != 0 || second.ActionMs != 170*minute || second.PersonMs != 170*minute {
		t.Errorf("first %+v, second %+v", first.Answered, second.Answered)
	}
	if second.Proof != "verified" || second.ProofMs != 200*minute || second.Cause != "ref-c2" || other.PersonMs != 0 {
		t.Errorf("second %+v, other %+v", second.Answered, other.Answered)
	}
}

func TestOfRollsThatAreFollowedNoFurtherSumsTellWhatBecameOfTheCellsAlone(t *testing.T) {
	cells := &Episode{Figures: Figures{Cells: 10, OutOfSpec: 3, Caught: 2, Slipped: 1, Hours: 4}}
	rolls := &Episode{Unfollowed: true, Figures: Figures{Cells: 5, OutOfSpec: 4}.WithoutFate()}
	if got, followed := Sum([]*Episode{rolls, cells, rolls}); got.Cells != 20 || got.OutOfSpec != 11 || got.Caught != 2 || got.Hours != 4 || followed != 3 {
		t.Errorf("together they are %+v, of %v of which it is known", got, followed)
	}
	if got, _ := Sum([]*Episode{rolls, rolls}); got.OutOfSpec != 8 || !math.IsNaN(got.Caught) || !math.IsNaN(got.EndHours) {
		t.Errorf("rolls alone are %+v", got)
	}
	unknown := &Episode{Figures: Unknown()}
	if got, _ := Sum([]*Episode{cells, unknown}); !math.IsNaN(got.Caught) {
		t.Errorf("with cells of which nothing is known: %+v", got)
	}
}

func TestNobodyCouldBeToldOfARecordThatOnlyTellsWhatWas(t *testing.T) {
	told := func(history bool) float64 {
		v := visitAt("fill", 10, 1, "mass")
		v.ReceivedMs, v.History = 12*minute, history
		c := &Cell{ID: "A", Visits: []Visit{v}}
		c.Order()
		all := Share(nil, c.Wrong(nil, func(string) bool { return false }), func(string) int64 { return minute })
		return all[0].Seconds(all[0].ToldMs)
	}
	if got := told(false); got != 120 {
		t.Errorf("of a record that came at once it was told after %v s, want 120", got)
	}
	if got := told(true); !math.IsNaN(got) {
		t.Errorf("of one stored long after it was told after %v s", got)
	}
}

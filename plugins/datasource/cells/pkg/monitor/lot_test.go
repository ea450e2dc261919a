package monitor

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

func TestTheNextLotIsAsSeldomBeyondAsItsPredecessorsPromise(t *testing.T) {
	const draws = 20_000
	random := rand.New(rand.NewPCG(7, 7))
	for _, of := range [][2]int{{1, 4}, {1, 6}, {1, 12}, {1, 24}, {1, 40}, {3, 4}, {3, 7}, {3, 12}, {3, 40}} {
		streams, lots := of[0], of[1]
		beyond := 0
		for range draws {
			rows := make([][]Point, lots)
			for i := range rows {
				for range streams {
					rows[i] = append(rows[i], Point{Y: 5 + 2*random.NormFloat64(), U: 1})
				}
			}
			r, ok := referenceOfLots(rows, streams)
			if !ok {
				t.Fatalf("%d lots of %d streams say nothing", lots, streams)
			}
			next := 5 + 2*random.NormFloat64()
			if z := likely((next-r.Centre[0])/(r.Scale*math.Sqrt(1+r.Doubt[0])), r.Freedom); math.Abs(z) > 3 {
				beyond++
			}
		}
		promised := 2 * spc.NormalCDF(-3) * draws
		if got := float64(beyond); got > promised+4*math.Sqrt(promised) {
			t.Errorf("%d lots of %d streams: the next one is beyond 3 σ in %v of %d draws, promised are %.0f", lots, streams, beyond, draws, promised)
		}
	}
}

func TestThreePredecessorsSayNothing(t *testing.T) {
	rows := [][]Point{{{Y: 1, U: 1}}, {{Y: 2, U: 1}}, {{Y: 3, U: 1}}}
	if r, ok := referenceOfLots(rows, 1); ok {
		t.Errorf("got %+v", r)
	}
}

// rolls are measured one after the other for an hour each, ten values a roll.
func rolls(of ...float64) (*summary.Book, Monitor) {
	random := rand.New(rand.NewPCG(3, 3))
	book := summary.NewBook(5 * minute)
	m := Monitor{
		Against: Lot, Bad: "both", Pace: Pace{LengthMs: 15 * minute},
		Keys: []summary.Key{{Stream: summary.Stream{Equipment: "m"}, Characteristic: "c"}},
	}
	for i, mean := range of {
		key := m.Keys[0]
		key.Lot = fmt.Sprint("roll-", i)
		m.Lots = append(m.Lots, key.Lot)
		for v := range int64(10) {
			book.Change(key, int64(i)*60*minute+v*5*minute, func(s *summary.Step) { s.Add(mean + 0.5*random.NormFloat64()) })
		}
	}
	// Lots are given in no order.
	slices.Reverse(m.Lots)
	return book, m
}

func means(n int) []float64 {
	random := rand.New(rand.NewPCG(4, 4))
	out := make([]float64, n)
	for i := range out {
		out[i] = random.NormFloat64()
	}
	return out
}

func TestALotThatDepartsIsNamedWhenItHasEndedAndTheNextUsualOnesEndIt(t *testing.T) {
	book, m := rolls(append(append(means(20), 9), means(12)...)...)
	m.What = Level
	all := m.Follow(book, Stretch{StartMs: 10 * 60 * minute, ToMs: 40 * 60 * minute}, alarm, nil)
	if len(all) != 1 || all[0].Lot != "roll-20" || !all[0].Over || all[0].Side != 1 {
		t.Fatalf("got %+v", all)
	}
	// Its last step ends at 20 h 50; a quarter of an hour later it is known to be over.
	if want := int64((20*60 + 65) * minute); all[0].FirstMs != want || all[0].SinceMs != 20*60*minute {
		t.Errorf("named at %d since %d, want %d since %d", all[0].FirstMs/minute, all[0].SinceMs/minute, want/minute, 20*60)
	}
}

func TestALotThatStillRunsIsNotJudged(t *testing.T) {
	book, m := rolls(append(means(20), 9)...)
	m.What = Level
	if all := m.Follow(book, Stretch{StartMs: 10 * 60 * minute, ToMs: (20*60 + 64) * minute}, alarm, nil); len(all) != 0 {
		t.Errorf("got %+v", all)
	}
}

// paused is a lot that departs, stands for 40 minutes and goes on.
func paused(goesOn float64) (*summary.Book, Monitor) {
	book, m := rolls(append(means(20), 9)...)
	m.What = Level
	random := rand.New(rand.NewPCG(5, 5))
	key := m.Keys[0]
	key.Lot = "roll-20"
	for v := range int64(10) {
		book.Change(key, (21*60+30+5*v)*minute, func(s *summary.Step) { s.Add(goesOn + 0.5*random.NormFloat64()) })
	}
	return book, m
}

func TestALotThatPausesStaysAsItWasJudgedUntilItsNextWindowTakesThePlace(t *testing.T) {
	const judged, again = (20*60 + 65) * minute, (22*60 + 35) * minute
	for _, c := range []struct {
		goesOn float64
		on     bool
	}{{9, true}, {-9, false}} {
		book, m := paused(c.goesOn)
		at := Stretch{StartMs: 10 * 60 * minute}
		f := m.Begin(at, book.LengthMs, alarm)
		seen := map[int64][]Episode{}
		at.ToMs = 30 * 60 * minute
		m.Follow(book, at, alarm, func(w Window, all []Episode) { seen[w.ToMs] = slices.Clone(all) })
		var known []Episode
		for now := int64(0); now <= at.ToMs; now += book.LengthMs {
			f.On(book, now)
			all := f.Episodes(book, now)
			if then, is := seen[now]; is {
				known = then
			}
			if !slices.Equal(all, known) {
				t.Fatalf("at minute %d a follower sees %+v, whoever knew what comes %+v", now/minute, all, known)
			}
			on, items := len(all) == 1 && !all[0].Over, 10
			if now >= again {
				items = 20
			}
			if want := now >= judged && (now < again || c.on); on != want {
				t.Fatalf("goes on with %v: at minute %d it is on: %t, want %t", c.goesOn, now/minute, on, want)
			}
			if on && (all[0].FirstMs != judged || all[0].Items != items || all[0].Lot != "roll-20") {
				t.Errorf("at minute %d it is %+v, want it of %d items since minute %d", now/minute, all[0], items, judged/minute)
			}
		}
	}
}

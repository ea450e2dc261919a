package monitor

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

const hour = 60 * minute

// lastingLot is usual rolls of an hour each, then one that departs from 20:00 on for so many hours, a value every five minutes.
func lastingLot(hours int64) (*summary.Book, Monitor) {
	book, m := rolls(means(20)...)
	m.What = Level
	m.Lots = append(m.Lots, "long")
	measure(book, m, "long", 20*hour, (20+hours)*hour, 9)
	return book, m
}

func measure(book *summary.Book, m Monitor, lot string, from, to int64, mean float64) {
	random := rand.New(rand.NewPCG(6, 6))
	key := m.Keys[0]
	key.Lot = lot
	for ms := from; ms < to; ms += 5 * minute {
		book.Change(key, ms, func(s *summary.Step) { s.Add(mean + 0.5*random.NormFloat64()) })
	}
}

// followedTo steps through a stretch, which has to tell at every moment what whoever knew what comes tells.
func followedTo(t *testing.T, book *summary.Book, m Monitor, at Stretch) []Episode {
	t.Helper()
	f := m.Begin(at, book.LengthMs, alarm)
	for now := at.FromMs; now <= at.ToMs; now += book.LengthMs {
		f.On(book, now)
	}
	all := m.Follow(book, at, alarm, nil)
	if !slices.Equal(all, f.Episodes(book, at.ToMs)) {
		t.Fatalf("at minute %d a follower sees %+v, whoever knew what comes %+v", at.ToMs/minute, f.Episodes(book, at.ToMs), all)
	}
	return all
}

func TestALotThatBeganBeforeMonitorsStartIsJudgedByAllThatWasMeasuredOfIt(t *testing.T) {
	book, m := lastingLot(12)
	all := followedTo(t, book, m, Stretch{StartMs: 30 * hour, ToMs: 33 * hour})
	if len(all) != 1 || all[0].Lot != "long" || all[0].Over || all[0].SinceMs != 20*hour || all[0].Items != 144 {
		t.Errorf("got %+v", all)
	}
}

func TestALotInUseForADayIsJudgedAtEachTurnOfTheDayThoughItGoesOn(t *testing.T) {
	book, m := lastingLot(80)
	cuts := []int64{6 * hour, 30 * hour, 54 * hour, 78 * hour}
	for _, c := range []struct {
		atMs  int64
		items int
	}{{53 * hour, 0}, {54 * hour, 34 * 12}, {60 * hour, 34 * 12}, {78 * hour, 58 * 12}, {101 * hour, 80 * 12}} {
		all := followedTo(t, book, m, Stretch{StartMs: 30 * hour, ToMs: c.atMs, Cuts: cuts})
		items := 0
		if len(all) == 1 && all[0].Lot == "long" && !all[0].Over && all[0].FirstMs == 54*hour {
			items = all[0].Items
		}
		if items != c.items || items == 0 && len(all) > 0 {
			t.Errorf("at hour %d it is %+v, want it of %d items", c.atMs/hour, all, c.items)
		}
	}
}

func TestALotThatDepartsIsToldUntilItsSuccessorsEndItWhateverTheClockSays(t *testing.T) {
	book, m := lastingLot(1)
	m.Lots = append(m.Lots, "next", "after", "third", "fourth", "fifth", "sixth")
	for i, lot := range m.Lots[len(m.Lots)-6:] {
		measure(book, m, lot, (80+int64(i))*hour, (81+int64(i))*hour, 0)
	}
	for _, at := range []Stretch{
		{StartMs: 10 * hour, ToMs: 22 * hour},
		{StartMs: 30 * hour, ToMs: 52 * hour},
		{FromMs: 10 * hour, StartMs: 54 * hour, ToMs: 78 * hour},
		{FromMs: 10 * hour, StartMs: 54 * hour, ToMs: 80 * hour},
	} {
		all := followedTo(t, book, m, at)
		if len(all) != 1 || all[0].Over || all[0].Lot != "long" || all[0].FirstMs != 21*hour+15*minute {
			t.Errorf("from hour %d to %d got %+v", at.StartMs/hour, at.ToMs/hour, all)
		}
	}
	for _, start := range []int64{54, 82} {
		all := followedTo(t, book, m, Stretch{StartMs: start * hour, ToMs: 100 * hour})
		if slices.ContainsFunc(all, func(e Episode) bool { return !e.Over || e.Lot != "long" }) {
			t.Errorf("from hour %d on got %+v", start, all)
		}
	}
}

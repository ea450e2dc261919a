package monitor

import (
	"slices"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// changed is a book of twelve nozzles, of which the fourth departs on the second day, and a stretch that ends then; nothing of what
// they made is measured from there on.
func changed() (*summary.Book, Monitor, Stretch) {
	book := summary.NewBook(5 * minute)
	m := Monitor{What: Level, Against: Sisters, Pace: Pace{LengthMs: 15 * minute, MinN: 3, MaxGapMs: 30 * minute}}
	p := newPlant(4, 12, 1)
	for s := range 12 {
		m.Keys = append(m.Keys, nozzle(s, "lfp-202"))
	}
	for at := int64(0); at < 48*hour; at += 5 * minute {
		for s := range m.Keys {
			fill(book, m.Keys[s], at, p, s == faulty && at >= 40*hour)
		}
	}
	return book, m, Stretch{StartMs: 30 * hour, ToMs: 48 * hour, Breaks: make([][]int64, 12)}
}

func nozzle(s int, product string) summary.Key {
	of := summary.Stream{Site: "s", Line: "l", Station: "filling", Equipment: "filler", Position: string(rune('a' + s)), Product: product}
	return summary.Key{Stream: of, Characteristic: "mass"}
}

func fill(book *summary.Book, key summary.Key, at int64, p *plant, departs bool) {
	value := 10 + 0.1*p.NormFloat64()
	if departs {
		value++
	}
	book.Change(key, at, func(s *summary.Step) { s.Add(value) })
}

// onAt is what is on of the faulty nozzle at a moment: by a follower, and by whoever looks for the first time.
func onAt(t *testing.T, f *Follower, book *summary.Book, at Stretch, ms int64) []Episode {
	t.Helper()
	f.On(book, ms)
	at.ToMs = ms
	found, anew := f.Episodes(book, ms), f.Follow(book, at, alarm, nil)
	if !slices.Equal(found, anew) {
		t.Fatalf("after %d h: a follower finds %+v, anew is found %+v", ms/hour, found, anew)
	}
	return slices.DeleteFunc(slices.Clone(found), func(e Episode) bool { return e.Over || e.Stream != faulty })
}

func TestWhatStandsStaysToldAndAnActionEndsItThoughNothingIsMeasured(t *testing.T) {
	book, m, at := changed()
	if on := onAt(t, m.Begin(at, book.LengthMs, alarm), book, at, 100*hour); len(on) != 1 {
		t.Errorf("of a machine that stands %+v is told, want what was", on)
	}
	at.Breaks[faulty] = []int64{50 * hour}
	if on := onAt(t, m.Begin(at, book.LengthMs, alarm), book, at, 50*hour+5*minute); len(on) != 0 {
		t.Errorf("after an action %+v is told, want nothing", on)
	}
}

func TestAChangeoverEndsWhatIsToldOfTheProductBefore(t *testing.T) {
	book, m, at := changed()
	p := newPlant(5, 12, 1)
	for ms := int64(50 * hour); ms < 55*hour; ms += 5 * minute {
		for s := range 12 {
			fill(book, nozzle(s, "lfp-105"), ms, p, s == faulty)
		}
	}
	// It comes back in order, and is out of order again an hour later.
	for ms := int64(56 * hour); ms < 60*hour; ms += 5 * minute {
		for s := range 12 {
			fill(book, m.Keys[s], ms, p, s == faulty && ms >= 57*hour)
		}
	}
	f := m.Begin(at, book.LengthMs, alarm)
	for _, c := range []struct{ hours, on, sinceHours int64 }{{50, 1, 40}, {51, 0, 0}, {55, 0, 0}, {57, 0, 0}, {59, 1, 56}} {
		on := onAt(t, f, book, at, c.hours*hour)
		if int64(len(on)) != c.on || c.on > 0 && on[0].SinceMs < c.sinceHours*hour-hour {
			t.Errorf("after %d h %+v is told, want %d", c.hours, on, c.on)
		}
	}
}

func TestProductsMadeInTurnEndNothingThatIsToldOfOneOfThem(t *testing.T) {
	for name, turn := range map[string]int64{"step by step": 5 * minute, "tray by tray": 2 * hour} {
		book, m, at := changed()
		m.Pace.MinN = 5
		book.Replace(0, 48*hour, summary.NewBook(book.LengthMs))
		p := newPlant(7, 12, 1)
		for ms := int64(0); ms < 48*hour; ms += 5 * minute {
			product := []string{"lfp-105", "lfp-202"}[ms/turn%2]
			for s := range m.Keys {
				fill(book, nozzle(s, product), ms, p, product == "lfp-202" && s == faulty && ms >= 40*hour)
			}
		}
		f, told := m.Begin(at, book.LengthMs, alarm), false
		for ms := int64(40 * hour); ms < 48*hour; ms += 35 * minute {
			on := len(onAt(t, f, book, at, ms)) == 1
			if told && !on || !on && ms > 44*hour {
				t.Errorf("%s: after %d h %d min nothing is told", name, ms/hour, ms%hour/minute)
			}
			told = on
		}
		// One of them is made on and on: that is a changeover.
		for ms := int64(48 * hour); ms < 55*hour; ms += 5 * minute {
			fill(book, nozzle(0, "lfp-105"), ms, p, false)
		}
		if on := onAt(t, f, book, at, 55*hour); len(on) != 0 {
			t.Errorf("%s: seven hours into the other product %+v is told", name, on)
		}
	}
}

func TestWhatCannotBeHeldAgainstAnyThingForAShiftIsOver(t *testing.T) {
	book, m, at := changed()
	p := newPlant(6, 12, 1)
	for ms := int64(48 * hour); ms < 60*hour; ms += 5 * minute {
		fill(book, m.Keys[faulty], ms, p, false)
	}
	f := m.Begin(at, book.LengthMs, alarm)
	for _, c := range []struct{ hours, on int64 }{{52, 1}, {55, 1}, {57, 0}, {60, 0}} {
		if on := onAt(t, f, book, at, c.hours*hour); int64(len(on)) != c.on {
			t.Errorf("after %d h %+v is told, want %d", c.hours, on, c.on)
		}
	}
}

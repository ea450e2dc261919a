package monitor

import (
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// twinsUntil is a book of two or three nozzles of which lots move all by so much, and one departs from hour 50 until another one; from hour
// 60 on so many of them, from the first on, run on. told are the places of it at so many hours.
func twinsUntil(streams, departing int, by, common float64, untilMs int64, left int) (told func(hours int64) []int) {
	book := summary.NewBook(5 * minute)
	m := Monitor{What: Level, Against: Sisters, Pace: Pace{LengthMs: 15 * minute, MinN: 3, MaxGapMs: 30 * minute}}
	p := newPlant(4, 12, 1)
	for s := range streams {
		m.Keys = append(m.Keys, nozzle(s, "lfp-202"))
	}
	lot := 0.0
	for at := int64(0); at < 100*hour; at += 5 * minute {
		if at%(3*hour) == 0 {
			lot = common * p.NormFloat64()
		}
		for s := range streams {
			value := 10 + lot + 0.1*p.NormFloat64()
			if s == departing && at >= 50*hour && at < untilMs {
				value += by
			}
			if at < 60*hour || s < left {
				book.Change(m.Keys[s], at, func(st *summary.Step) { st.Add(value) })
			}
		}
	}
	f := m.Begin(Stretch{StartMs: 30 * hour, ToMs: 100 * hour}, book.LengthMs, alarm)
	return func(hours int64) (places []int) {
		f.On(book, hours*hour)
		for _, e := range f.Episodes(book, hours*hour) {
			if !e.Over {
				places = append(places, e.Stream)
			}
		}
		return places
	}
}

func TestWhatIsToldOfAllTogetherIsOverAShiftAfterOnlyOneOfThemRunsOn(t *testing.T) {
	for _, streams := range []int{2, 3} {
		told := twinsUntil(streams, 1, 0.25, 0.5, 200*hour, 1)
		for _, c := range []struct{ hours, on int64 }{{55, 1}, {60, 1}, {65, 1}, {70, 0}, {100, 0}} {
			if on := told(c.hours); int64(len(on)) != c.on || c.on > 0 && on[0] != streams {
				t.Errorf("of %d after %d h %v is told, want %d of all together", streams, c.hours, on, c.on)
			}
		}
	}
}

func TestOneOfThreeIsInOrderAgainThoughAnotherStands(t *testing.T) {
	told := twinsUntil(3, 0, 0.4, 0, 62*hour, 2)
	for _, c := range []struct{ hours, on int64 }{{55, 1}, {61, 1}, {70, 0}, {100, 0}} {
		if on := told(c.hours); int64(len(on)) != c.on || c.on > 0 && on[0] != 0 {
			t.Errorf("after %d h %v is told, want %d of the first", c.hours, on, c.on)
		}
	}
}

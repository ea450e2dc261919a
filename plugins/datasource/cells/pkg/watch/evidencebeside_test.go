package watch

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

func TestOneOfThreeIsNotHeldAgainstAnotherThatDepartsBesideIt(t *testing.T) {
	const hour = day / 24
	book, random := summary.NewBook(hour/12), rand.New(rand.NewPCG(3, 3))
	m := monitor.Monitor{What: monitor.Level, Against: monitor.Sisters, Pace: monitor.Pace{LengthMs: hour / 4, MinN: 5, MaxGapMs: hour / 2}}
	for i := range 3 {
		at := summary.Stream{Site: "s", Line: "l", Station: "weld", Equipment: fmt.Sprint("w-", i+1), Product: "p"}
		m.Keys = append(m.Keys, summary.Key{Stream: at, Characteristic: "force"})
	}
	for at := int64(0); at < 4*day; at += book.LengthMs {
		for i, key := range m.Keys {
			value := float64(i) + 0.1*random.NormFloat64()
			switch {
			case i == 0 && at >= 3*day:
				value += 0.5
			case i == 1 && at >= 3*day+12*hour:
				value -= 5
			}
			for range 4 {
				book.Change(key, at, func(s *summary.Step) { s.Add(value + 0.1*random.NormFloat64()) })
			}
		}
	}
	alarm := monitor.Alarm{Lambda: 0.2, Width: 4, Shewhart: 4.2}
	got := map[string]float64{}
	for _, e := range m.Follow(book, monitor.Stretch{StartMs: 2 * day, ToMs: 4 * day}, alarm, nil) {
		if !e.Over {
			told := monitor.Told{Monitor: m, Episode: e, Key: m.KeyOf(e.Stream)}
			of := EvidenceOf(told, book, 4*day)
			got[told.Key.Equipment] = math.Round(10*(of.LevelNow-of.LevelUsual)) / 10
			if of.Sisters != 1 || slices.Contains(told.HeldAgainst(), m.Keys[1-e.Stream]) {
				t.Errorf("%s is held against %v", told.Key.Equipment, told.HeldAgainst())
			}
		}
	}
	if len(got) != 2 || got["w-1"] != 0.5 || got["w-2"] != -5 {
		t.Errorf("they depart by %v; it is 0.5 and -5", got)
	}
}

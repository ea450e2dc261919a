package monitor

import (
	"fmt"
	"math"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// filled is a book of two machines of four positions: each position measures two values a step, 0 and 2, the first of the first machine
// 100 and 102; of eight items of a machine two are not OK, and so many have each characteristic out of spec.
func filled(bad map[string]int) (book *summary.Book, line, first summary.Key) {
	book = summary.NewBook(1000)
	stream := summary.Stream{Site: "s", Line: "l", Station: "fill", Product: "p"}
	line = summary.Key{Stream: stream, Characteristic: "mass"}
	for m := range 2 {
		stream.Equipment = fmt.Sprint("m-", m+1)
		for n := range 4 {
			stream.Position = fmt.Sprint("n-", n+1)
			key := summary.Key{Stream: stream, Characteristic: "mass"}
			value := 0.0
			if m == 0 && n == 0 {
				first, value = key, 100
			}
			for _, wide := range []summary.Stream{stream, stream.Machine(), stream.AtLine("l")} {
				key.Stream = wide
				for _, characteristic := range []string{"mass", "depth", ""} {
					key.Characteristic = characteristic
					book.Change(key, 0, func(s *summary.Step) {
						s.Add(value)
						s.Add(value + 2)
						s.Judged += 2
						if m == 0 && n == 0 {
							s.Bad += bad[characteristic]
						}
					})
				}
			}
		}
	}
	return book, line, first
}

func TestWhatIsLeftOfALineWithoutOnePositionIsWhatTheOthersMeasuredOnce(t *testing.T) {
	book, line, first := filled(nil)
	of := Told{Monitor: Monitor{What: Level, Keys: []summary.Key{line}}, Key: line}
	part := Told{Monitor: Monitor{What: Level, Keys: []summary.Key{first}}, Key: first}
	for step := range lessened(book, of.Monitor, of, []Told{part}).Steps(line).All() {
		if step.N != 14 || step.Mean != 1 {
			t.Errorf("left are %d values with mean %v; fourteen with mean 1 are", step.N, step.Mean)
		}
	}
}

func TestAnItemOutOfSpecByTwoCharacteristicsIsTakenFromVerdictsOnce(t *testing.T) {
	book, line, first := filled(map[string]int{"mass": 1, "depth": 1, "": 2})
	verdicts := first
	verdicts.Characteristic = ""
	of := Told{Monitor: Monitor{What: Share, Route: "quality", Keys: []summary.Key{verdicts}}, Key: verdicts}
	var parts []Told
	for _, name := range []string{"mass", "depth"} {
		key := first
		key.Characteristic = name
		parts = append(parts, Told{Monitor: Monitor{What: Level, Route: "maintenance", Keys: []summary.Key{key}}, Key: key, Episode: Episode{LastMs: math.MaxInt64}})
	}
	found := 0
	for step := range lessened(book, of.Monitor, of, parts).Steps(verdicts).All() {
		if found++; step.Judged != 1 || step.Bad != 1 {
			t.Errorf("left are %d, %d of them not OK; one that is not is", step.Judged, step.Bad)
		}
	}
	if found != 1 || line.Characteristic != "mass" {
		t.Errorf("%d steps are left", found)
	}
}

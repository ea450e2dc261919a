package watch

import (
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

func TestCellsSinceTheLastWindowCountAsLongAsItDepartsAndNoMoreOnceThatIsOver(t *testing.T) {
	const minute = int64(60_000)
	book := summary.NewBook(5 * minute)
	key := summary.Key{Stream: summary.Stream{Site: "s", Line: "l", Station: "fill", Position: "nozzle-4"}, Characteristic: "mass"}
	for at := int64(0); at < 60*minute; at += 5 * minute {
		book.Change(key, at, func(s *summary.Step) { s.Add(800) })
	}
	m := monitor.Monitor{What: monitor.Spread, Against: monitor.Sisters, Keys: []summary.Key{key}}
	for over, cells := range map[bool]int{false: 10, true: 3} {
		told := monitor.Told{Monitor: m, Key: key, Episode: monitor.Episode{SinceMs: 10 * minute, LastMs: 25 * minute, Over: over}}
		if got := EvidenceOf(told, book, 60*minute).Cells; got != cells {
			t.Errorf("over %t: %d cells since 00:10, want %d", over, got, cells)
		}
	}
}

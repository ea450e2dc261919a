package watch

import (
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

func TestWhatWasJudgedByLessStandsAndSaysSoUntilAllIsRead(t *testing.T) {
	p := plans(t)[0]
	name := p.StationsAt(1)[0].Station
	m := measuringAt(p, name, 3)
	s := &station{name: name, counting: m.Counting, book: summary.NewBook(control.StepMs(p, name, 1))}
	from, until := int64(origin), int64(origin+9*day)
	m.step(s.book, until-s.book.LengthMs)
	judged := func(left time.Duration) Seen {
		s.judged.stale = true
		return s.judge(p, 1, from, until, left)
	}
	judged(time.Hour)
	if got := s.judge(p, 1, from, until, 0); got.Left != 0 {
		t.Errorf("when what was left was empty, %s are said to be left", got.Left)
	}
	s.judged.seen = nil
	first := judged(2 * time.Hour)
	for begin := from; begin < until-s.book.LengthMs; begin += s.book.LengthMs {
		m.step(s.book, begin)
	}
	s.followers.changed(from)
	if got := judged(time.Hour); got.Left != 2*time.Hour || got.Monitors != first.Monitors {
		t.Errorf("while an hour is left: %d monitors by what lacked %s, want %d by what lacked two hours", got.Monitors, got.Left, first.Monitors)
	}
	if got := judged(0); got.Left != 0 || got.Monitors <= first.Monitors {
		t.Errorf("when all is read: %d monitors, before %d, lacking %s", got.Monitors, first.Monitors, got.Left)
	}
}

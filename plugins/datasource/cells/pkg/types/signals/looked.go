package signals

import (
	"fmt"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/watch"
)

// looked is what the monitors of all stations looked at: how many there are at how many stations, from where on (Unix ms) they
// judge, and how much is still being read that they learn from; waiting stations are told as of before.
type looked struct {
	monitors, stations int
	startMs            int64
	left               time.Duration
	// judged is the oldest moment as of which some are told, while what is newer is being judged.
	judged  time.Time
	waiting int
}

func (s *search) saw(seen watch.Seen) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !seen.Judged.IsZero() {
		if s.looked.waiting == 0 || seen.Judged.Before(s.looked.judged) {
			s.looked.judged = seen.Judged
		}
		s.looked.waiting++
	}
	if seen.Monitors == 0 {
		return
	}
	if l := &s.looked; l.stations == 0 || seen.StartMs < l.startMs {
		l.startMs = seen.StartMs
	}
	s.looked.monitors += seen.Monitors
	s.looked.stations++
	s.looked.left = max(s.looked.left, seen.Left)
}

// sayWaiting says of how many stations what is newer is still being judged.
func (s *search) sayWaiting() {
	if n := s.looked.waiting; n > 0 {
		s.Notice("%s told as judged at %s or later; what is newer is being judged.",
			numbered(n, [2]string{"%d station is", "%d stations are"}), s.looked.judged.UTC().Format(time.RFC3339))
	}
}

// nothing says that nothing is wrong: who looked, and at how much; "" where nobody did.
func (sp *speaker) nothing(l looked) string {
	if l.stations == 0 {
		return ""
	}
	said := fmt.Sprintf(sp.nothingWrong, numbered(l.monitors, sp.monitors), numbered(l.stations, sp.stations), sp.duration(sp.now.Sub(time.UnixMilli(l.startMs))))
	if l.left > 0 {
		said += " " + fmt.Sprintf(sp.stillRead, sp.duration(l.left))
	}
	return said
}

// numbered counts something that has a word for one and one for more.
func numbered(n int, words [2]string) string { return fmt.Sprintf(words[min(n-1, 1)], n) }

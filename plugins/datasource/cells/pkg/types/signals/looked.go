package signals

import (
	"fmt"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/watch"
)

// looked is what the monitors of all stations looked at: how many there are at how many stations, how many of them judge and how many
// learn, from where on (Unix ms) something was measured that they judge, and how much is still being read that they learn from; waiting stations are told as of before.
type looked struct {
	monitors, stations int
	judging, learning  int
	firstMs            int64
	left               time.Duration
	// judged is the oldest moment as of which some are told, while what is newer is being judged.
	judged  time.Time
	waiting int
	// uncounted stations have something stored late that is not counted again yet; of behind ones, of whichever kind, not all that came
	// is judged.
	uncounted, behind int
}

// Behind is in the meta data of an answer where not all that came is judged yet: of how many stations, as of when the oldest of them is
// told (Unix ms; 0: as of now), and how much (ms) is still being read that is only learned from.
type Behind struct {
	Stations int   `json:"behind"`
	JudgedMs int64 `json:"judgedMs,omitempty"`
	LeftMs   int64 `json:"leftMs,omitempty"`
}

func (l looked) meta() any {
	if l.behind == 0 {
		return nil
	}
	of := Behind{Stations: l.behind, LeftMs: l.left.Milliseconds()}
	if l.waiting > 0 {
		of.JudgedMs = l.judged.UnixMilli()
	}
	return of
}

func (s *search) saw(seen watch.Seen) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !seen.Judged.IsZero() || seen.Behind || seen.Left > 0 {
		s.looked.behind++
	}
	if seen.Behind {
		s.looked.uncounted++
	}
	if !seen.Judged.IsZero() {
		if s.looked.waiting == 0 || seen.Judged.Before(s.looked.judged) {
			s.looked.judged = seen.Judged
		}
		s.looked.waiting++
	}
	if seen.Monitors == 0 {
		return
	}
	l := &s.looked
	if l.stations == 0 || seen.FirstMs < l.firstMs {
		l.firstMs = seen.FirstMs
	}
	l.monitors, l.judging, l.learning = l.monitors+seen.Monitors, l.judging+seen.Judging, l.learning+seen.Learning
	l.stations++
	l.left = max(l.left, seen.Left)
}

// sayWaiting says of how many stations what is newer is still being judged.
func (s *search) sayWaiting() {
	if n := s.looked.waiting; n > 0 {
		s.Notice(s.words().waiting[min(n-1, 1)], n, s.looked.judged.UTC().Format(time.RFC3339))
	}
}

// nothing says that nothing is wrong, or was when that was judged: who judges how much, and how many do not; that nothing is judged, where
// none does; what came and is not judged yet. "" where nobody looked.
func (sp *speaker) nothing(l looked) string {
	if l.stations == 0 {
		return ""
	}
	monitors, stations := numbered(l.monitors, sp.monitors), numbered(l.stations, sp.stations)
	said := fmt.Sprintf(sp.nothingJudged, monitors, stations)
	if l.judging > 0 {
		if l.judging < l.monitors {
			monitors = fmt.Sprintf(sp.of, l.judging, monitors)
		}
		long := sp.duration(sp.now.Sub(time.UnixMilli(l.firstMs)))
		if said = fmt.Sprintf(sp.nothingWrong, monitors, stations, long); l.waiting > 0 {
			said = fmt.Sprintf(sp.nothingWas, sp.duration(sp.now.Sub(l.judged)), monitors, stations, long)
		}
	}
	if l.learning > 0 {
		said += " " + numbered(l.learning, sp.learning)
	}
	if idle := l.monitors - l.judging - l.learning; idle > 0 {
		said += " " + numbered(idle, sp.idle)
	}
	if l.uncounted > 0 {
		said += " " + numbered(l.uncounted, sp.uncounted)
	}
	if l.left > 0 {
		said += " " + fmt.Sprintf(sp.stillRead, sp.duration(l.left))
	}
	return said
}

// numbered counts something that has a word for one and one for more.
func numbered(n int, words [2]string) string { return fmt.Sprintf(words[min(n-1, 1)], n) }

package watch

import (
	"maps"
	"sync"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// walking is what is remembered of stretches of the past: what was told of them, and the stations that are on their way back.
type walking struct {
	mu       sync.Mutex
	stations map[string]*station
	parts    map[walkedUntil]walked
}

// walkedUntil is what was judged: a station until a moment (Unix ms), by what is planned.
type walkedUntil struct {
	station string
	untilMs int64
	planned version
}

// walked is what was judged at once until a moment, from another one on (Unix ms); left: by less than there is.
type walked struct {
	departures []Departure
	fromMs     int64
	left       bool
	// told is what was on at that moment, where only that was asked.
	told []toldAs
	// at is when it was judged.
	at time.Time
}

// toldAs is what departed, and where.
type toldAs struct {
	summary.Key
	what string
}

// mostWalked bounds what is remembered; then all is forgotten, and judged again: ten years of twenty stations.
const mostWalked = 40_000

// knownFor is how long what was judged of a moment stands: what is stored late, or struck, is told after that.
func knownFor(ago time.Duration) time.Duration {
	switch {
	case ago < time.Hour:
		return 0
	case ago < keptBack:
		return 10 * time.Minute
	case ago < 3*keptBack:
		return time.Hour
	}
	return 12 * time.Hour
}

func (w *walking) of(name string) *station {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.stations == nil {
		w.stations = map[string]*station{}
	}
	if w.stations[name] == nil {
		w.stations[name] = &station{name: name, ofVisits: true}
	}
	return w.stations[name]
}

func (w *walking) known(key walkedUntil, now time.Time) (walked, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	part, is := w.parts[key]
	return part, is && now.Sub(part.at) < knownFor(now.Sub(time.UnixMilli(key.untilMs)))
}

func (w *walking) remember(key walkedUntil, part walked) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.parts == nil || len(w.parts) >= mostWalked {
		w.parts = map[walkedUntil]walked{}
	}
	w.parts[key] = part
}

// leave drops what was measured from a moment on (Unix ms): whoever goes back looks at what was before.
func (s *station) leave(fromMs int64) {
	if s.book == nil {
		return
	}
	until := fromMs
	maps.DeleteFunc(s.steps, func(begin int64, _ *reading) bool {
		until = max(until, begin+s.book.LengthMs)
		return begin >= fromMs
	})
	empty := summary.NewBook(s.book.LengthMs)
	s.book.Replace(fromMs, until, empty)
	s.checks.Replace(fromMs, until, empty)
	s.judged, s.watching, s.followers = judged{}, watching{}, followers{}
}

package watch

import "time"

const (
	// mostStanding is how long nothing may be read while something is left to be read.
	mostStanding = 3 * time.Minute
	// mostReading is how long it may take until all is read: six times what it takes where a million cells are made a day.
	mostReading = 30 * time.Minute
)

// progress is how a station reads what it has never read.
type progress struct {
	began, moved time.Time // zero while nothing is left
	left         time.Duration
	chunks       int
}

// note takes how much is left at a moment, and how many chunks were ever read.
func (p *progress) note(now time.Time, left time.Duration, chunks int) {
	if left == 0 {
		*p = progress{}
		return
	}
	if p.began.IsZero() {
		p.began, p.moved = now, now
	}
	if left < p.left || chunks != p.chunks {
		p.moved = now
	}
	p.left, p.chunks = left, chunks
}

// stands tells that reading does not go on, or goes on for too long.
func (p *progress) stands(now time.Time) bool {
	return !p.began.IsZero() && (now.Sub(p.moved) >= mostStanding || now.Sub(p.began) >= mostReading)
}

package keeper

import (
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

const (
	// overlap is how far before what was looked at last a look begins: what is told of an arrival may come a minute before its rows.
	overlap = 2 * time.Minute
	// most is what one look reads at most.
	most = 15 * time.Minute
	// least is what a look that would read too much is not halved any more.
	least = 10 * time.Second
)

// spans are the times of storing that are left to be looked at, the newest last.
type spans struct {
	left []source.Range
	// toTime is up to where something was looked at or is left.
	to time.Time
}

// until adds what came since, from a moment on where nothing was looked at yet.
func (s *spans) until(now, first time.Time) {
	from := first
	if !s.to.IsZero() {
		from = s.to.Add(-overlap)
	}
	if !from.Before(now) {
		return
	}
	all := source.Merged(append(s.left, source.Range{From: from, To: now}))
	s.left, s.to = nil, now
	for _, over := range all {
		for from := over.From; from.Before(over.To); from = from.Add(most) {
			to := from.Add(most)
			if to.After(over.To) {
				to = over.To
			}
			s.left = append(s.left, source.Range{From: from, To: to})
		}
	}
}

// next takes the newest of what is left.
func (s *spans) next() (source.Range, bool) {
	if len(s.left) == 0 {
		return source.Range{}, false
	}
	last := s.left[len(s.left)-1]
	s.left = s.left[:len(s.left)-1]
	return last, true
}

// again leaves for later what could not be looked at.
func (s *spans) again(over source.Range) { s.left = append(s.left, over) }

// halved leaves in two parts what was too much at once; false where it cannot be less.
func (s *spans) halved(over source.Range) bool {
	long := over.To.Sub(over.From)
	if long < 2*least {
		return false
	}
	middle := over.From.Add(long / 2)
	s.left = append(s.left, source.Range{From: over.From, To: middle}, source.Range{From: middle, To: over.To})
	return true
}

// behind is how long ago the oldest of what is left was stored.
func (s *spans) behind(now time.Time) time.Duration {
	oldest := s.to
	for _, over := range s.left {
		if over.From.Before(oldest) {
			oldest = over.From
		}
	}
	if oldest.IsZero() {
		return 0
	}
	return now.Sub(oldest)
}

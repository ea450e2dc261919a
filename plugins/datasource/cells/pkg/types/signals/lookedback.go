package signals

import (
	"sync"
)

const (
	// maxLookedUp is how many visits of a station one evaluation looks up in the index; the others wait for the next one.
	maxLookedUp = 200
	// maxLookedBack is how many visits are remembered that were looked up; then all are forgotten, and looked up again.
	maxLookedBack = 100_000
	// maxElsewhere is how many other records of a cell at a station are compared with a new one, the newest.
	maxElsewhere = 20
)

// lookedUp names a record that was looked up.
type lookedUp struct {
	station, item string
	at            int64
}

// newRecord is a record and the number of the visit it tells of.
type newRecord struct {
	lookedUp
	visit int64
}

// lookedBack remembers where else records of the same cell and number lie, of new records. What is stored later is new itself,
// and finds the record that was there before.
type lookedBack struct {
	mu    sync.Mutex
	known map[lookedUp][]int64
}

func (l *lookedBack) of(record lookedUp) (others []int64, known bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	others, known = l.known[record]
	return others, known
}

func (l *lookedBack) remember(record lookedUp, others []int64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.known == nil || len(l.known) >= maxLookedBack {
		l.known = map[lookedUp][]int64{}
	}
	l.known[record] = others
}

package signals

import (
	"context"
	"sync"
	"sync/atomic"
)

const (
	// lookedUpAtOnce is how many visits of a station are looked up in the index together: so many by every question, the others wait
	// for the next one.
	lookedUpAtOnce = 200
	// maxLookedUp is how many the evaluation of an alert rule looks up at most, as far as its time allows.
	maxLookedUp = 1000
	// maxLookedBack is how many visits are remembered that were looked up and asked for of late, and as many before them: more than
	// all stations bring in the range of a rule where a million cells are made a day.
	maxLookedBack = 250_000
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
	mu            sync.Mutex
	known, before map[lookedUp][]int64
	waiting       backlogs
	// rules are the alert rules that look up now or wait for their turn.
	rules atomic.Int32
	once  sync.Once
	turn  chan struct{}
}

// inTurn looks up for an alert rule while no other rule does: after a start each has all of its range to look up, and together they would
// keep the database from whoever opens a page. It tells whether the turn came in time.
func (l *lookedBack) inTurn(ctx context.Context, hasTime func(context.Context) bool, lookUp func() error) (came bool, err error) {
	l.once.Do(func() { l.turn = make(chan struct{}, 1) })
	l.rules.Add(1)
	defer l.rules.Add(-1)
	select {
	case l.turn <- struct{}{}:
	default:
		select {
		case l.turn <- struct{}{}:
		case <-ctx.Done():
			return false, ctx.Err()
		}
		if !hasTime(ctx) {
			<-l.turn
			return false, nil
		}
	}
	defer func() { <-l.turn }()
	return true, lookUp()
}

// isBusy tells whether alert rules look up already: what people ask for needs not be looked up for them as well.
func (l *lookedBack) isBusy() bool { return l.rules.Load() > 0 }

func (l *lookedBack) of(record lookedUp) (others []int64, known bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if others, known = l.known[record]; known {
		return others, true
	}
	if others, known = l.before[record]; known {
		l.keep(record, others)
	}
	return others, known
}

func (l *lookedBack) remember(record lookedUp, others []int64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.keep(record, others)
}

func (l *lookedBack) keep(record lookedUp, others []int64) {
	if l.known == nil || len(l.known) >= maxLookedBack {
		l.known, l.before = map[lookedUp][]int64{}, l.known
	}
	l.known[record] = others
}

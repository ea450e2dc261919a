package live

import (
	"context"
	"crypto/rand"
	"slices"
	"sync"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

const (
	// liveEvery is how often stations are read that somebody follows, at the most.
	liveEvery = time.Second
	// livePart bounds the reading to a part of the time: the more there is to read, the longer the pauses.
	livePart = 4
	// liveTime is how long one read may take.
	liveTime = 10 * time.Second
	// liveStall is how long a read may take until those who follow are told.
	liveStall = 5 * time.Second
	// MaxFollowers bounds how many queries are followed at a time.
	MaxFollowers = 1_000
)

// followed reads, one after the other, the stations that somebody follows.
type followed struct {
	mu       sync.Mutex
	stations []*followedStation
	n        int
	running  bool
	nonce    string
	reading  time.Time // since when; zero between reads
}

// followedStation is one station and those who follow it.
type followedStation struct {
	name      string
	followers []*Follower
	news      news
	gaps      int // times that reading had failed and went on
	err       error
}

func (l *followed) join(from *source.Source, f *Follower) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.n >= MaxFollowers {
		return source.Mistake("%d live queries are followed, and no more are; close panels, or switch off their live updates", l.n)
	}
	if l.nonce == "" {
		l.nonce = rand.Text()
	}
	i := slices.IndexFunc(l.stations, func(s *followedStation) bool { return s.name == f.query.Station })
	if i < 0 {
		i = len(l.stations)
		l.stations = append(l.stations, &followedStation{name: f.query.Station, news: news{}})
	}
	f.station = l.stations[i]
	f.station.followers = append(f.station.followers, f)
	l.n++
	if !l.running {
		l.running = true
		go l.read(from)
	}
	return nil
}

func (l *followed) leave(f *Follower) {
	l.mu.Lock()
	defer l.mu.Unlock()
	i := slices.Index(f.station.followers, f)
	if i < 0 {
		return
	}
	f.station.followers = slices.Delete(f.station.followers, i, i+1)
	l.n--
	if len(f.station.followers) == 0 {
		l.stations = slices.DeleteFunc(l.stations, func(s *followedStation) bool { return s == f.station })
	}
}

// read goes on until nobody follows anything.
func (l *followed) read(from *source.Source) {
	for {
		began := time.Now()
		for _, s := range l.now() {
			l.set(time.Now())
			err := source.Guard("following station "+s.name, func() error {
				ctx, cancel := context.WithTimeoutCause(context.Background(), min(liveTime, from.Budget.Time), query.ErrTime)
				defer cancel()
				return s.poll(ctx, from, l)
			})
			l.set(time.Time{})
			l.settle(s, err)
		}
		took := time.Since(began)
		time.Sleep(max(liveEvery-took, (livePart-1)*took, liveEvery/10))
		if l.done() {
			return
		}
	}
}

func (l *followed) done() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.running = l.n > 0
	return !l.running
}

func (l *followed) now() []*followedStation {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Clone(l.stations)
}

func (l *followed) set(reading time.Time) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.reading = reading
}

// settle remembers how a read ended. After one that failed, rows may have been stored too late to be seen by the next.
func (l *followed) settle(s *followedStation, err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if s.err != nil && err == nil {
		s.gaps++
	}
	s.err = err
}

// stalled is an error while a read takes long.
func (l *followed) stalled() error {
	if l.reading.IsZero() || time.Since(l.reading) < liveStall {
		return nil
	}
	return &query.TimeoutError{Budget: time.Since(l.reading).Round(time.Second).String()}
}

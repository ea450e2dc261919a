package source

import (
	"context"
	"fmt"
	"sync"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
)

func (f *flights) query(
	ctx context.Context, client *influx.Client, database string, budget influx.Budget, statements []influx.Statement,
) (*influx.Answer, error) {
	key := fmt.Sprintf("%s\x00%+v\x00%#v", database, budget, statements)
	f.mu.Lock()
	running := f.all[key]
	if running == nil {
		shared, cancel := context.WithCancel(context.WithoutCancel(ctx))
		running = &flight{cancel: cancel, done: make(chan struct{})}
		if f.all == nil {
			f.all = map[string]*flight{}
		}
		f.all[key] = running
		go func() {
			running.err = Guard("reading "+statements[0].From+" from database "+database, func() (err error) {
				running.answer, err = client.Query(shared, database, budget, statements...)
				return err
			})
			f.forget(key, running)
			close(running.done)
			cancel()
		}()
	}
	running.readers++
	f.mu.Unlock()

	select {
	case <-running.done:
		return running.answer, running.err
	case <-ctx.Done():
		f.leave(key, running)
		return nil, context.Cause(ctx)
	}
}

func (f *flights) leave(key string, running *flight) {
	f.mu.Lock()
	defer f.mu.Unlock()
	running.readers--
	if running.readers == 0 {
		running.cancel()
		if f.all[key] == running {
			delete(f.all, key)
		}
	}
}

func (f *flights) forget(key string, running *flight) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.all[key] == running {
		delete(f.all, key)
	}
}

// Readers is the number of queries that wait for a read in flight.
func (s *Source) Readers() int {
	s.flights.mu.Lock()
	defer s.flights.mu.Unlock()
	n := 0
	for _, running := range s.flights.all {
		n += running.readers
	}
	return n
}

// flights lets identical reads that overlap in time share one request. The request is cancelled when its last reader leaves.
type flights struct {
	mu  sync.Mutex
	all map[string]*flight
}

type flight struct {
	readers int
	cancel  context.CancelFunc
	done    chan struct{}
	answer  *influx.Answer
	err     error
}

package losses

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
)

func TestPanelsThatAskForTheSameShareOneSearch(t *testing.T) {
	var l lately
	var searches atomic.Int32
	asked, leave := make(chan struct{}), make(chan struct{})
	find := func() found {
		if searches.Add(1) == 1 {
			close(asked)
		}
		<-leave
		return found{fromMs: 7}
	}
	var all sync.WaitGroup
	ask := func() {
		if of, err := l.episodes(t.Context(), "a week", find); err != nil || of.fromMs != 7 {
			t.Errorf("told was %v, %v", of, err)
		}
	}
	all.Go(ask)
	<-asked
	for range 5 {
		all.Go(ask)
	}
	close(leave)
	all.Wait()
	if _, err := l.episodes(t.Context(), "another week", find); err != nil || searches.Load() != 2 {
		t.Errorf("searched %d times, want once a question (%v)", searches.Load(), err)
	}
}

func TestWhoWaitsForASearchThatFailedIsNeverToldThatItFoundNothing(t *testing.T) {
	for _, first := range []error{context.Canceled, errors.New("InfluxDB is away")} {
		var l lately
		asked, leave := make(chan struct{}), make(chan struct{})
		var searches atomic.Int32
		var all sync.WaitGroup
		all.Go(func() {
			_, err := l.episodes(t.Context(), "a week", func() found { searches.Add(1); close(asked); <-leave; return found{err: first} })
			if !errors.Is(err, first) {
				t.Errorf("whose search ended with %v is told %v", first, err)
			}
		})
		<-asked
		all.Go(func() {
			_, err := l.episodes(t.Context(), "a week", func() found { searches.Add(1); return found{} })
			if (err == nil) != (searches.Load() == 2) || errors.Is(err, context.Canceled) {
				t.Errorf("after %v and %d searches who waits is told %v", first, searches.Load(), err)
			}
		})
		close(leave)
		all.Wait()
	}
}

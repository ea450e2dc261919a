package ledger

import (
	"context"
	"sync"
)

// doors let one at a time store an event about a target.
type doors struct {
	mu  sync.Mutex
	all map[string]*door
}

type door struct {
	turn  chan struct{} // holds the one who is in
	users int
}

// enter waits for its turn, at most as long as the context lasts.
func (d *doors) enter(ctx context.Context, target string) (leave func(), err error) {
	d.mu.Lock()
	of := d.all[target]
	if of == nil {
		of = &door{turn: make(chan struct{}, 1)}
		if d.all == nil {
			d.all = map[string]*door{}
		}
		d.all[target] = of
	}
	of.users++
	d.mu.Unlock()
	gone := func() {
		d.mu.Lock()
		defer d.mu.Unlock()
		if of.users--; of.users == 0 {
			delete(d.all, target)
		}
	}
	select {
	case of.turn <- struct{}{}:
		return func() { <-of.turn; gone() }, nil
	case <-ctx.Done():
		gone()
		return nil, context.Cause(ctx)
	}
}

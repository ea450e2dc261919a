// Package live gives those who follow a query its visits as they are stored.
package live

import (
	"fmt"
)

// Pulse says whether a follower sees everything.
type Pulse struct {
	// Epoch changes whenever something may have been missed: then the query has to be asked again.
	Epoch string
	// Err is why nothing is seen at the moment; nil while all is well.
	Err error
}

// Leave ends the following; the last one ends the reading.
func (f *Follower) Leave() { f.of.leave(f) }

// Pulse is how it stands now.
func (f *Follower) Pulse() Pulse {
	f.of.mu.Lock()
	defer f.of.mu.Unlock()
	p := Pulse{Epoch: fmt.Sprintf("%s.%d.%d", f.of.nonce, f.station.gaps, f.lost), Err: f.station.err}
	if p.Err == nil {
		p.Err = f.err
	}
	if p.Err == nil {
		p.Err = f.of.stalled()
	}
	return p
}

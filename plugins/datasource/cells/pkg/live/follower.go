// Package live gives those who follow a query its visits as they are stored.
package live

import (
	"fmt"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types/visits"
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

// frameRoom is how many frames wait for one who follows; more are dropped, and the epoch says so.
const frameRoom = 16

// Follower is given the visits of a query as they are stored.
type Follower struct {
	// Frames are like those of the query: its rows that were stored since the last.
	Frames chan *data.Frame

	of       *followed
	station  *followedStation
	query    *visits.Query
	joinedMs int64
	begun    bool  // had its first rows
	lost     int   // frames that nobody took
	err      error // of this query alone
}

// give hands a frame over without waiting for those who do not take it.
func (f *Follower) give(frame *data.Frame) {
	select {
	case f.Frames <- frame:
	default:
		f.lost++
	}
}

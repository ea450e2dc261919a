// Package monitor judges windows of streams: against their own approved limits, against parallel streams, against what they did
// before; level, spread and share. Steps in, episodes out. Pure.
package monitor

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// What a monitor judges.
const (
	Level  = "level"
	Spread = "spread"
	Share  = "share"
)

// What streams may be held against.
const (
	Self    = "self"
	Sisters = "sisters"
	Lot     = "lot"
	// Past is what the stream itself was before, Master the known value of a master part or what was read of it before.
	Past   = "past"
	Master = "master"
)

// Monitor judges one thing of a group of streams.
type Monitor struct {
	// What is level, spread or share; Against is self (of a share: what the stream did before), sisters, lot, past or master.
	What, Against string
	// Route is who is told.
	Route string
	// Bad is high, low or both: the side on which a departing level is a fault.
	Bad  string
	Pace Pace
	// Scale is what values of its characteristic are judged in.
	Scale Scale
	// Keys are the streams, in the order of their entries; Limits theirs as they are judged, where it is against self.
	Keys   []summary.Key
	Limits []spc.Model
	// InForceMs is when these limits came into force (Unix ms), 0 where they hold since ever: what was before was another process.
	InForceMs int64
	// Whole is what streams that are too few for a median are parts of: a line, or a machine. It is told where nothing says which
	// of them departs.
	Whole summary.Key
	// Parts are those of the places that its streams are parts of.
	Parts Parts
	// Lots are those seen of the streams, where it is against lot: each is a window, held against those before it.
	Lots []string
	// Gauge is what is known of the gauge, where it is against a master part: a monitor of one stream.
	Gauge Gauge
}

// Stretch is what is looked at: steps from FromMs on are learned from, those of [StartMs, ToMs) judged. Cuts are the moments,
// ascending, at which windows end in any case (days begin). Unix ms.
type Stretch struct {
	FromMs, StartMs, ToMs int64
	Cuts                  []int64
	// Breaks are when each stream was changed on purpose, ascending, nil where none was: it begins anew there.
	Breaks [][]int64
}

// Follow judges a stretch and calls seen after each window with all episodes so far: what would have been seen at its end.
func (m Monitor) Follow(book *summary.Book, at Stretch, alarm Alarm, seen func(w Window, all []Episode)) []Episode {
	windows := m.windows(book, at)
	f := m.followed(at, alarm)
	f.changed = m.changeovers(book)
	f.through(windows, m.start(windows, at), func(i int, all []Episode) {
		if seen != nil {
			seen(windows[i], all)
		}
	})
	return f.told(at.ToMs)
}

// followed has followed nothing of a stretch yet.
func (m Monitor) followed(at Stretch, alarm Alarm) followed {
	f := followedOf(m.course(alarm), m.Places(), at.Breaks)
	f.inForceMs = m.InForceMs
	if m.Against == Master {
		// Each reading is a window, and may follow a calibration.
		f.apart = 0
	}
	return f
}

// start is the first window that is judged.
func (m Monitor) start(windows []Window, at Stretch) (start int) {
	for start < len(windows) && !windows[start].started(at) {
		start++
	}
	return start
}

// started tells whether a window is judged: one of time from its beginning on, of a lot all that was measured of it.
func (w Window) started(at Stretch) bool {
	if w.Lot != "" {
		return w.ToMs > at.StartMs
	}
	return w.FromMs >= at.StartMs
}

func (m Monitor) windows(book *summary.Book, at Stretch) []Window {
	switch m.Against {
	case Lot:
		l := lotsFrom(at.FromMs, at.Cuts)
		return l.on(book, m, at.ToMs)
	case Master:
		return windowsOfReadings(book, m.Keys[0], at.FromMs, at.ToMs)
	}
	g := gatheringOf(book.LengthMs, m.Pace, at.FromMs, at.Cuts)
	return g.on(len(m.Keys), m.steps(book), at.ToMs)
}

func (m Monitor) steps(book *summary.Book) func(stream int) summary.Series {
	return func(stream int) summary.Series { return book.Steps(m.Keys[stream]) }
}

func (m Monitor) course(alarm Alarm) course {
	if m.What == Share {
		return newShares(alarm, len(m.Keys))
	}
	if m.twins() {
		return newTwins(alarm, m.What, len(m.Keys))
	}
	of, fixed := levelOfSisters, (*Reference)(nil)
	learned := referenceOf
	switch {
	case m.Against == Self:
		r := known(len(m.Keys))
		fixed = &r
		of = levelOfSelf(m.Limits)
		if m.What == Spread {
			of = spreadOfSelf(m.Limits)
		}
	case m.Against == Master:
		of, learned = levelOfMaster(m.Gauge), referenceOfMaster(m.Gauge)
	case m.Against == Past:
		// What it does from hour to hour is its own, however many readings there are.
		of = levelOfLot
	case m.Against == Lot:
		learned = referenceOfLots
		of = levelOfLot
		if m.What == Spread {
			of = spreadOfLot
		}
	case m.What == Spread:
		of = spreadOfSisters
	}
	d := newDistances(alarm, of, len(m.Keys), fixed)
	d.learned = learned
	return d
}

// twins tells whether its streams are too few for a median of the others.
func (m Monitor) twins() bool { return m.Against == Sisters && len(m.Keys) < leastSisters }

// Places is the number of those that an episode may be of: its streams, and of twins all of them together.
func (m Monitor) Places() int {
	if m.twins() {
		return len(m.Keys) + 1
	}
	return len(m.Keys)
}

// KeyOf is the key of a place.
func (m Monitor) KeyOf(place int) summary.Key {
	if place == len(m.Keys) {
		return m.Whole
	}
	return m.Keys[place]
}

// Signals tells whether an episode is a fault by its side: of a level the bad one (of two or three of which nobody knows which departs
// either: one is on it where the others are not), of a spread more of it.
func (m Monitor) Signals(e Episode) bool {
	switch {
	case m.What == Spread:
		return e.Side > 0
	case e.Stream == len(m.Keys):
		return true
	case m.What == Level && m.Bad == "high":
		return e.Side > 0
	case m.What == Level && m.Bad == "low":
		return e.Side < 0
	}
	return true
}

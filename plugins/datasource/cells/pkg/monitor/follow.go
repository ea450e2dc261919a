package monitor

import "slices"

// Episode is a stretch of windows in which a stream was beyond its limits, until its last window and what is remembered of those
// before were inside.
type Episode struct {
	Stream int
	// Lot is the one that it began with, where lots are judged.
	Lot string
	// SinceMs is where the windows begin that led to it, FirstMs the end of the first window beyond, LastMs of the last one that
	// belongs to it. Moments are Unix ms.
	SinceMs, FirstMs, LastMs int64
	Over                     bool
	// Side is the sign of the side, Size the largest distance in σ.
	Side int
	Size float64
	// Now is what the newest window showed, Usual what it is held against.
	Now, Usual float64
	// Items were measured since FirstMs, its own window included.
	Items int
	// Late: most of each of its windows was told of long after it was measured, so that nobody was told of it in time.
	Late bool
	// Beside is one more than the stream that it is not held against, of two or three, as that departs as well; 0 where there is none.
	Beside int
}

const (
	// grown is by how much what is learned from has to have grown to learn anew, doubled before the start once there is enough.
	grown, doubled = 1.1, 2
	// enoughBefore windows before the start teach enough: what follows changes nothing more.
	enoughBefore = 96
	// enoughMs is how much has to be known before the start before anything there is told: what was wrong in less would be taken for
	// usual, and its end for a fault that never ends.
	enoughMs = 36 * 60 * 60 * 1000
)

// followed is how far the streams of a group were followed, window by window.
type followed struct {
	course
	breaks [][]int64
	// apart is how many windows have to begin between two breaks for the second to be one; unbroken how many began since the last one of
	// each place.
	apart    int
	unbroken []int
	// inForceMs: nothing that begins before it is judged.
	inForceMs int64
	// firstMs is where the first window begins, lastMs the newest.
	firstMs, lastMs int64
	// seen is the number of windows before the next one, start of those before the first that was judged, learned of those learned from.
	seen, start, learned int
	// since is where what looks unusual of a stream began, 0 while nothing does; open its episode in all, -1 where it is in none.
	since []int64
	open  []int
	all   []Episode
	// doing is what was done with the newest window.
	doing Doing
	// past are episodes that were over at the start.
	past []Episode
	// alone is for how long each stream measured what could not be judged.
	alone []alone
	// changed tells whether a place was changed over to something else between two moments; nil where that is not known.
	changed func(place int, fromMs, toMs int64) bool
}

func followedOf(c course, places int, breaks [][]int64) followed {
	f := followed{
		course: c, breaks: breaks, start: -1, since: make([]int64, places), open: make([]int, places), alone: make([]alone, places),
	}
	for s := range f.open {
		f.open[s] = -1
	}
	if len(breaks) > 0 {
		f.apart, f.unbroken = windowsApart, slices.Repeat([]int{windowsApart}, places)
	}
	return f
}

func (f followed) clone() followed {
	f.course, f.since, f.open, f.all = f.course.clone(), slices.Clone(f.since), slices.Clone(f.open), slices.Clone(f.all)
	f.alone, f.unbroken = slices.Clone(f.alone), slices.Clone(f.unbroken)
	return f
}

// judge judges the next window. What lies before the first one after the start is learned from; where that is too little, the windows
// judged so far as well. Windows before the start are judged as soon as anything is known: what departs there is nothing usual, and what
// is still on at the start goes on. before gives all windows before this one, and is asked for only where something is to be learned.
func (f *followed) judge(w Window, started bool, before func() []Window) {
	i := f.seen
	f.seen++
	if i == 0 {
		f.firstMs = w.FromMs
	}
	early := i < enoughBefore
	switch {
	case !started:
		if more := float64(i); early && more >= grown*float64(f.learned) || more >= doubled*float64(f.learned) {
			f.learnFrom(before())
		}
	case f.start < 0:
		f.start = i
		f.learnFrom(before())
		f.begin()
	case f.start < enoughBefore && early && float64(i) >= grown*float64(f.learned):
		f.learnFrom(before())
	}
	f.passBreaks(w)
	if w.Fresh {
		f.restart()
		f.passChanges(w)
	}
	f.turn(w)
	f.doing = Idle
	for s := range f.open {
		f.doing = max(f.doing, f.judgeStream(w, s))
	}
	if c, rests := f.course.(resting); rests {
		c.rest()
	}
}

func (f *followed) learnFrom(before []Window) {
	f.learn(before, tellingOf(slices.Concat(f.past, f.all)))
	f.learned = f.seen - 1
}

// begin leaves of what was found before the start what is still on.
func (f *followed) begin() {
	all := f.all
	f.all = nil
	for _, e := range all {
		if e.Over {
			f.past = append(f.past, e)
			continue
		}
		f.open[e.Stream] = len(f.all)
		f.all = append(f.all, e)
	}
}

func (f *followed) judgeStream(w Window, s int) Doing {
	if w.FromMs < f.inForceMs {
		return Idle
	}
	v, ok := f.course.judge(s)
	doing := doingOf(v, ok)
	if f.alone[s].pass(w, s, ok); f.alone[s].long() {
		f.end(s)
	}
	if !ok {
		return doing
	}
	if f.since[s] == 0 {
		f.since[s] = w.FromMs
	}
	if f.tooSoon(w) {
		v.Side = 0
	}
	if v.Side != 0 && f.open[s] < 0 {
		f.open[s] = len(f.all)
		f.all = append(f.all, Episode{Stream: s, Lot: w.Lot, SinceMs: f.since[s], FirstMs: w.ToMs, Side: v.Side, Late: true})
		v.Known = 0
	}
	if v.Calm {
		f.since[s] = 0
	}
	if f.open[s] < 0 {
		return doing
	}
	e := &f.all[f.open[s]]
	e.LastMs, e.Now, e.Usual, e.Size = w.ToMs, v.Now, v.Usual, max(e.Size, v.Size)
	e.Items += v.Items - v.Known
	e.Late, e.Beside = e.Late && w.late(s), v.Beside
	if v.Inside {
		e.Over, f.open[s] = true, -1
	}
	return doing
}

// tooSoon tells whether a window before the start is held against too little to tell anything by; lots have their own rule.
func (f *followed) tooSoon(w Window) bool {
	return w.Lot == "" && f.start < 0 && w.FromMs-f.firstMs < enoughMs
}

// through follows windows in their order, of which the start-th is the first after the start, and calls seen (may be nil) from there on
// after each with all episodes so far.
func (f *followed) through(windows []Window, start int, seen func(window int, all []Episode)) {
	for i, w := range windows {
		f.judge(w, i >= start, func() []Window { return w.precedents(windows[:i]) })
		if i >= start && seen != nil {
			seen(i, f.all)
		}
	}
}

package monitor

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
	// Late: most of the newest window was told of long after it was measured.
	Late bool
}

const (
	// grown is by how much what is learned from has to have grown to learn anew.
	grown = 1.1
	// enoughBefore windows before the start teach enough: what follows changes nothing more.
	enoughBefore = 96
)

// follow judges windows from start on in their order and calls seen (may be nil) after each with all episodes so far. What lies
// before the start is learned from; where that is too little, the windows judged so far as well.
func follow(c course, windows []Window, start, streams int, seen func(window int, all []Episode)) []Episode {
	since := make([]int64, streams)
	open := make([]int, streams)
	for s := range open {
		open[s] = -1
	}
	var all []Episode
	learned := 0
	for i := start; i < len(windows); i++ {
		if i == start || start < enoughBefore && i < enoughBefore && float64(i) >= grown*float64(learned) {
			c.learn(i)
			learned = i
		}
		if windows[i].Fresh {
			c.restart()
		}
		for s := range streams {
			v, ok := c.judge(i, s)
			if !ok {
				continue
			}
			if since[s] == 0 {
				since[s] = windows[i].FromMs
			}
			if v.Side != 0 && open[s] < 0 {
				open[s] = len(all)
				all = append(all, Episode{Stream: s, Lot: windows[i].Lot, SinceMs: since[s], FirstMs: windows[i].ToMs, Side: v.Side})
			}
			if v.Calm {
				since[s] = 0
			}
			if open[s] < 0 {
				continue
			}
			e := &all[open[s]]
			e.LastMs, e.Now, e.Usual, e.Size = windows[i].ToMs, v.Now, v.Usual, max(e.Size, v.Size)
			e.Items += v.Items
			e.Late = windows[i].late(s)
			if v.Inside {
				e.Over, open[s] = true, -1
			}
		}
		if seen != nil {
			seen(i, all)
		}
	}
	return all
}

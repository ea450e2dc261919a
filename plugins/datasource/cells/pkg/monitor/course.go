package monitor

// course judges the streams of a group window by window.
type course interface {
	// learn is shown the windows before the next one, and what was told of places in them: a fault that lasts is nothing usual.
	learn(before []Window, told telling)
	// restart forgets what the streams did before.
	restart()
	// forget forgets what one place did before.
	forget(place int)
	// turn goes to the next window.
	turn(w Window)
	// judge is the verdict on a stream in the window turned to; ok is false where there is nothing to judge.
	judge(stream int) (v verdict, ok bool)
	// clone goes on by itself.
	clone() course
}

// resting is a course that need not keep the window that it turned to once all streams are judged: there are thousands of them.
type resting interface{ rest() }

// verdict on one stream in one window.
type verdict struct {
	// Side is the sign of the side on which it is beyond, 0 where it is not.
	Side int
	// Alone: the newest window is beyond by itself, whatever is remembered.
	Alone bool
	// Inside: nothing of it is beyond any more. Calm: it looks like the streams that nothing is wrong with.
	Inside, Calm bool
	// Size is how far it lies from what is usual, in σ.
	Size float64
	// Now is what it shows, Usual what it is held against, in units of what is judged.
	Now, Usual float64
	// Items are those behind it, Known of them were behind a verdict on the same lot before.
	Items, Known int
	// Beside is one more than the stream that it is not held against, as that departs as well; 0 where there is none.
	Beside int
	// Learning: there is none, for it is not known yet what is usual.
	Learning bool
}

// or is a verdict that another one of the same stream stands beside; what it shows is its own.
func (v verdict) or(other verdict) verdict {
	if v.Side == 0 {
		v.Side = other.Side
	}
	v.Inside, v.Calm, v.Size = v.Inside && other.Inside, v.Calm && other.Calm, max(v.Size, other.Size)
	return v
}

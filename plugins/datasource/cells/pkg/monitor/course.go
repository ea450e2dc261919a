package monitor

// course judges the streams of a group window by window.
type course interface {
	// learn is shown the windows before one: the first that is judged, and later ones while there was too little.
	learn(until int)
	// restart forgets what the streams did before.
	restart()
	// judge is the verdict on a stream in a window; ok is false where there is nothing to judge.
	judge(window, stream int) (v verdict, ok bool)
}

// verdict on one stream in one window.
type verdict struct {
	// Side is the sign of the side on which it is beyond, 0 where it is not.
	Side int
	// Inside: nothing of it is beyond any more. Calm: it looks like the streams that nothing is wrong with.
	Inside, Calm bool
	// Size is how far it lies from what is usual, in σ.
	Size float64
	// Now is what it shows, Usual what it is held against, in units of what is judged.
	Now, Usual float64
	// Items are those behind it.
	Items int
}

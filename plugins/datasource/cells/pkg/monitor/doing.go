package monitor

// Doing is what a monitor does by the newest window of its streams.
type Doing int

const (
	// Idle: too little was measured, by streams or by those that they are held against.
	Idle Doing = iota
	// Learning: it is not known yet what is usual.
	Learning
	// Judging: of one stream at least it said whether it departs.
	Judging
)

func doingOf(v verdict, ok bool) Doing {
	switch {
	case v.Learning:
		return Learning
	case ok:
		return Judging
	}
	return Idle
}

// Doing is what it does; before anything was measured it learns.
func (f *Follower) Doing() Doing {
	if f.followed.seen == 0 {
		return Learning
	}
	return f.followed.doing
}

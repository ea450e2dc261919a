package watch

import "time"

// owed is since when steps that may not be as they were read are not counted again, because there is no time; zero while they are.
type owed struct{ since time.Time }

func (o *owed) note(now time.Time, left bool) {
	switch {
	case !left:
		o.since = time.Time{}
	case o.since.IsZero():
		o.since = now
	}
}

// stands is for how long that has been so, where it is no matter of moments.
func (o *owed) stands(now time.Time) time.Duration {
	if o.since.IsZero() || now.Sub(o.since) < mostStanding {
		return 0
	}
	return now.Sub(o.since)
}

package watch

import (
	"testing"
	"time"
)

func TestReadingStandsWhenNothingWasReadForMinutesOrItIsNotWholeAfterHalfAnHour(t *testing.T) {
	var p progress
	start, chunks := time.UnixMilli(origin), 0
	for _, c := range []struct {
		minute int
		left   time.Duration
		read   int
		stands bool
	}{
		{0, 9 * time.Hour, 1, false},
		{2, 9 * time.Hour, 0, false},
		{3, 9 * time.Hour, 0, true},
		{4, 8 * time.Hour, 1, false},
		{6, 7 * time.Hour, 0, false}, // where nothing was measured nothing is read, and less is left
		{8, 7 * time.Hour, 0, false},
		{9, 7 * time.Hour, 0, true},
		{29, 6 * time.Hour, 1, false},
		{30, 5 * time.Hour, 1, true},
		{31, 0, 1, false},
		{61, 9 * time.Hour, 1, false}, // the plan was pushed
		{62, 8 * time.Hour, 1, false},
	} {
		now := start.Add(time.Duration(c.minute) * time.Minute)
		chunks += c.read
		if p.note(now, c.left, chunks); p.stands(now) != c.stands {
			t.Errorf("after %d minutes it stands: %v, want %v", c.minute, !c.stands, c.stands)
		}
	}
}

package yield

import (
	"strings"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/calendar"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// bucket cuts time as a site's calendar does.
type bucket struct {
	name   string
	length time.Duration // 0: shift, day or week
}

const (
	bucketShift = "shift"
	bucketDay   = "day"
	bucketWeek  = "week"
	// maxBuckets bounds the points of one series.
	maxBuckets = 2000
)

// parseBucket reads shift, day, week or a length such as 15m or 2h that divides a day; nil for none.
func parseBucket(text string) (*bucket, error) {
	switch text {
	case "":
		return nil, nil
	case bucketShift, bucketDay, bucketWeek:
		return &bucket{name: text}, nil
	}
	length, err := time.ParseDuration(text)
	if strings.Contains(text, "$") {
		return nil, source.Mistake("bucket still holds a variable: %q; alert rules and provisioned queries need the value itself", text)
	}
	if err != nil || length < time.Minute || length%time.Minute != 0 || 24*time.Hour%length != 0 {
		return nil, source.Mistake("bucket is %q; use shift, day, week, or a length that divides a day into whole minutes, such as 15m, 1h or 4h", text)
	}
	return &bucket{name: text, length: length}, nil
}

// around is the bucket of an instant. Buckets of an hour or less are equally long, also where clocks change; longer ones
// follow the clock on the wall, so that 8h are shifts on every day of the year.
func (b *bucket) around(c *calendar.Calendar, t time.Time) source.Range {
	switch b.name {
	case bucketShift:
		_, at := c.Shift(t)
		return source.Range(at)
	case bucketDay:
		return source.Range(c.Day(t))
	case bucketWeek:
		return source.Range(c.Week(t))
	}
	day := c.Day(t)
	if b.length <= time.Hour {
		from := day.From.Add(t.Sub(day.From) / b.length * b.length)
		return source.Range{From: from, To: earlier(from.Add(b.length), day.To)}
	}
	step := calendar.Clock(b.length / time.Minute)
	at := source.Range{From: day.From, To: day.To}
	for minutes := step; minutes < 24*60; minutes += step {
		edge := c.Into(day, minutes)
		if edge.After(t) {
			at.To = edge
			break
		}
		at.From = edge
	}
	return at
}

func earlier(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

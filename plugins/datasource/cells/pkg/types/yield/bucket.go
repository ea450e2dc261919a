package yield

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"

	_ "time/tzdata"
)

// a container of Grafana may have no time zones

// calendar is a site's: its clock, the start of its production day, its shifts.
type calendar struct {
	zone     *time.Location
	dayStart clock
	shifts   []shift
}

// clock is minutes since midnight on a wall clock.
type clock int

type shift struct {
	ID         string
	start, end clock
}

// parseCalendar reads the plan's setting calendar:<site>.
func parseCalendar(text string) (*calendar, error) {
	var raw struct {
		Timezone string `json:"timezone"`
		DayStart string `json:"day_start"`
		Shifts   []struct{ ID, Start, End string }
	}
	if err := json.Unmarshal([]byte(text), &raw); err != nil {
		return nil, fmt.Errorf("it is not JSON: %w", err)
	}
	zone, err := time.LoadLocation(raw.Timezone)
	if err != nil || raw.Timezone == "" {
		return nil, fmt.Errorf("%q is not a time zone", raw.Timezone)
	}
	c := &calendar{zone: zone}
	if raw.DayStart != "" {
		if c.dayStart, err = parseClock(raw.DayStart); err != nil {
			return nil, err
		}
	}
	for _, s := range raw.Shifts {
		start, err := parseClock(s.Start)
		if err != nil {
			return nil, err
		}
		end, err := parseClock(s.End)
		if err != nil {
			return nil, err
		}
		if end <= start {
			end += 24 * 60 // a night shift belongs to its start day
		}
		c.shifts = append(c.shifts, shift{s.ID, start, end})
	}
	slices.SortFunc(c.shifts, func(a, b shift) int { return int(a.start - b.start) })
	return c, nil
}

func parseClock(text string) (clock, error) {
	at, err := time.Parse("15:04", text)
	if err != nil {
		return 0, fmt.Errorf("%q is not a time of day", text)
	}
	return clock(at.Hour()*60 + at.Minute()), nil
}

// wall is the instant at which the site's clocks show a time on a date; minutes beyond a day are of the days after.
func (c *calendar) wall(date time.Time, at clock) time.Time {
	y, m, d := date.Date()
	return time.Date(y, m, d+int(at)/(24*60), 0, int(at)%(24*60), 0, 0, c.zone)
}

// day is the production day of an instant.
func (c *calendar) day(t time.Time) source.Range {
	date := t.In(c.zone)
	if c.wall(date, c.dayStart).After(t) {
		date = date.AddDate(0, 0, -1)
	}
	return source.Range{From: c.wall(date, c.dayStart), To: c.wall(date, c.dayStart+24*60)}
}

// week is the seven production days from Monday on.
func (c *calendar) week(t time.Time) source.Range {
	monday := c.day(t).From.In(c.zone)
	monday = monday.AddDate(0, 0, -(int(monday.Weekday())+6)%7)
	return source.Range{From: c.wall(monday, c.dayStart), To: c.wall(monday, c.dayStart+7*24*60)}
}

// shift is the shift of an instant; between shifts it is the pause, with an empty ID.
func (c *calendar) shift(t time.Time) (string, source.Range) {
	pause := c.day(t)
	for back := -2; back <= 2; back++ {
		date := t.In(c.zone).AddDate(0, 0, back)
		for _, s := range c.shifts {
			at := source.Range{From: c.wall(date, s.start), To: c.wall(date, s.end)}
			if !t.Before(at.From) && t.Before(at.To) {
				return s.ID, at
			}
			if !at.To.After(t) && at.To.After(pause.From) {
				pause.From = at.To
			}
			if at.From.After(t) && at.From.Before(pause.To) {
				pause.To = at.From
			}
		}
	}
	return "", pause
}

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
func (b *bucket) around(c *calendar, t time.Time) source.Range {
	switch b.name {
	case bucketShift:
		_, at := c.shift(t)
		return at
	case bucketDay:
		return c.day(t)
	case bucketWeek:
		return c.week(t)
	}
	day := c.day(t)
	if b.length <= time.Hour {
		from := day.From.Add(t.Sub(day.From) / b.length * b.length)
		return source.Range{From: from, To: earlier(from.Add(b.length), day.To)}
	}
	step := clock(b.length / time.Minute)
	at := source.Range{From: day.From, To: day.To}
	for minutes := step; minutes < 24*60; minutes += step {
		edge := c.wall(day.From.In(c.zone), c.dayStart+minutes)
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

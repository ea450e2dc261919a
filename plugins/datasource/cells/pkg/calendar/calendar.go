// Package calendar tells the production days, weeks and shifts of a site, and when it produces. Pure but for the zones that Go brings.
package calendar

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"
	_ "time/tzdata" // a container of Grafana may have no time zones
)

// Span is half open.
type Span struct{ From, To time.Time }

// Calendar is a site's: its clock, the start of its production day, its shifts and planned stops.
type Calendar struct {
	zone     *time.Location
	dayStart Clock
	shifts   []shift
	stops    []stop
}

// Clock is minutes since midnight on a wall clock.
type Clock int

type shift struct {
	ID         string
	start, end Clock
}

// Parse reads the plan's setting calendar:<site>.
func Parse(text string) (*Calendar, error) {
	var raw struct {
		Timezone string `json:"timezone"`
		DayStart string `json:"day_start"`
		Shifts   []struct{ ID, Start, End string }
		Stops    []rawStop `json:"planned_stops"`
	}
	if err := json.Unmarshal([]byte(text), &raw); err != nil {
		return nil, fmt.Errorf("it is not JSON: %w", err)
	}
	zone, err := time.LoadLocation(raw.Timezone)
	if err != nil || raw.Timezone == "" {
		return nil, fmt.Errorf("%q is not a time zone", raw.Timezone)
	}
	c := &Calendar{zone: zone}
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
	for _, raw := range raw.Stops {
		s, err := parseStop(raw)
		if err != nil {
			return nil, err
		}
		c.stops = append(c.stops, s)
	}
	slices.SortFunc(c.shifts, func(a, b shift) int { return int(a.start - b.start) })
	return c, nil
}

// UTC is the calendar of a site that states none.
func UTC() *Calendar { return &Calendar{zone: time.UTC} }

func parseClock(text string) (Clock, error) {
	at, err := time.Parse("15:04", text)
	if err != nil {
		return 0, fmt.Errorf("%q is not a time of day", text)
	}
	return Clock(at.Hour()*60 + at.Minute()), nil
}

// wall is the instant at which the site's clocks show a time on a date; minutes beyond a day are of the days after.
func (c *Calendar) wall(date time.Time, at Clock) time.Time {
	y, m, d := date.Date()
	return time.Date(y, m, d+int(at)/(24*60), 0, int(at)%(24*60), 0, 0, c.zone)
}

// Zone is that of the site.
func (c *Calendar) Zone() *time.Location { return c.zone }

// Day is the production day of an instant.
func (c *Calendar) Day(t time.Time) Span {
	date := t.In(c.zone)
	if c.wall(date, c.dayStart).After(t) {
		date = date.AddDate(0, 0, -1)
	}
	return Span{From: c.wall(date, c.dayStart), To: c.wall(date, c.dayStart+24*60)}
}

// Week is the seven production days from Monday on.
func (c *Calendar) Week(t time.Time) Span {
	monday := c.Day(t).From.In(c.zone)
	monday = monday.AddDate(0, 0, -(int(monday.Weekday())+6)%7)
	return Span{From: c.wall(monday, c.dayStart), To: c.wall(monday, c.dayStart+7*24*60)}
}

// Shift is the shift of an instant; between shifts it is the pause, with an empty ID.
func (c *Calendar) Shift(t time.Time) (string, Span) {
	pause := c.Day(t)
	for back := -2; back <= 2; back++ {
		date := t.In(c.zone).AddDate(0, 0, back)
		for _, s := range c.shifts {
			at := Span{From: c.wall(date, s.start), To: c.wall(date, s.end)}
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

// Into is the instant so many minutes on the wall clock into a production day.
func (c *Calendar) Into(day Span, minutes Clock) time.Time {
	return c.wall(day.From.In(c.zone), c.dayStart+minutes)
}

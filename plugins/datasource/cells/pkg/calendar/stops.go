package calendar

import (
	"fmt"
	"slices"
	"time"
)

// stop is a planned stop: on days of the week, or once.
type stop struct {
	days       []time.Weekday
	start, end Clock
	once       Span
}

// rawStop is one as the plan writes it.
type rawStop struct {
	Name, Start, End string
	Days             []string
	From, To         time.Time
}

var weekdays = []string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}

func parseStop(raw rawStop) (stop, error) {
	if len(raw.Days) == 0 {
		return stop{once: Span{From: raw.From, To: raw.To}}, nil
	}
	var s stop
	for _, day := range raw.Days {
		i := slices.Index(weekdays, day)
		if i < 0 {
			return s, fmt.Errorf("%q is not a day of the week", day)
		}
		s.days = append(s.days, time.Weekday(i))
	}
	var err error
	if s.start, err = parseClock(raw.Start); err != nil {
		return s, err
	}
	if s.end, err = parseClock(raw.End); err != nil {
		return s, err
	}
	if s.end <= s.start {
		s.end += 24 * 60 // over midnight it belongs to the day it starts on
	}
	return s, nil
}

// Produces is how much of a span the site produces: within its shifts, where it has some, and outside its planned stops.
func (c *Calendar) Produces(over Span) time.Duration {
	var sum time.Duration
	for at := over.From; at.Before(over.To); {
		id, shift := c.Shift(at)
		until := earlier(shift.To, over.To)
		stopped, next := c.stoppedAt(at)
		until = earlier(until, next)
		if !stopped && (id != "" || len(c.shifts) == 0) {
			sum += until.Sub(at)
		}
		at = until
	}
	return sum
}

// stoppedAt tells whether an instant lies in a planned stop, and when that may be otherwise: two days later at most.
func (c *Calendar) stoppedAt(t time.Time) (stopped bool, until time.Time) {
	until = t.AddDate(0, 0, 2)
	for _, span := range c.stopsAround(t) {
		switch {
		case !span.To.After(t):
		case span.From.After(t):
			until = earlier(until, span.From)
		default:
			stopped = true
			until = earlier(until, span.To)
		}
	}
	return stopped, until
}

// stopsAround are the stops that lie within two days of an instant, and those of single dates.
func (c *Calendar) stopsAround(t time.Time) []Span {
	var out []Span
	for _, s := range c.stops {
		if len(s.days) == 0 {
			out = append(out, s.once)
			continue
		}
		for back := -2; back <= 2; back++ {
			date := t.In(c.zone).AddDate(0, 0, back)
			if slices.Contains(s.days, date.Weekday()) {
				out = append(out, Span{From: c.wall(date, s.start), To: c.wall(date, s.end)})
			}
		}
	}
	return out
}

func earlier(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

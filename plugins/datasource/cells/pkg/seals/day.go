package seals

import (
	"strings"
	"time"
)

// Day is a UTC day, as 2026-03-10.
type Day string

// DayOf is the day of a moment.
func DayOf(at time.Time) Day { return Day(at.UTC().Format(time.DateOnly)) }

// ParseDay reads a day.
func ParseDay(text string) (Day, bool) {
	_, err := time.Parse(time.DateOnly, text)
	return Day(text), err == nil
}

// Due is the last day that can be sealed at a moment.
func Due(now time.Time) Day { return DayOf(now.Add(-Margin - day)) }

// Bounds are its begin and its end, which is the begin of the next.
func (d Day) Bounds() (from, to time.Time) {
	from, _ = time.Parse(time.DateOnly, string(d))
	return from, from.Add(day)
}

// Add is the day so many days later.
func (d Day) Add(days int) Day {
	from, _ := d.Bounds()
	return DayOf(from.AddDate(0, 0, days))
}

func compare(a, b Day) int { return strings.Compare(string(a), string(b)) }

package yield

import (
	"fmt"
	"testing"
	"time"
)

// Clocks that change by an hour, by half an hour, at the start of the production day, and never; shifts with and without
// pauses.
var siteClocks = []string{
	`{"timezone":"Europe/Berlin","day_start":"06:00","shifts":[{"id":"A","start":"06:00","end":"14:00"},{"id":"B","start":"14:00","end":"22:00"},{"id":"C","start":"22:00","end":"06:00"}]}`,
	`{"timezone":"Australia/Lord_Howe","day_start":"05:30","shifts":[{"id":"D","start":"05:30","end":"17:30"},{"id":"N","start":"17:30","end":"05:30"}]}`,
	`{"timezone":"America/New_York","day_start":"02:30","shifts":[{"id":"early","start":"02:30","end":"10:00"},{"id":"late","start":"12:00","end":"20:00"}]}`,
	`{"timezone":"Asia/Kolkata"}`,
}

func TestBucketsCutAYearWithoutGapsAndOverlaps(t *testing.T) {
	for _, clock := range siteClocks {
		for _, name := range []string{"shift", "day", "week", "7m12s", "15m", "1h", "90m", "2h", "8h", "24h"} {
			b, err := parseBucket(name)
			if name == "7m12s" {
				if err == nil {
					t.Errorf("%s divides a day, but not into whole minutes", name)
				}
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			c, err := parseCalendar(clock)
			if err != nil {
				t.Fatal(err)
			}
			t.Run(fmt.Sprint(c.zone, " ", name), func(t *testing.T) { checkYear(t, b, c) })
		}
	}
}

func checkYear(t *testing.T, b *bucket, c *calendar) {
	at := b.around(c, time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC))
	for n := 0; at.From.Year() < 2027; n++ {
		if !at.From.Before(at.To) {
			t.Fatalf("bucket %v to %v is empty", at.From.In(c.zone), at.To.In(c.zone))
		}
		for _, moment := range []time.Time{at.From, at.From.Add(at.To.Sub(at.From) / 2), at.To.Add(-time.Nanosecond)} {
			if again := b.around(c, moment); !again.From.Equal(at.From) || !again.To.Equal(at.To) {
				t.Fatalf("%v lies in %v to %v, and in %v to %v", moment, at.From, at.To, again.From, again.To)
			}
		}
		if length := at.To.Sub(at.From); b.length > 0 && b.length <= time.Hour && length > b.length {
			t.Fatalf("bucket %v is %v long", at.From, length)
		}
		next := b.around(c, at.To)
		if !next.From.Equal(at.To) {
			t.Fatalf("after %v comes %v", at.To, next.From)
		}
		at = next
	}
}

func TestShiftsKeepTheirHoursAllYear(t *testing.T) {
	c, err := parseCalendar(siteClocks[0])
	if err != nil {
		t.Fatal(err)
	}
	for hour := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC); hour.Year() < 2027; hour = hour.Add(time.Hour) {
		local := hour.In(c.zone).Hour()
		want := "C"
		if local >= 6 && local < 14 {
			want = "A"
		} else if local >= 14 && local < 22 {
			want = "B"
		}
		if got, _ := c.shift(hour); got != want {
			t.Fatalf("%v is in shift %q, want %s", hour.In(c.zone), got, want)
		}
	}
}

func TestAPauseBetweenShiftsIsABucketWithoutAShift(t *testing.T) {
	c, err := parseCalendar(siteClocks[2])
	if err != nil {
		t.Fatal(err)
	}
	id, at := c.shift(time.Date(2026, 6, 1, 15, 30, 0, 0, time.UTC))
	if id != "" || at.From.In(c.zone).Format("15:04") != "10:00" || at.To.In(c.zone).Format("15:04") != "12:00" {
		t.Errorf("11:30 is in %q from %v to %v", id, at.From.In(c.zone), at.To.In(c.zone))
	}
}

func TestACalendarThatCannotBeReadSaysWhy(t *testing.T) {
	for _, text := range []string{`{`, `{"timezone":""}`, `{"timezone":"Mars/Olympus"}`, `{"timezone":"UTC","day_start":"25:00"}`, `{"timezone":"UTC","shifts":[{"id":"A","start":"6","end":"14:00"}]}`} {
		if _, err := parseCalendar(text); err == nil {
			t.Errorf("%s was read", text)
		}
	}
}

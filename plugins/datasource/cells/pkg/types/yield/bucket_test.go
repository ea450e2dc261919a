package yield

import (
	"fmt"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/calendar"
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
			c, err := calendar.Parse(clock)
			if err != nil {
				t.Fatal(err)
			}
			t.Run(fmt.Sprint(c.Zone(), " ", name), func(t *testing.T) { checkYear(t, b, c) })
		}
	}
}

func checkYear(t *testing.T, b *bucket, c *calendar.Calendar) {
	at := b.around(c, time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC))
	for n := 0; at.From.Year() < 2027; n++ {
		if !at.From.Before(at.To) {
			t.Fatalf("bucket %v to %v is empty", at.From.In(c.Zone()), at.To.In(c.Zone()))
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

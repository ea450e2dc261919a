package calendar_test

import (
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/calendar"
)

func TestShiftsKeepTheirHoursAllYear(t *testing.T) {
	c, err := calendar.Parse(`{"timezone":"Europe/Berlin","day_start":"06:00","shifts":[{"id":"A","start":"06:00","end":"14:00"},{"id":"B","start":"14:00","end":"22:00"},{"id":"C","start":"22:00","end":"06:00"}]}`)
	if err != nil {
		t.Fatal(err)
	}
	for hour := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC); hour.Year() < 2027; hour = hour.Add(time.Hour) {
		local := hour.In(c.Zone()).Hour()
		want := "C"
		if local >= 6 && local < 14 {
			want = "A"
		} else if local >= 14 && local < 22 {
			want = "B"
		}
		if got, _ := c.Shift(hour); got != want {
			t.Fatalf("%v is in shift %q, want %s", hour.In(c.Zone()), got, want)
		}
	}
}

func TestAPauseBetweenShiftsIsABucketWithoutAShift(t *testing.T) {
	c, err := calendar.Parse(`{"timezone":"America/New_York","day_start":"02:30","shifts":[{"id":"early","start":"02:30","end":"10:00"},{"id":"late","start":"12:00","end":"20:00"}]}`)
	if err != nil {
		t.Fatal(err)
	}
	id, at := c.Shift(time.Date(2026, 6, 1, 15, 30, 0, 0, time.UTC))
	if id != "" || at.From.In(c.Zone()).Format("15:04") != "10:00" || at.To.In(c.Zone()).Format("15:04") != "12:00" {
		t.Errorf("11:30 is in %q from %v to %v", id, at.From.In(c.Zone()), at.To.In(c.Zone()))
	}
}

func TestACalendarThatCannotBeReadSaysWhy(t *testing.T) {
	for _, text := range []string{`{`, `{"timezone":""}`, `{"timezone":"Mars/Olympus"}`, `{"timezone":"UTC","day_start":"25:00"}`, `{"timezone":"UTC","shifts":[{"id":"A","start":"6","end":"14:00"}]}`,
		`{"timezone":"UTC","planned_stops":[{"days":["someday"],"start":"06:00","end":"07:00"}]}`} {
		if _, err := calendar.Parse(text); err == nil {
			t.Errorf("%s was read", text)
		}
	}
}

func TestASiteProducesInItsShiftsAndOutsideItsPlannedStops(t *testing.T) {
	c, err := calendar.Parse(`{"timezone":"Europe/Berlin","day_start":"06:00","shifts":[{"id":"A","start":"06:00","end":"14:00"},{"id":"B","start":"14:00","end":"22:00"}],
		"planned_stops":[{"name":"lunch","days":["mon","tue"],"start":"11:30","end":"12:00"},{"name":"night","days":["tue"],"start":"21:00","end":"07:00"},
		{"name":"fire drill","from":"2026-06-04T09:00:00+02:00","to":"2026-06-04T10:15:00+02:00"}]}`)
	if err != nil {
		t.Fatal(err)
	}
	local := func(day, hour, minute int) time.Time { return time.Date(2026, 6, day, hour, minute, 0, 0, c.Zone()) }
	for _, of := range []struct {
		what     string
		from, to time.Time
		want     time.Duration
	}{
		{"Monday's lunch", local(1, 11, 0), local(1, 12, 30), time.Hour},
		{"during lunch", local(1, 11, 35), local(1, 11, 55), 0},
		{"Wednesday has none", local(3, 11, 0), local(3, 12, 30), 90 * time.Minute},
		{"between shifts", local(1, 21, 0), local(2, 7, 0), 2 * time.Hour},
		{"a stop over midnight", local(2, 20, 0), local(3, 8, 0), 2 * time.Hour},
		{"once", local(4, 8, 0), local(4, 11, 0), 105 * time.Minute},
		{"a week", local(1, 0, 0), local(8, 0, 0), 7*16*time.Hour - 2*30*time.Minute - 2*time.Hour - 75*time.Minute},
		{"nothing", local(1, 9, 0), local(1, 9, 0), 0},
	} {
		if got := c.Produces(calendar.Span{From: of.from, To: of.to}); got != of.want {
			t.Errorf("%s: %v, want %v", of.what, got, of.want)
		}
	}
}

func TestASiteWithoutShiftsAlwaysProducesAlsoWhenItsClockChanges(t *testing.T) {
	c, err := calendar.Parse(`{"timezone":"Europe/Berlin"}`)
	if err != nil {
		t.Fatal(err)
	}
	from := time.Date(2026, 3, 28, 12, 0, 0, 0, time.UTC)
	if got := c.Produces(calendar.Span{From: from, To: from.Add(48 * time.Hour)}); got != 48*time.Hour {
		t.Errorf("got %v of 48 hours", got)
	}
}

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
	for _, text := range []string{`{`, `{"timezone":""}`, `{"timezone":"Mars/Olympus"}`, `{"timezone":"UTC","day_start":"25:00"}`, `{"timezone":"UTC","shifts":[{"id":"A","start":"6","end":"14:00"}]}`} {
		if _, err := calendar.Parse(text); err == nil {
			t.Errorf("%s was read", text)
		}
	}
}

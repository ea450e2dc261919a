package control_test

import (
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
)

func TestMonitorsStartADayOfProductionBackNotADayOfTheCalendar(t *testing.T) {
	const (
		everyDay  = `{"timezone":"UTC","day_start":"06:00","planned_stops":[{"name":"maintenance","days":["sun"],"start":"06:00","end":"08:00"}]}`
		weekdays  = `{"timezone":"UTC","day_start":"06:00","planned_stops":[{"name":"weekend","days":["sat","sun"],"start":"06:00","end":"06:00"}]}`
		oneShift  = `{"timezone":"UTC","day_start":"06:00","shifts":[{"id":"A","start":"06:00","end":"14:00"}]}`
		neverRuns = `{"timezone":"UTC","planned_stops":[{"name":"closed","from":"2026-01-01T00:00:00Z","to":"2027-01-01T00:00:00Z"}]}`
	)
	for what, c := range map[string]struct{ calendar, at, start string }{
		"a line that runs every day":                   {everyDay, "2026-11-25T15:00:00Z", "2026-11-24T06:00:00Z"},
		"after a day with two hours of maintenance":    {everyDay, "2026-11-30T15:00:00Z", "2026-11-29T06:00:00Z"},
		"on the Sunday of a weekend without work":      {weekdays, "2026-11-29T15:00:00Z", "2026-11-27T06:00:00Z"},
		"on the Monday after it":                       {weekdays, "2026-11-30T15:00:00Z", "2026-11-27T06:00:00Z"},
		"on the Tuesday after it":                      {weekdays, "2026-12-01T15:00:00Z", "2026-11-30T06:00:00Z"},
		"a line of one shift a day":                    {oneShift, "2026-11-26T15:00:00Z", "2026-11-23T06:00:00Z"},
		"a plant that is closed is looked through for": {neverRuns, "2026-11-26T15:00:00Z", "2026-11-12T00:00:00Z"},
	} {
		at, err := time.Parse(time.RFC3339, c.at)
		if err != nil {
			t.Fatal(err)
		}
		p := planOf(t, setting("calendar:de1", c.calendar))
		stretch, _ := control.StretchAt(p, "de1", at.UnixMilli())
		if got := time.UnixMilli(stretch.StartMs).UTC().Format(time.RFC3339); got != c.start {
			t.Errorf("%s: monitors start at %s, want %s", what, got, c.start)
		}
		if learned := time.Duration(stretch.StartMs-stretch.FromMs) * time.Millisecond; learned != control.Learned {
			t.Errorf("%s: %s are learned from", what, learned)
		}
	}
}

package control

import (
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/calendar"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
)

// Learned is how long before they start monitors learn what is usual.
const Learned = 7 * 24 * time.Hour

const (
	// leastProduced is how long the days before this one produce from which monitors start: a day less its planned stops.
	leastProduced = 20 * time.Hour
	// mostDaysBack bounds how far these may lie back over days without production.
	mostDaysBack = 14
)

// StretchAt is what the monitors of a site look at to tell what is wrong at a moment (Unix ms): this production day and the one
// before it, or as many as produce for a day, so that a weekend ends nothing and whoever asks during a day sees them start at the same
// window. They learn from the days before. The production day is given beside it.
func StretchAt(p *plan.Plan, site string, ms int64) (monitor.Stretch, calendar.Span) {
	at := time.UnixMilli(ms)
	c, err := calendar.Parse(p.Setting("calendar:"+site, max(at.UnixNano(), p.Begin)))
	if err != nil {
		c = calendar.UTC()
	}
	today := c.Day(at)
	before := c.Day(today.From.Add(-time.Nanosecond))
	for days, produced := 1, c.Produces(before); days < mostDaysBack && produced < leastProduced; days++ {
		before = c.Day(before.From.Add(-time.Nanosecond))
		produced += c.Produces(before)
	}
	from := before.From.Add(-Learned)
	out := monitor.Stretch{FromMs: from.UnixMilli(), StartMs: before.From.UnixMilli(), ToMs: ms}
	for day := c.Day(from); !day.From.After(at); day = c.Day(day.To) {
		out.Cuts = append(out.Cuts, day.From.UnixMilli())
	}
	return out, today
}

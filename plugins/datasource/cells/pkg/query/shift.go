package query

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/calendar"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// within is what a query asks about in place of its time range.
type within struct {
	Shift   string          `json:"shift"` // one of vocabulary.ShiftChoices; "": the range
	Filters []source.Filter `json:"filters"`
}

func parseWithin(raw json.RawMessage) (within, error) {
	var w within
	if err := Decode(raw, &w); err != nil {
		return w, err
	}
	if w.Shift != "" && !slices.Contains(vocabulary.ShiftChoices, w.Shift) {
		return w, source.Mistake("shift %q is unknown; use one of %s", w.Shift, strings.Join(vocabulary.ShiftChoices, ", "))
	}
	return w, nil
}

// take gives a run the shift that is asked about: of the site that the filters leave, of several of the first, if theirs begin and end alike.
// The current one ends now.
func (w within) take(ctx context.Context, run *source.Run) error {
	if w.Shift == "" {
		return nil
	}
	p, err := run.Plan(ctx)
	if err != nil {
		return err
	}
	filters, err := source.CompileFilters(w.Filters)
	if err != nil {
		return err
	}
	now := run.Now()
	var spans []calendar.Span
	var sites []string
	for _, site := range run.PlannedSites(p) {
		if filters.MatchPlace(map[string]string{"site": site.ID}) {
			c, err := calendar.Parse(p.Setting("calendar:"+site.ID, max(now.UnixNano(), p.Begin)))
			if err != nil {
				return source.Mistake("the plan has no calendar of site %s that could be read (%s): shifts are unknown; give it one, or ask without a shift", site.ID, err)
			}
			spans, sites = append(spans, shiftOf(c, w.Shift, now)), append(sites, site.ID)
		}
	}
	if len(spans) == 0 {
		return source.Mistake("the plan has no site that the filters leave: shifts are unknown")
	}
	if slices.ContainsFunc(spans, func(s calendar.Span) bool { return !s.From.Equal(spans[0].From) || !s.To.Equal(spans[0].To) }) {
		run.Warn("The shifts of sites %s begin at different moments; those of %s are taken. Choose one site.", strings.Join(sites, ", "), sites[0])
	}
	run.Range = source.Range(spans[0])
	if run.Range.To.After(now) {
		run.Range.To = now
	}
	return nil
}

// longestPause is how far back the last shift is looked for: over a holiday.
const longestPause = 30

// shiftOf is the shift of a moment, or the last before it that had a name; where the calendar names none, production days stand for them.
func shiftOf(c *calendar.Calendar, choice string, now time.Time) calendar.Span {
	_, current := c.Shift(now)
	if choice == vocabulary.ShiftChoiceCurrent {
		return current
	}
	_, last := c.Shift(current.From.Add(-time.Nanosecond))
	for before, n := last, 0; n < longestPause; n++ {
		if id, at := c.Shift(before.From); id != "" {
			return at
		}
		_, before = c.Shift(before.From.Add(-time.Nanosecond))
	}
	return last
}

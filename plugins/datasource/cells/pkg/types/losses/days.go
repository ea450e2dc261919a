package losses

import (
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/calendar"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/loss"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// days are the calendars of the sites; of all together that of the first stands.
type days struct {
	sites map[string]*calendar.Calendar
	first *calendar.Calendar
}

func (s *search) calendars() days {
	out := days{map[string]*calendar.Calendar{}, calendar.UTC()}
	var starts []time.Time
	for i, site := range s.PlannedSites(s.plan) {
		text := s.plan.Setting("calendar:"+site.ID, s.ns)
		c, err := calendar.Parse(text)
		if err != nil {
			c = calendar.UTC()
		}
		if err != nil && text != "" {
			s.Warn("The calendar of site %s in the control plan cannot be read (%s); push the plan again.", site.ID, err)
		}
		if out.sites[site.ID] = c; i == 0 {
			out.first = c
		}
		if s.query.filters.MatchPlace(map[string]string{"site": site.ID}) {
			starts = append(starts, c.Day(s.over.To).From)
		}
	}
	if s.bucket() != nil && slices.ContainsFunc(starts, func(t time.Time) bool { return !t.Equal(starts[0]) }) {
		s.Warn("The days of the sites begin at different moments; those of the first are told. Choose a site.")
	}
	return out
}

func (d days) of(site string) *calendar.Calendar {
	if c := d.sites[site]; c != nil {
		return c
	}
	return d.first
}

// shift is the shift in which an episode began.
func (d days) shift(e *loss.Episode) string {
	id, _ := d.of(e.Site).Shift(time.UnixMilli(e.FromMs))
	return id
}

// when is a moment (Unix ms) as people write it at the first site.
func (d days) when(ms int64) string {
	return time.UnixMilli(ms).In(d.first.Zone()).Format("2006-01-02 15:04")
}

// bucket cuts time where episodes are summed by it; nil where they are not.
func (s *search) bucket() func(c *calendar.Calendar, t time.Time) calendar.Span {
	switch s.query.By {
	case vocabulary.LossByDay:
		return (*calendar.Calendar).Day
	case vocabulary.LossByWeek:
		return (*calendar.Calendar).Week
	}
	return nil
}

// mostDays bounds the days or weeks of an answer.
const mostDays = 1000

// wholeDays widens the range to the days or weeks that it begins and ends in, up to now.
func (s *search) wholeDays() error {
	bucket := s.bucket()
	if bucket == nil {
		return nil
	}
	if n := s.over.To.Sub(s.over.From) / (24 * time.Hour); n > mostDays {
		return source.Mistake("this time range has %d days, more than the %d of an answer; choose a shorter one", n, mostDays)
	}
	s.over.From = bucket(s.days.first, s.over.From).From
	if end := bucket(s.days.first, s.over.To.Add(-time.Nanosecond)).To; end.Before(s.Now()) {
		s.over.To = end
	} else {
		s.over.To = s.Now()
	}
	return nil
}

// buckets are the days or weeks of the range.
func (s *search) buckets() (out []calendar.Span) {
	for t := s.over.From; t.Before(s.over.To); {
		at := s.bucket()(s.days.first, t)
		out = append(out, at)
		t = at.To
	}
	return out
}

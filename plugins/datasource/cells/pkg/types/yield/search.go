package yield

import (
	"slices"
	"strings"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/calendar"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// search is one search for yield: what holds for all stations.
type search struct {
	*source.Run
	query *Query
	plan  *plan.Plan
	over  source.Range // whole buckets

	machines  map[string][]map[string]string // the places of a station's equipment in the plan
	calendars map[string]*calendar.Calendar  // by site; empty unless something is cut by them
}

// station is a station to read; row is nil for one that the plan does not know.
type station struct {
	name string
	row  *plan.Row
}

func newSearch(q *Query, run *source.Run, p *plan.Plan) (*search, error) {
	s := &search{Run: run, query: q, plan: p, over: run.Range, machines: map[string][]map[string]string{}, calendars: map[string]*calendar.Calendar{}}
	for _, site := range run.PlannedSites(p) {
		for _, m := range run.PlannedEquipment(p, source.Scope{Sites: []string{site.ID}}) {
			s.machines[m.Station] = append(s.machines[m.Station], map[string]string{"site": site.ID, "line": m.Line, "equipment": m.ID})
		}
		if q.bucket != nil || slices.Contains(q.By, "shift") {
			s.readCalendar(site.ID)
		}
	}
	if q.bucket == nil {
		return s, nil
	}
	if len(s.calendars) == 0 {
		return nil, source.Mistake("buckets follow a site's calendar, and the control plan in database %s has none; run npm run plan:push", run.Databases.Record)
	}
	s.tellOfSites()
	return s, s.wholeBuckets()
}

// tellOfSites warns of sums over sites whose days are not the same.
func (s *search) tellOfSites() {
	if slices.Contains(s.query.By, "site") {
		return
	}
	var sites, starts []string
	for site, c := range s.calendars {
		if s.query.filters.MatchPlace(map[string]string{"site": site}) {
			sites = append(sites, site)
			starts = append(starts, c.Day(s.Range.To).From.UTC().String())
		}
	}
	slices.Sort(sites)
	slices.Sort(starts)
	if len(slices.Compact(starts)) > 1 {
		s.Warn("The days of sites %s begin at different moments, and so do their buckets; add site to by.", strings.Join(sites, ", "))
	}
}

func (s *search) readCalendar(site string) {
	text := s.plan.Setting("calendar:"+site, s.Range.To.UnixNano())
	if text == "" {
		return
	}
	c, err := calendar.Parse(text)
	if err != nil {
		s.Warn("The calendar of site %s in the control plan cannot be read (%s); push the plan again.", site, err)
		return
	}
	s.calendars[site] = c
}

// wholeBuckets widens the range to the buckets it begins and ends in: a point must not change because the range moves on.
func (s *search) wholeBuckets() error {
	last := s.Range.To.Add(-time.Nanosecond)
	for _, c := range s.calendars {
		first := s.query.bucket.around(c, s.Range.From)
		if n := s.Range.To.Sub(s.Range.From) / first.To.Sub(first.From); n > maxBuckets {
			return source.Mistake("%s of %s are %d points a series, more than %d; choose a longer bucket or a shorter range",
				s.Range.To.Sub(s.Range.From).Round(time.Minute), s.query.Bucket, n, maxBuckets)
		}
		if first.From.Before(s.over.From) {
			s.over.From = first.From
		}
		if end := s.query.bucket.around(c, last).To; end.After(s.over.To) {
			s.over.To = end
		}
	}
	return nil
}

// stations are those asked for that the filters leave; without a choice, those of the plan.
func (s *search) stations() []station {
	planned := s.plan.StationsAt(s.Range.To.UnixNano())
	var out []station
	for _, row := range planned {
		if len(s.query.Stations) == 0 || slices.Contains(s.query.Stations, row.Station) {
			out = append(out, station{row.Station, row})
		}
	}
	for _, name := range s.query.Stations {
		if !slices.ContainsFunc(planned, func(row *plan.Row) bool { return row.Station == name }) {
			s.Warn("Station %s is not in the control plan: what is out of spec is not known there.", name)
			out = append(out, station{name: name})
		}
	}
	return slices.DeleteFunc(out, func(station station) bool {
		return !s.query.filters.For(station.name).MatchPlace(map[string]string{"station": station.name}) ||
			station.row != nil && s.standsNowhere(station.name)
	})
}

// standsNowhere tells that the plan has machines of a station, and the filters leave none of them.
func (s *search) standsNowhere(station string) bool {
	return len(s.machines[station]) > 0 && len(s.places(station)) == 0
}

// places are those of a station's machines that the filters leave.
func (s *search) places(station string) []map[string]string {
	filters := s.query.filters.For(station)
	return slices.DeleteFunc(slices.Clone(s.machines[station]), func(m map[string]string) bool { return !filters.MatchPlace(m) })
}

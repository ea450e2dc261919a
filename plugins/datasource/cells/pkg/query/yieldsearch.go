package query

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
)

// yieldSearch is one search for yield: what holds for all stations.
type yieldSearch struct {
	*Run
	query *yieldQuery
	plan  *Plan
	over  Range // whole buckets

	machines  map[string][]map[string]string // the places of a station's equipment in the plan
	calendars map[string]*calendar           // by site; empty unless something is cut by them
}

// yieldStation is a station to read; row is nil for one that the plan does not know.
type yieldStation struct {
	name string
	row  *plan.Row
}

func newYieldSearch(q *yieldQuery, run *Run, p *Plan) (*yieldSearch, error) {
	s := &yieldSearch{Run: run, query: q, plan: p, over: run.Range, machines: map[string][]map[string]string{}, calendars: map[string]*calendar{}}
	for _, site := range run.plannedSites(p) {
		for _, m := range run.plannedEquipment(p, Scope{Sites: []string{site.ID}}) {
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
		return nil, userErrorf("buckets follow a site's calendar, and the control plan in database %s has none; run npm run plan:push", run.Databases.Record)
	}
	s.tellOfSites()
	return s, s.wholeBuckets()
}

// tellOfSites warns of sums over sites whose days are not the same.
func (s *yieldSearch) tellOfSites() {
	if slices.Contains(s.query.By, "site") {
		return
	}
	var sites, starts []string
	for site, c := range s.calendars {
		if s.query.filters.matchPlace(map[string]string{"site": site}) {
			sites = append(sites, site)
			starts = append(starts, c.day(s.Range.To).From.UTC().String())
		}
	}
	slices.Sort(sites)
	slices.Sort(starts)
	if len(slices.Compact(starts)) > 1 {
		s.Warn("The days of sites %s begin at different moments, and so do their buckets; add site to by.", strings.Join(sites, ", "))
	}
}

func (s *yieldSearch) readCalendar(site string) {
	text := s.plan.Setting("calendar:"+site, s.Range.To.UnixNano())
	if text == "" {
		return
	}
	c, err := parseCalendar(text)
	if err != nil {
		s.Warn("The calendar of site %s in the control plan cannot be read (%s); push the plan again.", site, err)
		return
	}
	s.calendars[site] = c
}

// wholeBuckets widens the range to the buckets it begins and ends in: a point must not change because the range moves on.
func (s *yieldSearch) wholeBuckets() error {
	last := s.Range.To.Add(-time.Nanosecond)
	for _, c := range s.calendars {
		first := s.query.bucket.around(c, s.Range.From)
		if n := s.Range.To.Sub(s.Range.From) / first.To.Sub(first.From); n > maxBuckets {
			return userErrorf("%s of %s are %d points a series, more than %d; choose a longer bucket or a shorter range",
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

// find counts every station; groups come in the order of the route.
func (s *yieldSearch) find(ctx context.Context) ([]*yieldGroup, error) {
	stations := s.stations()
	found := make([]*yieldCount, len(stations))
	var run []func() error
	gate := make(chan struct{}, parallelStations)
	for i, station := range stations {
		run = append(run, func() error {
			gate <- struct{}{}
			defer func() { <-gate }()
			var err error
			found[i], err = s.count(ctx, station)
			return err
		})
	}
	if err := s.together(run...); err != nil {
		return nil, err
	}
	var groups []*yieldGroup
	for _, count := range found {
		groups = append(groups, count.sorted()...)
	}
	if s.query.Rolled {
		groups = append(groups, rolled(groups)...)
	}
	return groups, nil
}

// stations are those asked for that the filters leave; without a choice, those of the plan.
func (s *yieldSearch) stations() []yieldStation {
	planned := s.plan.StationsAt(s.Range.To.UnixNano())
	var out []yieldStation
	for _, row := range planned {
		if len(s.query.Stations) == 0 || slices.Contains(s.query.Stations, row.Station) {
			out = append(out, yieldStation{row.Station, row})
		}
	}
	for _, name := range s.query.Stations {
		if !slices.ContainsFunc(planned, func(row *plan.Row) bool { return row.Station == name }) {
			s.Warn("Station %s is not in the control plan: what is out of spec is not known there.", name)
			out = append(out, yieldStation{name: name})
		}
	}
	return slices.DeleteFunc(out, func(station yieldStation) bool {
		return !s.query.filters.For(station.name).matchPlace(map[string]string{"station": station.name}) ||
			station.row != nil && s.standsNowhere(station.name)
	})
}

// standsNowhere tells that the plan has machines of a station, and the filters leave none of them.
func (s *yieldSearch) standsNowhere(station string) bool {
	return len(s.machines[station]) > 0 && len(s.places(station)) == 0
}

// places are those of a station's machines that the filters leave.
func (s *yieldSearch) places(station string) []map[string]string {
	filters := s.query.filters.For(station)
	return slices.DeleteFunc(slices.Clone(s.machines[station]), func(m map[string]string) bool { return !filters.matchPlace(m) })
}

// matchPlace applies those filters whose keys a place has.
func (fs Filters) matchPlace(place map[string]string) bool {
	return !slices.ContainsFunc(fs, func(f compiledFilter) bool {
		value, has := place[f.Key]
		return has && f.compare(value, notANumber) == f.negative
	})
}

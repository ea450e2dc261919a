package yield

import (
	"context"
	"slices"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/retest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// yieldCount counts the visits of one station into groups.
type yieldCount struct {
	search  *search
	station station
	rows    *table.Table
	judged  *control.Findings
	limited bool // some characteristic with spec limits has values
	match   func(row int) bool
	groups  map[string]*yieldGroup
	groupOf func(row int) *yieldGroup

	verdicts, reported *table.Column
}

// count reads a station's visits in production and counts them.
func (s *search) count(ctx context.Context, station station) (*yieldCount, error) {
	c := &yieldCount{search: s, station: station, groups: map[string]*yieldGroup{}}
	fields, err := s.Fields(ctx, s.Databases.Visits, station.name)
	if err != nil {
		return nil, err
	}
	if len(fields) > 0 || len(s.query.Stations) > 0 {
		filters := s.query.filters.For(station.name)
		// The first visit of a cell decides its group, so it must not be filtered away before it is known.
		held := slices.DeleteFunc(slices.Clone(filters), func(f source.CompiledFilter) bool { return !slices.Contains(heldByCells, f.Key) })
		planned := s.planned(station, fields)
		characteristics := plan.NamesOf(planned)
		columns := slices.Concat([]string{"site", "verdict", "verdict_reported"}, s.query.By, filters.Keys(), characteristics, s.specKeys(station, characteristics))
		if c.rows, err = s.Visits(ctx, source.VisitRead{
			Station: station.name, Columns: slices.DeleteFunc(columns, func(name string) bool { return name == "station" }),
			Ranges: []source.Range{s.over}, Choice: retest.All, RunTypes: []string{vocabulary.RunTypeProduction}, Filters: held,
		}); err != nil {
			return nil, err
		}
		c.match = slices.DeleteFunc(slices.Clone(filters), func(f source.CompiledFilter) bool { return f.Key == "station" }).Match(c.rows)
		c.judged = control.FindingsOf(s.plan, station.row, c.rows, planned, nil)
		c.limited = slices.ContainsFunc(planned, func(row *plan.Row) bool {
			return limited(s.plan, row) && visit.NumbersOf(c.rows, row.Characteristic) != nil
		})
		c.groupOf = c.grouping()
		c.verdicts, c.reported = c.rows.Column("verdict"), c.rows.Column("verdict_reported")
		c.all()
	}
	c.silentPlaces()
	return c, nil
}

// heldByCells are the attributes a cell keeps through all its visits to a station.
var heldByCells = []string{"site", "line", visit.IDColumn}

// all counts every visit, and every cell at its first.
func (c *yieldCount) all() {
	number, source, at := c.rows.Column("visit"), c.rows.Column("source_ms"), c.rows.Column("time")
	decide := c.decide()
	units, revisited := c.units()
	for row := range c.rows.Len() {
		if c.match(row) {
			if g := c.groupOf(row); g != nil {
				g.visits++
				g.lastSeen = max(g.lastSeen, visit.SourceMs(source, at, row))
			}
		}
	}
	for _, rows := range units {
		slices.SortStableFunc(rows, func(a, b int) int { return int(visit.Number(number, a) - visit.Number(number, b)) })
		if revisited && visit.Number(number, rows[0]) > 1 {
			continue // its first visit lies before the range
		}
		verdicts := c.said(rows)
		first := retest.FirstJudged(verdicts)
		if g := c.groupOf(rows[first]); g != nil && c.match(rows[first]) {
			var of []control.Finding
			for i, row := range rows {
				found := c.judged.Row(row)
				if i == first {
					of = found
				}
				verdicts[i] = control.Passed(verdicts[i], found)
			}
			g.cell(verdicts[first], verdicts, decide, of, c.limited)
		}
	}
}

// said are the verdicts of some rows, as the station gave them.
func (c *yieldCount) said(rows []int) []string {
	out := make([]string, len(rows))
	for i, row := range rows {
		out[i] = retest.Said(table.TextOr(c.verdicts, row, ""), table.TextOr(c.reported, row, ""))
	}
	return out
}

// units are the rows of each cell, or of each stretch of a roll. Visits of stretches are numbered along the web, so that
// revisited is false: a number above 1 does not tell of an earlier visit. Where passes bear one number the worst stands for all.
func (c *yieldCount) units() (units [][]int, revisited bool) {
	unit := visit.UnitOf(c.rows)
	ids, yields := c.rows.Column(unit), c.rows.Column(visit.YieldsColumn)
	known := map[string]int{}
	for row := range c.rows.Len() {
		id, ok := ids.Text(row)
		if !ok || table.IntOr(yields, row, 0) > 0 {
			continue
		}
		i, seen := known[id]
		if !seen {
			i = len(units)
			known[id] = i
			units = append(units, nil)
		}
		units[i] = append(units[i], row)
	}
	return units, unit == visit.IDColumn
}

func (c *yieldCount) decide() string {
	if c.station.row == nil {
		return ""
	}
	return c.station.row.Text("retest_decide")
}

// grouping tells the group of a row; nil when it lies in no bucket of the range, or its site has no calendar to tell.
func (c *yieldCount) grouping() func(row int) *yieldGroup {
	q := c.search.query
	sites, source, at := c.rows.Column("site"), c.rows.Column("source_ms"), c.rows.Column("time")
	columns := make([]*table.Column, len(q.By))
	for i, key := range q.By {
		columns[i] = c.rows.Column(key)
	}
	by := make([]string, len(q.By))
	var key []byte
	return func(row int) *yieldGroup {
		of, moment, atMs := c.search.calendars[table.TextOr(sites, row, "")], msTime(visit.SourceMs(source, at, row)), int64(0)
		for i := range by {
			by[i] = table.TextOr(columns[i], row, "")
			if q.By[i] == "shift" && by[i] == "" && of != nil {
				by[i], _ = of.Shift(moment)
			}
		}
		if q.bucket != nil {
			if of == nil {
				c.search.Warn("Site %s has no calendar in the control plan; its visits are in no bucket.", table.TextOr(sites, row, ""))
				return nil
			}
			around := q.bucket.around(of, moment)
			if !around.To.After(c.search.Range.From) || !around.From.Before(c.search.Range.To) {
				return nil // read for the sake of another site, whose bucket is wider
			}
			atMs = around.From.UnixMilli()
		}
		key = appendPlaceKey(key[:0], by, atMs)
		if known := c.groups[string(key)]; known != nil {
			return known
		}
		return c.at(yieldPlace{station: c.station, by: slices.Clone(by), atMs: atMs})
	}
}

func (c *yieldCount) at(place yieldPlace) *yieldGroup {
	key := place.key()
	if c.groups[key] == nil {
		c.groups[key] = &yieldGroup{yieldPlace: place, failures: map[string]float64{}}
	}
	return c.groups[key]
}

// silentPlaces gives stations of the plan a group though nothing came: one for each machine's place where the groups are
// places, else one. With buckets, every group has all of them.
func (c *yieldCount) silentPlaces() {
	by := c.search.query.By
	isPlace := !slices.ContainsFunc(by, func(key string) bool { return !slices.Contains(visit.EquipmentTags, key) })
	machines := c.search.places(c.station.name)
	switch {
	case isPlace && len(machines) > 0:
		for _, m := range machines {
			place := yieldPlace{station: c.station, by: make([]string, len(by))}
			for i, key := range by {
				place.by[i] = m[key]
			}
			c.inBuckets(place)
		}
	case len(c.groups) == 0:
		c.inBuckets(yieldPlace{station: c.station, by: make([]string, len(by))})
	}
	if c.search.query.bucket != nil {
		var last []string
		for _, g := range c.sorted() {
			if last == nil || !slices.Equal(last, g.by) {
				c.inBuckets(g.yieldPlace)
				last = g.by
			}
		}
	}
}

func (c *yieldCount) inBuckets(place yieldPlace) {
	if c.search.query.bucket == nil {
		c.at(place)
		return
	}
	for _, ms := range c.search.buckets(place.by) {
		place.atMs = ms
		c.at(place)
	}
}

func (c *yieldCount) sorted() []*yieldGroup {
	var out []*yieldGroup
	for _, g := range c.groups {
		out = append(out, g)
	}
	slices.SortFunc(out, func(a, b *yieldGroup) int {
		for i := range a.by {
			if d := table.Natural(a.by[i], b.by[i]); d != 0 {
				return d
			}
		}
		if d := strings.Compare(strings.Join(a.by, "\x00"), strings.Join(b.by, "\x00")); d != 0 {
			return d
		}
		return int(a.atMs - b.atMs)
	})
	return out
}

package query

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// yieldPlace tells groups apart.
type yieldPlace struct {
	station yieldStation
	by      []string
	atMs    int64 // start of the bucket
}

func (p yieldPlace) key() string {
	return strings.Join(p.by, "\x00") + "\x00" + strconv.FormatInt(p.atMs, 10)
}

// yieldGroup is what passed in one group. All but visits and lastSeen counts cells, at their first visit.
type yieldGroup struct {
	yieldPlace
	visits, cells      float64
	ok, nok, retest    float64 // of first visits
	judged, finallyOK  float64
	outOfSpec          float64
	hasSpec            bool
	lastSeen           int64
	failures           map[string]float64 // by characteristic
	firstPass, final   *float64           // of a row that multiplies stations
	multipliesStations bool
}

// verdictFailure is the characteristic of cells that failed with every value inside its spec; no characteristic can have
// this name.
const verdictFailure = "verdict"

// cell counts a cell by its first judged verdict and those of all its visits, in order, and the characteristics out of spec at
// the first.
func (g *yieldGroup) cell(first string, verdicts []string, decide string, outside []string, hasSpec bool) {
	g.cells++
	failed := true
	switch first {
	case verdictOK:
		g.ok++
		failed = false
	case verdictNOK:
		g.nok++
	case verdictRetest:
		g.retest++
	default:
		failed = false
	}
	if passed, known := finalVerdict(verdicts, decide); known {
		g.judged++
		if passed {
			g.finallyOK++
		}
	}
	g.hasSpec = g.hasSpec || hasSpec
	if len(outside) > 0 {
		g.outOfSpec++
	}
	for _, name := range outside {
		g.failures[name]++
	}
	if failed && len(outside) == 0 {
		g.failures[verdictFailure]++
	}
}

// finalVerdict tells whether a cell passed after all its visits, as the plan lets them decide: the last, all of them, or
// the median, which passes when more than half did. A cell that waits for its retest has not passed; known is false when
// no visit was judged.
func finalVerdict(verdicts []string, decide string) (passed, known bool) {
	var n, ok int
	last := false
	for _, v := range verdicts {
		switch v {
		case verdictOK, verdictNOK, verdictRetest:
			n++
			last = v == verdictOK
			if last {
				ok++
			}
		}
	}
	switch decide {
	case "all":
		return ok == n, n > 0
	case "median":
		return 2*ok > n, n > 0
	}
	return last, n > 0
}

// yieldJudge holds one characteristic's values against the spec in force.
type yieldJudge struct {
	name   string
	values *table.Column
	judge  *judge
}

func (c *yieldCount) outOfSpec(row int) []string {
	var out []string
	ms := sourceMs(c.rows.Column("source_ms"), c.rows.Column("time"), row)
	for _, j := range c.judges {
		if value, ok := j.values.Float(row); ok && j.judge.standard(row, ms*1e6).Spec.Beyond(value) != 0 {
			out = append(out, j.name)
		}
	}
	return out
}

// specified are the characteristics of a station with spec limits for some product or stratum; none when nothing asks for them.
func (s *yieldSearch) specified(station yieldStation) []string {
	if values := s.query.values(); !s.query.Failures && !slices.Contains(values, "out_of_spec") {
		return nil
	}
	var names []string
	for _, row := range s.plan.CharacteristicsAt(station.name, s.Range.To.UnixNano()) {
		spec := specOf(row)
		limited := spec.LSL != nil || spec.USL != nil || len(s.plan.Characteristics.Strata(station.name, row.Characteristic)) > 1
		if row.Text("source") != "environment" && limited {
			names = append(names, row.Characteristic)
		}
	}
	return names
}

// specKeys are the attributes of a visit that the specs of a station are distinguished by.
func (s *yieldSearch) specKeys(station yieldStation, characteristics []string) []string {
	if len(characteristics) == 0 {
		return nil
	}
	keys := []string{"product"}
	for _, name := range characteristics {
		for _, book := range []*plan.Book{s.plan.Characteristics, s.plan.Limits} {
			for _, pair := range book.Strata(station.name, name) {
				for key := range plan.ParseStratum(pair[1]) {
					keys = append(keys, key)
				}
			}
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// buckets are the starts of all buckets of the range, by the calendars of the sites that a group can hold.
func (s *yieldSearch) buckets(by []string) []int64 {
	var out []int64
	i := slices.Index(s.query.By, "site")
	for site, c := range s.calendars {
		if (i >= 0 && by[i] != "" && by[i] != site) || !s.query.filters.matchPlace(map[string]string{"site": site}) {
			continue
		}
		for t := s.Range.From; t.Before(s.Range.To); {
			at := s.query.bucket.around(c, t)
			out = append(out, at.From.UnixMilli())
			t = at.To
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func visitNumber(c *table.Column, row int) int64 {
	if v, ok := c.Int(row); ok {
		return v
	}
	return 1
}

func msTime(ms int64) time.Time { return time.UnixMilli(ms) }

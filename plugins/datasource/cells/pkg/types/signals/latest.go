package signals

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/retest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

const (
	// latestWithin is how far back the last cells of a machine are looked for: what is older says nothing of it now.
	latestWithin = 24 * time.Hour
	// mostLatest bounds the rows that are read of one machine, whatever its positions and samples.
	mostLatest = 2000
)

// latest are the newest visits of a station's machines, and which of them judged their item first.
type latest struct {
	rows *table.Table
	// streams are rows of first judged visits by machine and, where the plan gives it positions, position; newest first.
	streams map[string][]int
	keys    []string
	labels  map[string]map[string]string
	planned []*plan.Row
}

// latest reads the newest visits of a station, or gives what an earlier kind read of it.
func (s *search) latest(ctx context.Context, station *plan.Row) (*latest, error) {
	s.mu.Lock()
	known := s.newest[station.Station]
	s.mu.Unlock()
	if known != nil {
		return known, nil
	}
	planned, err := s.judgeable(ctx, station.Station)
	if err != nil {
		return nil, err
	}
	_, most := s.positions(station.Station)
	out, err := s.readLatest(ctx, station, planned, newestOf(station, planned, most), nil)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.newest[station.Station] = out
	return out, nil
}

// readLatest reads so many of the newest visits of each machine of a station, and of these what is planned; of some machines, where these
// filters name them.
func (s *search) readLatest(ctx context.Context, station *plan.Row, planned []*plan.Row, newest int, some source.Filters) (*latest, error) {
	positions, _ := s.positions(station.Station)
	names := plan.NamesOf(planned)
	to := s.reach().To
	rows, err := s.Visits(ctx, source.VisitRead{
		Station: station.Station, Choice: retest.All, RunTypes: []string{vocabulary.RunTypeProduction},
		Columns: slices.Concat(signalColumns, []string{"verdict", "history"}, names, control.StrataKeys(s.plan, station.Station, names)),
		Ranges:  []source.Range{{From: to.Add(-latestWithin), To: to}}, Newest: newest,
		Filters: slices.Concat(machinesOf(visitsOf(s.query.filters, station.Station)), some),
	})
	if err != nil {
		return nil, err
	}
	out := &latest{rows: rows, planned: planned, streams: map[string][]int{}, labels: map[string]map[string]string{}}
	for _, row := range firstJudged(rows) {
		if s.passedOver(rows, row) {
			continue
		}
		labels := rowLabels(rows, row, "site", "line", "equipment", "position")
		if !positions[labels["site"]+"\x00"+labels["equipment"]] {
			delete(labels, "position")
		}
		key := strings.Join([]string{labels["site"], labels["line"], labels["equipment"], labels["position"]}, "\x00")
		if out.labels[key] == nil {
			labels["station"] = station.Station
			out.labels[key] = labels
			out.keys = append(out.keys, key)
		}
		out.streams[key] = append(out.streams[key], row)
	}
	return out, nil
}

// of are the labels of a stream, for one more signal of it.
func (l *latest) of(key string) map[string]string { return maps.Clone(l.labels[key]) }

// newestOf is how many rows of a machine hold of each of its positions the last n values and those by which it is decided whether several
// of them are out of spec, a quarter of them spare for retests.
func newestOf(station *plan.Row, planned []*plan.Row, positions int) int {
	most := control.SeveralOf(station).N
	for _, row := range planned {
		n := control.SeveralOf(row).N
		if every, is := strings.CutPrefix(row.Text("sample"), "1 in "); is {
			if items, err := strconv.Atoi(every); err == nil {
				n *= max(1, min(items, mostLatest))
			}
		}
		most = max(most, n)
	}
	most *= 1 + control.Undecided
	return min(most*max(1, positions)*5/4+most, mostLatest)
}

// positions are the machines of a station that have some by the plan, and the most that one has.
func (s *search) positions(station string) (of map[string]bool, most int) {
	of = map[string]bool{}
	for _, site := range s.PlannedSites(s.plan) {
		for _, m := range s.PlannedEquipment(s.plan, source.Scope{Sites: []string{site.ID}, Stations: []string{station}}) {
			if len(m.Positions) > 0 {
				of[site.ID+"\x00"+m.ID] = true
				most = max(most, len(m.Positions))
			}
		}
	}
	return of, most
}

// machinesOf are the filters that choose whole machines; others would choose among the last cells of one.
func machinesOf(filters source.Filters) source.Filters {
	return slices.DeleteFunc(filters, func(f source.CompiledFilter) bool { return !slices.Contains(visit.EquipmentTags, f.Key) })
}

// firstJudged are the rows of visits that judged their item first, newest first. Of an item whose earlier visits were not read
// none is.
func firstJudged(rows *table.Table) []int {
	items, number, verdict := rows.Column(visit.UnitOf(rows)), rows.Column("visit"), rows.Column("verdict")
	judged := func(row int) bool {
		v := table.TextOr(verdict, row, "")
		return v == vocabulary.VerdictOK || v == vocabulary.VerdictNOK
	}
	first := map[string]int{}
	settled := map[string]int64{} // the visit up to which an item is known not to have been judged
	for row := range rows.Len() {
		item, n := table.TextOr(items, row, ""), visit.Number(number, row)
		if _, found := first[item]; found || n != settled[item]+1 {
			continue
		}
		settled[item] = n
		if judged(row) {
			first[item] = row
		}
	}
	var out []int
	for row := rows.Len() - 1; row >= 0; row-- {
		if of, is := first[table.TextOr(items, row, "")]; is && of == row {
			out = append(out, row)
		}
	}
	return out
}

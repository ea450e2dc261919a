package signals

import (
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/holds"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/retest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// missingKind: a cell that passed the station before was seen nowhere since, and its deadline, the plan's max_hours after its record
// arrived, lies in the search's range: each is told once. What people hold or have scrapped is not missing. The value is 1; of more than can be
// looked up one by one a line is told their number.
var missingKind = signalKind{Name: vocabulary.SignalMissing, Station: findMissing}

// missingSettles is how long after its deadline a cell's record may be stored.
const missingSettles = 2 * time.Minute

func findMissing(ctx context.Context, s *search, station *plan.Row) ([]signal, error) {
	before := s.comesFrom(station)
	allowed := time.Duration(station.NumberOr("max_hours", 0) * float64(time.Hour))
	if before == nil || allowed <= 0 {
		return nil, nil
	}
	if connected, err := s.connected(ctx, before, station); err != nil || !connected {
		return nil, err
	}
	reach := s.reach()
	due := source.Range{From: reach.From.Add(-allowed - missingSettles), To: reach.To.Add(-allowed - missingSettles)}
	ranges, err := s.arrivedIn(ctx, before.Station, due)
	if err != nil {
		return nil, err
	}
	rows, err := s.Visits(ctx, source.VisitRead{
		Station: before.Station, Columns: slices.Concat(signalColumns, []string{"verdict", "history"}), Ranges: ranges,
		Choice: retest.Last, RunTypes: []string{vocabulary.RunTypeProduction}, Filters: visitsOf(s.query.filters, before.Station),
	})
	if err != nil {
		return nil, err
	}
	left := map[string]arrivalAt{}
	first := due.To.UnixMilli()
	for row := range rows.Len() {
		passed := slices.Contains([]string{"", vocabulary.VerdictOK}, table.TextOr(rows.Column("verdict"), row, ""))
		of := s.arrivalOf(rows, row)
		toldOf := of.ms + max(0, of.lagMs)
		isDue := toldOf >= due.From.UnixMilli() && toldOf < due.To.UnixMilli()
		if id := table.TextOr(rows.Column(visit.IDColumn), row, ""); id != "" && passed && isDue && !s.passedOver(rows, row) {
			of.ms += min(0, of.lagMs) // nothing is told of before it happens
			left[id], first = of, min(first, of.ms)
		}
	}
	soonest := time.UnixMilli(first).Add(-clockBehind + time.Duration(station.NumberOr("min_hours", 0)*float64(time.Hour)))
	if err := s.leaveOutArrived(ctx, station.Station, left, source.Range{From: soonest, To: reach.To}); err != nil {
		return nil, err
	}
	if len(left) > maxMissed {
		s.Warn("%d cells did not come to station %s in time, more than the %d that are looked up: they are counted, those that are held among them.",
			len(left), station.Station, maxMissed)
		return s.countedByLine(station, left, vocabulary.SignalRuleNoArrival), nil
	}
	return s.stillMissing(ctx, station, left)
}

// leaveOutArrived looks forward over a station until so few cells are left that each can be looked up, or the range ends. A look
// is at least from the soonest arrival of one cell to that of the last.
func (s *search) leaveOutArrived(ctx context.Context, station string, left map[string]arrivalAt, over source.Range) error {
	look := firstLook + s.Range.To.Sub(s.Range.From)
	for from := over.From; from.Before(over.To) && len(left) > maxMissed; look *= 2 {
		to := from.Add(look)
		if to.After(over.To) {
			to = over.To
		}
		if err := s.leaveOutSeen(ctx, station, left, source.Range{From: from, To: to}); err != nil {
			return err
		}
		from = to
	}
	return nil
}

// stillMissing are the signals of the cells that the index knows nowhere after they left, and about which nobody has decided.
func (s *search) stillMissing(ctx context.Context, station *plan.Row, left map[string]arrivalAt) ([]signal, error) {
	if len(left) == 0 {
		return nil, nil
	}
	var lookups []source.Lookup
	items := map[string]bool{}
	for _, id := range slices.Sorted(maps.Keys(left)) {
		lookups, items[id] = append(lookups, source.Lookup{Item: id}), true
	}
	found, err := s.pointers(ctx, lookups...)
	if err != nil {
		return nil, err
	}
	events, err := s.decisionsAbout(ctx, items)
	if err != nil {
		return nil, err
	}
	for id, of := range left {
		if slices.ContainsFunc(found[id], func(p source.Pointer) bool {
			return of.after(p.At/1e6) && p.At < s.Range.To.UnixNano() && s.plan.StationRow(p.Measurement, p.At) != nil
		}) {
			delete(left, id)
		}
	}
	if err := s.leaveOutBehind(ctx, station.Station, left, found); err != nil {
		return nil, err
	}
	var out []signal
	for id, of := range left {
		decided := holds.Disposition(events[id], s.Now().UnixMilli())
		if decided != "" && decided != vocabulary.EventRelease && decided != vocabulary.EventUseAsIs {
			continue
		}
		labels := passLabels(of.rows, of.row)
		delete(labels, "equipment") // where it should have come is not known
		delete(labels, "position")
		labels["station"], labels["rule"], labels["disposition"] = station.Station, vocabulary.SignalRuleNoArrival, "none"
		if s.query.State == vocabulary.StateFresh || !s.answers.Answer(labels, of.ms) {
			out = append(out, signal{Value: 1, Labels: labels})
		}
	}
	return out, nil
}

// countedByLine is one signal a line of so many cells that each is not looked up.
func (s *search) countedByLine(station *plan.Row, cells map[string]arrivalAt, rule string) []signal {
	counts := map[string]float64{}
	for _, of := range cells {
		labels := rowLabels(of.rows, of.row, "site", "line")
		counts[labels["site"]+"\x00"+labels["line"]]++
	}
	var out []signal
	for key, n := range counts {
		site, line, _ := strings.Cut(key, "\x00")
		labels := machine{site: site, line: line}.labels(station, rule)
		delete(labels, "equipment")
		labels["disposition"] = "none"
		out = append(out, signal{Value: n, Labels: labels})
	}
	return out
}

package signals

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/retest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

const (
	// longestWait is how long a record of a station may come later than that of the next one before the visit is missing,
	// where the plan allows longer, and for how long what is due waits for a record that comes late itself.
	longestWait = 4 * time.Hour
	// firstLook is how far back a station is looked at first for the cells that came to the next one; each look back is
	// twice as long.
	firstLook = 4 * time.Hour
	// maxMissed is how many cells are looked up one by one; when more lack a visit, it is the station's records that do.
	maxMissed = 200
)

// arrivalAt is a visit of a cell to the station after the one that is looked at, or before it; its record arrived so much later, below
// zero where its machine's clock is ahead.
type arrivalAt struct {
	row       int
	ms, lagMs int64
	rows      *table.Table
}

// notVisited finds cells that came from the station before this one to the one after it without a visit here, each once its
// deadline has passed: the plan's longest time since the station before, at most four hours after the visit to the next.
func (s *search) notVisited(ctx context.Context, station *plan.Row) ([]signal, error) {
	ns := s.Range.To.UnixNano()
	before := s.comesFrom(station)
	if before == nil {
		return nil, nil
	}
	if connected, err := s.connected(ctx, before, station); err != nil || !connected {
		return nil, err
	}
	allowed := time.Duration(station.NumberOr("max_hours", 0) * float64(time.Hour))
	wait := min(allowed, longestWait)
	reach := s.reach()
	longest := time.Duration(0)
	missing := map[string]arrivalAt{}
	for _, next := range s.plan.StationsAt(ns) {
		if next.Text("from_station") != station.Station || !ofCell(next) {
			continue
		}
		over := source.Range{From: reach.From.Add(-wait), To: reach.To}
		ranges, err := s.arrivedIn(ctx, next.Station, over)
		if err != nil {
			return nil, err
		}
		rows, err := s.Visits(ctx, source.VisitRead{
			Station: next.Station, Columns: append(slices.Clone(signalColumns), "history"), Ranges: ranges, Choice: retest.First, RunTypes: []string{vocabulary.RunTypeProduction},
			Filters: visitsOf(s.query.filters, next.Station),
		})
		if err != nil {
			return nil, err
		}
		for row := range rows.Len() {
			if id := table.TextOr(rows.Column(visit.IDColumn), row, ""); id != "" && !s.passedOver(rows, row) {
				missing[id] = s.arrivalOf(rows, row)
			}
		}
		back := time.Duration(next.NumberOr("max_hours", 0) * float64(time.Hour))
		longest = max(longest, back)
		if err := s.leaveOutVisited(ctx, station.Station, missing, source.Range{From: ranges[0].From.Add(-back), To: reach.To}); err != nil {
			return nil, err
		}
	}
	if len(missing) > maxMissed {
		return s.manyNotVisited(ctx, station, before, missing, wait, allowed+longest)
	}
	return s.missed(ctx, station, before, missing, allowed, wait)
}

// ofCell tells whether a station works on cells, alone or in trays.
func ofCell(station *plan.Row) bool {
	return slices.Contains([]string{"", "cell", "tray"}, plan.StationItem(station))
}

// comesFrom is the station before, from which cells come as they are; nil where there is none. What comes as another item, or is none that
// is followed, as rolls are, is not watched: who asks for that station is told so.
func (s *search) comesFrom(station *plan.Row) *plan.Row {
	before := s.plan.StationRow(station.Text("from_station"), s.Range.To.UnixNano())
	if before == nil || ofCell(station) && ofCell(before) {
		return before
	}
	if slices.Contains(s.query.Stations, station.Station) {
		s.Notice("Station %s: whether something comes from station %s in its time is not watched (%s after %s): only cells and trays are followed.",
			station.Station, before.Station, plan.StationItem(station), plan.StationItem(before))
	}
	return nil
}

// connected tells whether anything of these stations was ever stored: between stations of which one is not connected no cell goes
// astray.
func (s *search) connected(ctx context.Context, stations ...*plan.Row) (bool, error) {
	for _, station := range stations {
		if fields, err := s.Fields(ctx, s.Databases.Visits, station.Station); err != nil || len(fields) == 0 {
			return false, err
		}
	}
	return true, nil
}

// manyNotVisited counts by line the cells that the station before has seen so long before the next one at most, each at its latest
// deadline: so many were not passed by one by one, the station's records are missing or wait somewhere.
func (s *search) manyNotVisited(ctx context.Context, station, before *plan.Row, missing map[string]arrivalAt, wait, back time.Duration) ([]signal, error) {
	reach := s.reach()
	due := source.Range{From: reach.From.Add(-wait), To: reach.To.Add(-wait)}
	counted := map[string]arrivalAt{}
	for id, next := range missing {
		at := time.UnixMilli(next.ms + max(0, next.lagMs))
		if at.Before(due.To) && (s.query.State != vocabulary.StateFresh || !at.Before(due.From)) {
			counted[id] = next
		}
	}
	elsewhere := maps.Clone(counted)
	first := due.From
	for _, next := range counted {
		if at := time.UnixMilli(next.ms); at.Before(first) {
			first = at
		}
	}
	if err := s.leaveOutVisited(ctx, before.Station, elsewhere, source.Range{From: first.Add(-back), To: due.To}); err != nil {
		return nil, err
	}
	for id := range elsewhere {
		delete(counted, id)
	}
	return s.countedByLine(station, counted, vocabulary.SignalRuleNoVisit), nil
}

// leaveOutVisited looks back over a station until every cell was found there, or the range ends.
func (s *search) leaveOutVisited(ctx context.Context, station string, missing map[string]arrivalAt, over source.Range) error {
	look := firstLook
	for to := over.To; to.After(over.From) && len(missing) > 0; look *= 2 {
		from := to.Add(-look)
		if from.Before(over.From) {
			from = over.From
		}
		if err := s.leaveOutSeen(ctx, station, missing, source.Range{From: from, To: to}); err != nil {
			return err
		}
		to = from
	}
	return nil
}

// leaveOutSeen leaves out the cells that visited a station in a range.
func (s *search) leaveOutSeen(ctx context.Context, station string, cells map[string]arrivalAt, over source.Range) error {
	rows, err := s.Visits(ctx, source.VisitRead{
		Station: station, Ranges: []source.Range{over}, Choice: retest.All,
		Filters: source.Filters{source.OnlyItems(slices.Sorted(maps.Keys(cells)))},
	})
	if err != nil {
		return err
	}
	ids := rows.Column(visit.IDColumn)
	for row := range rows.Len() {
		delete(cells, table.TextOr(ids, row, ""))
	}
	return nil
}

// missed are the signals of the cells left: those that the index knows at the station before and not at this one, and whose
// deadline lies in the search's range (for what is open: before its end).
func (s *search) missed(ctx context.Context, station, before *plan.Row, missing map[string]arrivalAt, allowed, wait time.Duration) ([]signal, error) {
	var lookups []source.Lookup
	for id := range missing {
		lookups = append(lookups, source.Lookup{Item: id})
	}
	if len(lookups) == 0 {
		return nil, nil
	}
	found, err := s.pointers(ctx, lookups...)
	if err != nil {
		return nil, err
	}
	reach := s.reach()
	var out []signal
	for id, next := range missing {
		left := int64(0)
		here := false
		for _, to := range found[id] {
			here = here || to.Measurement == station.Station
			// Of two clocks one may be behind.
			if at := to.At / 1e6; to.Measurement == before.Station && at <= next.ms+clockBehind.Milliseconds() {
				left = max(left, min(at, next.ms))
			}
		}
		due := max(next.ms, min(left+allowed.Milliseconds(), next.ms+wait.Milliseconds())) + max(0, next.lagMs)
		fresh := s.query.State != vocabulary.StateFresh || due >= reach.From.UnixMilli()
		if here || left == 0 || due >= reach.To.UnixMilli() || !fresh {
			continue
		}
		labels := rowLabels(next.rows, next.row, "site", "line", "product", visit.IDColumn)
		labels["station"], labels["rule"], labels["disposition"] = station.Station, vocabulary.SignalRuleNoVisit, "none"
		labels["pass"] = strconv.FormatInt(next.ms, 10)
		if s.query.State == vocabulary.StateFresh || !s.answers.Answer(labels, next.ms) {
			out = append(out, signal{Value: 1, Labels: labels})
		}
	}
	return out, nil
}

package signals

import (
	"context"
	"math"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// lateKind: a cell came to a station later after the station before than the plan's max_hours allow, or earlier than its min_hours: it
// was not dried, soaked or aged long enough. The value is its time as a multiple of max_hours, or min_hours as one of its time.
var lateKind = signalKind{Name: vocabulary.SignalLate, Station: findLate}

// mostShort bounds how much too early a cell can be.
const mostShort = 1000

// maxLeft is how many records of a cell at the station before are looked at, the newest.
const maxLeft = 5

func findLate(ctx context.Context, s *search, station *plan.Row) ([]signal, error) {
	to := s.Range.To.UnixNano()
	before := s.comesFrom(station)
	least, most := station.NumberOr("min_hours", 0)/s.plan.Compressed(to), station.NumberOr("max_hours", math.Inf(1))
	if before == nil || least <= 0 && math.IsInf(most, 1) {
		return nil, nil
	}
	v, err := s.cellVisits(ctx, station)
	if err != nil {
		return nil, err
	}
	allowed := most
	if math.IsInf(most, 1) {
		allowed = 2 * least
	}
	left, err := s.leftAt(ctx, v, before, time.Duration(min(allowed, longestLeft.Hours())*float64(time.Hour)))
	if err != nil {
		return nil, err
	}
	var out []signal
	for row := range v.rows.Len() {
		if !v.decides(row) || v.passedOver(v.rows, row) {
			continue
		}
		switch hours := float64(v.at(row)/1e6-left[row]/1e6) / float64(time.Hour.Milliseconds()); {
		case left[row] == 0:
		case hours > most:
			out = append(out, v.signal(row, control.Finding{Rule: vocabulary.SignalRuleTooLate, Size: hours / most})...)
		case hours < least:
			out = append(out, v.signal(row, control.Finding{Rule: vocabulary.SignalRuleTooEarly, Size: min(mostShort, least/hours)})...)
		}
	}
	return out, nil
}

func (v *cellVisits) at(row int) int64 {
	ns, _ := v.rows.Column("time").Int(row)
	return ns
}

// leftAt is when the cells of first visits were last at the station before, in ns by row, where they are allowed so long from there; of what
// the index does not know, and of what waits to be looked up, nothing.
func (s *search) leftAt(ctx context.Context, v *cellVisits, before *plan.Row, allowed time.Duration) (map[int]int64, error) {
	ids, number, received := v.rows.Column(visit.IDColumn), v.rows.Column("visit"), v.rows.Column("received_ms")
	records, settled := map[int]lookedUp{}, map[lookedUp]bool{}
	var unknown []newRecord
	for row := range v.rows.Len() {
		id := table.TextOr(ids, row, "")
		if id == "" || visit.Number(number, row) != 1 {
			continue
		}
		record := lookedUp{before.Station, id, v.at(row)}
		records[row] = record
		_, asked := settled[record]
		if _, known := s.memory.left.of(record); known || asked {
			continue
		}
		stored := max(record.at, table.IntOr(received, row, 0)*1e6)
		settled[record] = stored < s.Now().Add(-pointerSettles).UnixNano()
		unknown = append(unknown, newRecord{lookedUp: record})
	}
	unknown, err := s.leftInRange(ctx, before, allowed, unknown)
	if err != nil {
		return nil, err
	}
	found := map[lookedUp][]int64{}
	of := turn{vocabulary.SignalLate, v.station.Station, &s.memory.left, detailWaitingLeft}
	err = s.lookUpInTurn(ctx, of, unknown, func(some []newRecord) error { return s.lookUpLeft(ctx, some, settled, found) })
	if err != nil {
		return nil, err
	}
	out := map[int]int64{}
	for row, record := range records {
		at, known := s.memory.left.of(record)
		if !known {
			at = found[record]
		}
		for _, ns := range at {
			if ns < record.at {
				out[row] = max(out[row], ns)
			}
		}
	}
	return out, nil
}

// lookUpLeft finds when cells were at a station, and remembers it. The pointer of one that came in a hurry may be stored after it: of one
// that just came and has none it is found again.
func (s *search) lookUpLeft(ctx context.Context, records []newRecord, settled map[lookedUp]bool, into map[lookedUp][]int64) error {
	var lookups []source.Lookup
	for i, record := range records {
		if !slices.ContainsFunc(records[:i], func(r newRecord) bool { return r.item == record.item }) {
			lookups = append(lookups, source.Lookup{Item: record.item, Kind: record.station, Newest: true, Limit: maxLeft})
		}
	}
	found, err := s.pointers(ctx, lookups...)
	if err != nil {
		return err
	}
	for _, record := range records {
		var at []int64
		for _, p := range found[record.item] {
			at = append(at, p.At)
		}
		if into[record.lookedUp] = at; len(at) > 0 || settled[record.lookedUp] {
			s.memory.left.remember(record.lookedUp, at)
		}
	}
	return nil
}

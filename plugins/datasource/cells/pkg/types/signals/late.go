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
	before := s.plan.StationRow(station.Text("from_station"), to)
	least, most := station.NumberOr("min_hours", 0)/s.plan.Compressed(to), station.NumberOr("max_hours", math.Inf(1))
	if before == nil || least <= 0 && math.IsInf(most, 1) || !ofCell(station) || !ofCell(before) {
		return nil, nil
	}
	v, err := s.cellVisits(ctx, station)
	if err != nil {
		return nil, err
	}
	left, err := s.leftAt(ctx, v, before.Station)
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

// leftAt is when the cells of first visits were last at the station before, in ns by row; of what the index does not know, and
// of what this evaluation has no room to look up, nothing.
func (s *search) leftAt(ctx context.Context, v *cellVisits, before string) (map[int]int64, error) {
	ids, number := v.rows.Column(visit.IDColumn), v.rows.Column("visit")
	records := map[int]lookedUp{}
	var lookups []source.Lookup
	unknown := 0
	for row := range v.rows.Len() {
		id := table.TextOr(ids, row, "")
		if id == "" || visit.Number(number, row) != 1 {
			continue
		}
		records[row] = lookedUp{before, id, v.at(row)}
		if _, known := s.memory.left.of(records[row]); known {
			continue
		}
		if unknown++; unknown <= maxLookedUp && !slices.ContainsFunc(lookups, func(l source.Lookup) bool { return l.Item == id }) {
			lookups = append(lookups, source.Lookup{Item: id, Kind: before, Newest: true, Limit: maxLeft})
		}
	}
	if unknown > maxLookedUp {
		s.Notice("Station %s: of %d of %d new visits it is not looked up yet when the cell left the station before; the next evaluation goes on.",
			v.station.Station, unknown-maxLookedUp, len(records))
	}
	found := map[string][]source.Pointer{}
	if len(lookups) > 0 {
		var err error
		if found, err = s.Pointers(ctx, s.plan, lookups...); err != nil {
			return nil, err
		}
	}
	out := map[int]int64{}
	for row, record := range records {
		at, known := s.memory.left.of(record)
		if !known {
			for _, p := range found[record.item] {
				at = append(at, p.At)
			}
			if len(at) > 0 { // the pointer of one that came in a hurry may be stored after it
				s.memory.left.remember(record, at)
			}
		}
		for _, ns := range at {
			if ns < record.at {
				out[row] = max(out[row], ns)
			}
		}
	}
	return out, nil
}

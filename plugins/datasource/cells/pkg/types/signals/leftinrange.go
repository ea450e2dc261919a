package signals

import (
	"context"
	"math"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

const (
	// manyLeft is from how many cells on the records of the station before are read in one go: below that the index is quicker.
	manyLeft = 50
	// longestLeft is how far back they are read at most, mostLeft how many of them.
	longestLeft = 24 * time.Hour
	mostLeft    = 20_000
)

// leftInRange finds, of many cells that came, those that were at the station before within the time that is allowed (at most longestLeft), and
// remembers them: in one reading of what that station stored. It gives those that the index has to be asked for.
func (s *search) leftInRange(ctx context.Context, before *plan.Row, allowed time.Duration, records []newRecord) ([]newRecord, error) {
	if len(records) < manyLeft {
		return records, nil
	}
	first, last := int64(math.MaxInt64), int64(0)
	for _, record := range records {
		first, last = min(first, record.at), max(last, record.at)
	}
	back := int64(allowed)
	if expected := float64(len(records)) * (1 + float64(back)/float64(max(last-first, int64(time.Minute)))); expected > mostLeft {
		return records, nil
	}
	fields, err := s.Fields(ctx, s.Databases.Visits, before.Station)
	if err != nil {
		return nil, err
	}
	columns := source.Readable([]string{"cell_id", "item_id"}, fields)
	if len(columns) == 0 {
		return records, nil
	}
	results, err := s.Aside(s.Range).Read(ctx, s.Databases.Visits, source.Statement{
		From: before.Station, Columns: columns, Range: source.Span{From: first - back, To: last},
	})
	if err != nil {
		return nil, err
	}
	if results[0].Cut {
		return records, nil
	}
	at := map[string][]int64{}
	for _, series := range results[0].Series {
		rows := source.WithItemID(series.Rows)
		for row := range rows.Len() {
			of := source.RecordOf(rows, row)
			at[of.Item] = append(at[of.Item], of.NS)
		}
	}
	return slices.DeleteFunc(records, func(record newRecord) bool {
		left := slices.DeleteFunc(slices.Clone(at[record.item]), func(ns int64) bool { return ns >= record.at })
		if len(left) == 0 {
			return false
		}
		s.memory.left.remember(record.lookedUp, []int64{slices.Max(left)})
		return true
	}), nil
}

package query

import (
	"context"
	"slices"
	"sync"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

const (
	// maxLookedUp is how many visits of a station one evaluation looks up in the index; the others wait for the next one.
	maxLookedUp = 200
	// maxLookedBack is how many visits are remembered that were looked up; then all are forgotten, and looked up again.
	maxLookedBack = 100_000
	// maxElsewhere is how many other records of a cell at a station are compared with a new one, the newest.
	maxElsewhere = 20
)

// lookedUp names a record that was looked up.
type lookedUp struct {
	station, item string
	at            int64
}

// lookedBack remembers where else the index knew the cells of new records at their station. What is stored later is new itself,
// and finds the record that was there before.
type lookedBack struct {
	mu    sync.Mutex
	known map[lookedUp][]int64
}

func (l *lookedBack) of(record lookedUp) (others []int64, known bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	others, known = l.known[record]
	return others, known
}

func (l *lookedBack) remember(record lookedUp, others []int64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.known == nil || len(l.known) >= maxLookedBack {
		l.known = map[lookedUp][]int64{}
	}
	l.known[record] = others
}

// elsewhere are the records that the index knows of the cells of these rows at their station, and that are none of them: an
// earlier pass may lie any time back. Set-up parts, which pass every day, are left out.
func (s *signalSearch) elsewhere(ctx context.Context, station string, rows *table.Table) ([]indexed, error) {
	ids, at, runType := rows.Column(idColumn), rows.Column("time"), rows.Column("run_type")
	here := map[lookedUp]bool{}
	var all, unknown []lookedUp
	for row := range rows.Len() {
		id := textOr(ids, row, "")
		if id == "" || runTypeOf(runType, row) != defaultRunType {
			continue
		}
		ns, _ := at.Int(row)
		record := lookedUp{station, id, ns}
		if here[record] {
			continue
		}
		here[record] = true
		all = append(all, record)
		if _, known := s.looked.of(record); !known {
			unknown = append(unknown, record)
		}
	}
	slices.SortFunc(unknown, func(a, b lookedUp) int { return int(a.at - b.at) }) // what leaves the range first
	if over := len(unknown) - maxLookedUp; over > 0 {
		s.Notice("Station %s: for %d of %d new visits it is not looked up yet whether an earlier pass bears the same number; the next evaluation goes on, state open sees them all.",
			station, over, len(all))
		unknown = unknown[:maxLookedUp]
	}
	if err := s.lookUp(ctx, station, unknown); err != nil {
		return nil, err
	}
	var out []indexed
	for _, record := range all {
		others, _ := s.looked.of(record)
		for _, ns := range others {
			if !here[lookedUp{station, record.item, ns}] {
				out = append(out, indexed{pointer{Measurement: station, At: ns}, record.item})
			}
		}
	}
	return out, nil
}

func (s *signalSearch) lookUp(ctx context.Context, station string, records []lookedUp) error {
	if len(records) == 0 {
		return nil
	}
	var lookups []lookup
	for i, record := range records {
		if !slices.ContainsFunc(records[:i], func(r lookedUp) bool { return r.item == record.item }) {
			lookups = append(lookups, lookup{Item: record.item, Kind: station, Newest: true, Limit: maxElsewhere})
		}
	}
	found, err := s.pointers(ctx, s.plan, lookups...)
	if err != nil {
		return err
	}
	for _, record := range records {
		var others []int64
		for _, p := range found[record.item] {
			if p.At != record.at {
				others = append(others, p.At)
			}
		}
		s.looked.remember(record, others)
	}
	return nil
}

package signals

import (
	"context"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// elsewhere are the records that bear the cell and number of one of these rows at their station, and are none of them: an
// earlier pass may lie any time back. Set-up parts, which pass every day, are left out.
func (s *search) elsewhere(ctx context.Context, station string, rows *table.Table) ([]indexed, error) {
	ids, at, runType, number := rows.Column(visit.IDColumn), rows.Column("time"), rows.Column("run_type"), rows.Column("visit")
	here := map[lookedUp]bool{}
	var all, unknown []newRecord
	for row := range rows.Len() {
		id := table.TextOr(ids, row, "")
		if id == "" || visit.RunTypeOf(runType, row) != vocabulary.RunTypeProduction {
			continue
		}
		ns, _ := at.Int(row)
		record := newRecord{lookedUp{station, id, ns}, visit.Number(number, row)}
		if here[record.lookedUp] {
			continue
		}
		here[record.lookedUp] = true
		all = append(all, record)
		if _, known := s.memory.looked.of(record.lookedUp); !known {
			unknown = append(unknown, record)
		}
	}
	of := turn{vocabulary.SignalConflicting, station, &s.memory.looked, detailWaitingSame}
	if err := s.lookUpInTurn(ctx, of, unknown, func(some []newRecord) error { return s.lookUp(ctx, station, some) }); err != nil {
		return nil, err
	}
	var out []indexed
	for _, record := range all {
		others, _ := s.memory.looked.of(record.lookedUp)
		for _, ns := range others {
			if !here[lookedUp{station, record.item, ns}] {
				out = append(out, indexed{source.Pointer{Measurement: station, At: ns}, record.item})
			}
		}
	}
	return out, nil
}

// lookUp finds the records of the same cells and numbers, and remembers them.
func (s *search) lookUp(ctx context.Context, station string, records []newRecord) error {
	var lookups []source.Lookup
	for i, record := range records {
		if !slices.ContainsFunc(records[:i], func(r newRecord) bool { return r.item == record.item }) {
			lookups = append(lookups, source.Lookup{Item: record.item, Kind: station, Newest: true, Limit: maxElsewhere})
		}
	}
	found, err := s.pointers(ctx, lookups...)
	if err != nil {
		return err
	}
	var others []source.Pointer
	for _, record := range records {
		for _, p := range found[record.item] {
			if p.At != record.at && !slices.Contains(others, p) {
				others = append(others, p)
			}
		}
	}
	numbers, err := s.numbersAt(ctx, station, others)
	if err != nil {
		return err
	}
	for _, record := range records {
		var same []int64
		for _, p := range found[record.item] {
			if p.At != record.at && slices.Contains(numbers[lookedUp{station, record.item, p.At}], record.visit) {
				same = append(same, p.At)
			}
		}
		s.memory.looked.remember(record.lookedUp, same)
	}
	return nil
}

// numbersAt are the numbers of the visits that records bear which pointers lead to.
func (s *search) numbersAt(ctx context.Context, station string, pointers []source.Pointer) (map[lookedUp][]int64, error) {
	fields, err := s.Fields(ctx, s.Databases.Visits, station)
	if err != nil {
		return nil, err
	}
	out := map[lookedUp][]int64{}
	for some := range slices.Chunk(pointers, source.MaxStatements) {
		tables, err := s.Exactly(ctx, s.Databases.Visits, some, func(string) ([]source.Column, error) {
			return source.Readable([]string{"cell_id", "item_id", "visit"}, fields), nil
		})
		if err != nil {
			return nil, err
		}
		if tables[station] == nil {
			continue
		}
		rows := source.WithItemID(tables[station])
		for row := range rows.Len() {
			of := source.RecordOf(rows, row)
			key := lookedUp{station, of.Item, of.NS}
			out[key] = append(out[key], visit.Number(rows.Column("visit"), row))
		}
	}
	return out, nil
}

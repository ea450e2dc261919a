package source

import (
	"context"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/retest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
)

// passColumns are read of every visit: they order visits, and tell passes apart.
var passColumns = []string{
	"cell_id", "item_id", "visit", "source_ms", "received_ms", "run_type", "carrier", "slot", "position", "lane", "from_m",
}

// VisitRead says which visits of a station to read.
type VisitRead struct {
	Station  string
	Columns  []string // besides those that order and identify visits
	Ranges   []Range  // of source times, in order, not overlapping
	Beside   []Range  // read too, in any order, for the passes in them; no visit of theirs is chosen
	Choice   retest.Choice
	RunTypes []string
	// Every are run types of which every visit is kept, whatever the choice.
	Every   []string
	Filters Filters
	// Rivals keeps all passes that bear the number chosen while nobody has answered which of them counts.
	Rivals bool
	// Last marks, among all visits, those that Choice last with Rivals would choose.
	Last bool
	// Newest reads at most so many rows of each machine, the newest of the ranges; 0: all.
	Newest int
	// Whole reads all that the station ever stored, so that records can be told apart by any of it.
	Whole bool
}

// Visits reads the visits of a station in process order, one row per visit chosen: column cell_id (whatever the item),
// time (of the row), source_ms, visit, received_ms, what their passes tell (passes.mark) and the columns asked for that the
// station has. Visits that an event voids are left out.
func (r *Run) Visits(ctx context.Context, read VisitRead) (*table.Table, error) {
	rows, p, err := r.Records(ctx, read)
	if err != nil {
		return nil, err
	}
	if rows == nil {
		return EmptyVisits(read.Station), nil
	}
	return read.choose(ctx, r, p, rows)
}

// Records reads the records that visits are chosen from, and the plan that tells how; nil when there are none.
func (r *Run) Records(ctx context.Context, read VisitRead) (*table.Table, *plan.Plan, error) {
	fields, err := r.Fields(ctx, r.Databases.Visits, read.Station)
	if err != nil {
		return nil, nil, err
	}
	if len(fields) == 0 {
		r.Notice("Nothing was ever stored for station %s in database %s.", read.Station, r.Databases.Visits)
		r.Because("nothing stored", "Nothing was ever stored for station %s in database %s.", read.Station, r.Databases.Visits)
		return nil, nil, nil
	}
	p, err := r.Plan(ctx)
	if err != nil {
		return nil, nil, err
	}
	void, err := r.Voids(ctx)
	if err != nil {
		return nil, nil, err
	}
	results, err := r.Read(ctx, r.Databases.Visits, read.withSite(len(void) > 0).statements(fields, p.Lookback(read.Station, r.Range.To.UnixNano()))...)
	if err != nil {
		return nil, nil, err
	}
	var parts []*table.Table
	for _, result := range results {
		for _, series := range result.Series {
			parts = append(parts, withTags(series))
		}
	}
	if len(parts) == 0 {
		return nil, p, nil
	}
	rows := WithUnits(WithItemID(table.Concat(parts)), p.RecordedItem(read.Station, r.Range.To.UnixNano()))
	if strikes := void.Strikes(read.Station, rows); strikes != nil {
		rows = rows.Filter(func(row int) bool { return !strikes(row) })
	}
	return rows, p, nil
}

// withSite reads the site as well where voids have to be told apart by it.
func (v VisitRead) withSite(needed bool) VisitRead {
	if needed {
		v.Columns = append(slices.Clone(v.Columns), "site")
	}
	return v
}

// statements read the columns that the station has, in as few ranges of time as cover the wanted ones. Only filters on what a cell keeps at a station are applied by
// InfluxDB; all others come after a visit is chosen, else a replaced record or a later visit would take its place.
func (v VisitRead) statements(fields []influx.FieldKey, lookback time.Duration) []influx.Statement {
	names := slices.Concat(passColumns, v.Columns, v.Filters.Keys())
	if v.Whole {
		for _, key := range fields {
			names = append(names, key.Name)
		}
	}
	s := influx.Statement{
		From:  v.Station,
		Where: v.Filters.Conditions("site", "line"),
	}
	s.Columns = Readable(names, fields)
	if v.Choice == retest.All {
		s.Where = v.Filters.Conditions(visit.EquipmentTags...) // a correction may change any other column
	}
	v.Filters.Narrow(&s, fields)
	if v.Newest > 0 {
		s.GroupBy, s.Newest, s.Limit = visit.EquipmentTags, true, v.Newest
	}
	var out []influx.Statement
	wanted := slices.Concat(v.Ranges, v.Beside)
	for i := range wanted {
		wanted[i].From = wanted[i].From.Add(-lookback)
	}
	wanted = Merged(wanted)
	for _, span := range Cover(wanted, MaxRanges) {
		s.Range = influx.Range{From: span.From.UnixNano(), To: span.To.UnixNano()}
		out = append(out, s)
	}
	return out
}

// choose orders the rows and keeps those asked for.
func (v VisitRead) choose(ctx context.Context, r *Run, p *plan.Plan, rows *table.Table) (*table.Table, error) {
	found, err := r.Passes(ctx, p, r.Range.To.UnixNano(), v.Station, rows, v.Whole)
	if err != nil {
		return nil, err
	}
	found.tellReplaced(r)
	found.TellRivals(r, v.Station)
	source, at, runType := rows.Column("source_ms"), rows.Column("time"), rows.Column("run_type")
	inRange := func(row int) bool {
		ms := visit.SourceMs(source, at, row)
		return slices.ContainsFunc(v.Ranges, func(r Range) bool { return ms >= r.From.UnixMilli() && ms < r.To.UnixMilli() })
	}
	eligible := func(row int) bool {
		return inRange(row) && (len(v.RunTypes) == 0 || slices.Contains(v.RunTypes, visit.RunTypeOf(runType, row)))
	}
	keep := found.Choose(v.Choice, eligible, found.Rank)
	if len(v.Every) > 0 {
		for row, every := range found.Choose(retest.All, func(row int) bool {
			return inRange(row) && slices.Contains(v.Every, visit.RunTypeOf(runType, row))
		}, found.Rank) {
			keep[row] = keep[row] || every
		}
	}
	if v.Rivals {
		found.withRivals(keep, eligible)
	}
	rows = found.mark(rows, eligible)
	if v.Last {
		last := found.Choose(retest.Last, eligible, found.Rank)
		found.withRivals(last, eligible)
		rows.Add(countColumn(visit.LastColumn, rows.Len(), func(row int) int64 { return bit(last[row]) }))
	}
	match := v.Filters.Match(rows)
	return rows.Filter(func(row int) bool { return keep[row] && match(row) }).SortBy(table.ProcessOrder...), nil
}

func bit(is bool) int64 {
	if is {
		return 1
	}
	return 0
}

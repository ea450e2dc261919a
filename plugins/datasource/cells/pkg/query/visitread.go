package query

import (
	"context"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/join"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// idColumn is the name that items have in every table of visits, whatever the station works on.
const idColumn = "cell_id"

// visitKeys tell visits apart. A roll is measured stretch by stretch in one visit: there the stretch belongs to the key.
func visitKeys(rows *table.Table) join.VisitColumns {
	columns := join.VisitColumns{Key: idColumn, Number: "visit", Received: "received_ms", Time: "time"}
	if rows.Column(stretchColumn) != nil {
		columns.Key = stretchColumn
	}
	return columns
}

// visitRead says which visits of a station to read.
type visitRead struct {
	Station  string
	Columns  []string // besides those that order and identify visits
	Ranges   []Range  // of source times, in order, not overlapping
	Choice   join.Visits
	RunTypes []string
	Filters  Filters
}

// visits reads the visits of a station in process order, one row per visit chosen: column cell_id (whatever the item),
// time (of the row), source_ms, visit, received_ms, superseded (records replaced by the row) and the columns asked for that
// the station has.
func (r *Run) visits(ctx context.Context, read visitRead) (*table.Table, error) {
	fields, err := r.Fields(ctx, r.Databases.Visits, read.Station)
	if err != nil {
		return nil, err
	}
	if len(fields) == 0 {
		r.Notice("Nothing was ever stored for station %s in database %s.", read.Station, r.Databases.Visits)
		return emptyVisits(read.Station), nil
	}
	results, err := r.Read(ctx, r.Databases.Visits, read.statements(fields)...)
	if err != nil {
		return nil, err
	}
	var parts []*table.Table
	for _, result := range results {
		for _, series := range result.Series {
			parts = append(parts, series.Rows)
		}
	}
	if len(parts) == 0 {
		return emptyVisits(read.Station), nil
	}
	return read.choose(r, withStretch(withItemID(concat(parts))))
}

// statements read the columns that the station has, in as few ranges of time as cover the wanted ones. Only filters on what a cell keeps at a station are applied by
// InfluxDB; all others come after a visit is chosen, else a replaced record or a later visit would take its place.
func (v visitRead) statements(fields []influx.FieldKey) []influx.Statement {
	names := append([]string{
		"cell_id", "item_id", "visit", "source_ms", "received_ms", "run_type", "carrier", "slot", "position", "lane", "from_m",
	}, v.Columns...)
	names = append(names, v.Filters.Keys()...)
	s := influx.Statement{
		From:  v.Station,
		Where: v.Filters.Conditions("site", "line"),
	}
	for i, name := range names {
		if slices.Contains(names[:i], name) {
			continue
		}
		if column, ok := visitColumn(name, fields); ok {
			s.Columns = append(s.Columns, column)
		}
	}
	if v.Choice == join.All {
		s.Where = v.Filters.Conditions(visitTags...)
	}
	v.Filters.narrow(&s, fields)
	var out []influx.Statement
	for _, span := range cover(v.Ranges, maxRanges) {
		s.Range = influx.Range{From: span.From.UnixNano(), To: span.To.UnixNano()}
		out = append(out, s)
	}
	return out
}

// choose orders the rows and keeps those asked for.
func (v visitRead) choose(r *Run, rows *table.Table) (*table.Table, error) {
	source, at, runType := rows.Column("source_ms"), rows.Column("time"), rows.Column("run_type")
	keep, superseded, err := join.Choose(rows, v.Choice, visitKeys(rows), func(row int) bool {
		ms := sourceMs(source, at, row)
		return slices.ContainsFunc(v.Ranges, func(r Range) bool { return ms >= r.From.UnixMilli() && ms < r.To.UnixMilli() }) &&
			(len(v.RunTypes) == 0 || slices.Contains(v.RunTypes, runTypeOf(runType, row)))
	})
	if err != nil {
		return nil, err
	}
	if n := countTrue(superseded); n > 0 {
		r.Notice("Records replaced by a later, differing one of the same item and visit: %d.", n)
	}
	rows = withReplaced(rows, superseded)
	match := v.Filters.Match(rows)
	return rows.Filter(func(row int) bool { return keep[row] && match(row) }).SortBy(table.ProcessOrder...), nil
}

const defaultRunType = "production"

func runTypeOf(c *table.Column, row int) string {
	if c != nil {
		if v, ok := c.Text(row); ok && v != "" {
			return v
		}
	}
	return defaultRunType
}

// sourceMs is the time that users see; rows of other writers that lack it are placed by the time of the row.
func sourceMs(source, at *table.Column, row int) int64 {
	if source != nil {
		if v, ok := source.Int(row); ok {
			return v
		}
	}
	ns, _ := at.Int(row)
	return ns / int64(time.Millisecond)
}

func countTrue(values []bool) int {
	n := 0
	for _, v := range values {
		if v {
			n++
		}
	}
	return n
}

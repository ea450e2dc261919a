package cells

import (
	"context"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/join"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/retest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
)

// stations are the stations of the columns other than the anchor, in the order of the columns; a station that only a
// filter names counts too.
func (q *Query) stations() []string {
	var out []string
	add := func(station string) {
		if station != "" && station != q.Anchor && !slices.Contains(out, station) {
			out = append(out, station)
		}
	}
	for _, c := range q.Columns {
		add(c.Station)
	}
	for _, f := range q.filters {
		add(f.Station)
	}
	return out
}

// fieldsOf are the fields to read of a station, with what as-of columns need to know of the visit.
func (q *Query) fieldsOf(station string) []string {
	names := []string{"source_ms"}
	for _, c := range q.Columns {
		if c.Station != station {
			continue
		}
		switch {
		case c.Environment != "":
			names = append(names, "site", "started_ms")
		case c.State != "":
			names = append(names, "site", "line", "equipment")
		case c.Field == "time":
		default:
			names = append(names, c.Field)
		}
	}
	return names
}

// readAnchor reads the visits that decide the rows. Filters without a station are about the anchor.
func (q *Query) readAnchor(ctx context.Context, run *source.Run) (*table.Table, error) {
	filters := slices.DeleteFunc(slices.Clone(q.filters), func(f source.CompiledFilter) bool { return f.Station != "" && f.Station != q.Anchor })
	rows, err := run.Visits(ctx, source.VisitRead{
		Station: q.Anchor, Columns: append(q.fieldsOf(q.Anchor), "product"), Ranges: []source.Range{run.Range}, Choice: q.Visits,
		RunTypes: q.RunTypes, Filters: filters,
	})
	if err != nil {
		return nil, err
	}
	if limit := run.Budget.Cells; limit > 0 && rows.Len() > limit {
		run.Warn("The join holds %d cells, %d are allowed: only the first are shown. Narrow the time range or add a filter.", rows.Len(), limit)
		rows = rows.Head(limit)
	}
	return rows, nil
}

// readOthers reads the visits of every other station around the range, all at once.
func (q *Query) readOthers(ctx context.Context, run *source.Run, p *plan.Plan, anchor *table.Table) (map[string]*table.Table, error) {
	stations := q.stations()
	tables := make([]*table.Table, len(stations))
	reads := make([]func() error, len(stations))
	narrow := namedCells(anchor)
	for i, station := range stations {
		reads[i] = func() (err error) {
			tables[i], err = q.readOther(ctx, run, p, anchor, station, narrow)
			return err
		}
	}
	if err := run.Together(reads...); err != nil {
		return nil, err
	}
	out := map[string]*table.Table{}
	for i, station := range stations {
		out[station] = tables[i]
	}
	return out, nil
}

func (q *Query) readOther(
	ctx context.Context, run *source.Run, p *plan.Plan, anchor *table.Table, station string, narrow source.Filters,
) (*table.Table, error) {
	read := source.VisitRead{
		Station: station, Columns: q.fieldsOf(station), Ranges: []source.Range{q.around(run, p, station)}, Choice: q.Visits,
		RunTypes: q.RunTypes, Filters: q.own(station),
	}
	if !q.throughGenealogy(run, p, station) {
		read.Filters = append(slices.Clone(narrow), read.Filters...)
		return run.Visits(ctx, read)
	}
	read.Columns = append(read.Columns, "lane", "from_m", "to_m")
	records, err := run.Visits(ctx, read)
	if err != nil {
		return nil, err
	}
	return q.relate(ctx, run, p, anchor, records, station)
}

// own are the filters that name a station.
func (q *Query) own(station string) source.Filters {
	return slices.DeleteFunc(slices.Clone(q.filters), func(f source.CompiledFilter) bool { return f.Station != station })
}

// namedCells is a filter for the cells of a small table; nothing when there are many.
func namedCells(anchor *table.Table) source.Filters {
	ids := anchor.Column(visit.IDColumn)
	if ids.Len() == 0 || ids.Len() > source.FewCells {
		return nil
	}
	f := source.CompiledFilter{Filter: source.Filter{Key: visit.IDColumn, Operator: "=|"}}
	for row := range ids.Len() {
		if id, ok := ids.Text(row); ok && !slices.Contains(f.Texts, id) {
			f.Texts = append(f.Texts, id)
		}
	}
	return source.Filters{f}
}

// join attaches the other stations' columns, named station.field, to the anchor's rows.
func (q *Query) join(run *source.Run, p *plan.Plan, anchor *table.Table, others map[string]*table.Table) (*table.Table, error) {
	rows := prefixed(anchor, q.Anchor)
	var rights []join.Right
	for _, station := range q.stations() {
		right := join.Right{Name: station, Table: others[station], Key: visit.IDColumn}
		for _, c := range others[station].Columns() {
			if c.Name != visit.IDColumn {
				right.Columns = append(right.Columns, join.Column{From: c.Name, As: station + "." + c.Name})
			}
		}
		if q.Join == joinInner || len(q.own(station)) > 0 {
			right.Unmatched = join.Drop
		}
		if q.Visits == retest.All && !q.throughGenealogy(run, p, station) {
			// Each visit at the anchor sees the other station as it was at that visit: before it upstream, after it downstream.
			right.AsOf, right.LeftTime, right.Time = join.Back, q.Anchor+".source_ms", "source_ms"
			if q.isDownstream(run, p, station) {
				right.AsOf = join.Ahead
			}
		}
		rights = append(rights, right)
	}
	out, reports, err := join.Join(join.Left{Table: rows, Key: visit.IDColumn}, rights...)
	if err != nil {
		return nil, err
	}
	for _, r := range reports {
		what := "kept without its columns"
		if r.Dropped > 0 {
			what = "dropped"
		}
		run.Notice("Join with %s: %d of %d rows of %s matched, %d unmatched (%s).", r.Name, r.Matched, anchor.Len(), q.Anchor, r.Unmatched, what)
	}
	return out, nil
}

// prefixed names the columns of the anchor like all others; the cell and its product keep their names.
func prefixed(anchor *table.Table, station string) *table.Table {
	out := table.New("cells")
	for _, c := range anchor.Columns() {
		spec := c.Spec
		if c.Name != visit.IDColumn {
			spec.Name = station + "." + c.Name
		}
		out.Add(table.Renamed(c, spec))
	}
	return out
}

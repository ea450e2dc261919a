package query

import (
	"context"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/join"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// What leads from a part to what it was made from, and to what it was built into. Carriers lead nowhere.
var (
	originRelations = []string{"cut_from", "consumes"}
	wholeRelations  = []string{"contains"}
)

// itemOf is the kind of item a station records; cells in a tray are recorded one by one, and a station outside the plan
// is taken to record cells.
func (p *Plan) itemOf(station string, ns int64) string {
	row := p.stationRow(station, ns)
	if row == nil {
		return "cell"
	}
	if item := row.Text("item"); item != "tray" && item != "" {
		return item
	}
	return "cell"
}

// throughGenealogy tells whether a station records other items than the anchor.
func (q *cellsQuery) throughGenealogy(run *Run, p *Plan, station string) bool {
	ns := run.Range.To.UnixNano()
	return p.itemOf(station, ns) != p.itemOf(q.Anchor, ns)
}

// relate turns the records of a station that works on rolls, batches, modules or packs into records of the anchor's
// items: each takes, field by field, the first or last of the records of the nearest items that the genealogy leads to.
func (q *cellsQuery) relate(ctx context.Context, run *Run, p *Plan, anchor, records *table.Table, station string) (*table.Table, error) {
	relations := originRelations
	over := q.around(run, p, station)
	if over.To = run.Range.To; q.isDownstream(run, p, station) {
		relations, over = wholeRelations, q.around(run, p, station)
	}
	family, err := run.family(ctx, over, relations)
	if err != nil {
		return nil, err
	}
	if len(family.parents) == 0 && anchor.Len() > 0 {
		run.Notice("The genealogy names no edge between %s and %s in this time.", q.Anchor, station)
	}
	items := map[string][]int{}
	ids := records.Column(idColumn)
	for row := range records.Len() {
		if id, ok := ids.Text(row); ok {
			items[id] = append(items[id], row)
		}
	}
	anchors := anchor.Column(idColumn)
	keys := table.NewColumn(table.Spec{Name: idColumn, Kind: table.Text})
	var found [][]int
	done := map[string]bool{}
	for row := range anchors.Len() {
		id, ok := anchors.Text(row)
		if !ok || done[id] {
			continue
		}
		done[id] = true
		if rows := family.nearest(id, items); len(rows) > 0 {
			keys.AppendText(id)
			found = append(found, rows)
		}
	}
	out := table.New(station)
	out.Add(keys)
	for _, c := range records.Columns() {
		if c.Name != idColumn {
			out.Add(c.Gather(c.Name, chosen(c, found, q.Visits)))
		}
	}
	return out, nil
}

// chosen is, for each list of rows (in order of time), the first or last that has a value.
func chosen(c *table.Column, found [][]int, visits join.Visits) []int {
	out := make([]int, len(found))
	for i, rows := range found {
		out[i] = -1
		for _, row := range rows {
			if c.Missing(row) || (visits == join.First && out[i] >= 0 && out[i] < row) {
				continue
			}
			if visits == join.First || row > out[i] {
				out[i] = row
			}
		}
	}
	return out
}

func (q *cellsQuery) isDownstream(run *Run, p *Plan, station string) bool {
	back, ahead, ok := q.reach(run, p, station)
	return ok && back == 0 && ahead > 0
}

// family is the edges from children to parents.
type family struct {
	parents map[string][]string
	memo    map[string][]int
}

// family reads the edges of these relations.
func (r *Run) family(ctx context.Context, over Range, relations []string) (*family, error) {
	f := &family{parents: map[string][]string{}, memo: map[string][]int{}}
	fields, err := r.Fields(ctx, r.Databases.Record, "genealogy")
	if influx.NotFound(err) || (err == nil && len(fields) == 0) {
		return f, nil
	}
	if err != nil {
		return nil, err
	}
	results, err := r.Read(ctx, r.Databases.Record, influx.Statement{
		From: "genealogy", Range: influx.Range{From: over.From.UnixNano(), To: over.To.UnixNano()},
		Columns: []influx.Column{influx.Field("child_id", table.Text), influx.Field("parent_id", table.Text)},
		Where:   []influx.Condition{{Column: influx.Tag("relation"), Operator: "=", Values: anyValues(relations)}},
	})
	if err != nil {
		return nil, err
	}
	for _, series := range results[0].Series {
		child, parent := series.Rows.Column("child_id"), series.Rows.Column("parent_id")
		for row := range series.Rows.Len() {
			c, p := textOr(child, row, ""), textOr(parent, row, "")
			if c != "" && p != "" {
				f.parents[c] = append(f.parents[c], p)
			}
		}
	}
	return f, nil
}

// nearest are the rows of the nearest ancestors that have any, each once; from an ancestor with rows it goes no farther.
func (f *family) nearest(item string, items map[string][]int) []int {
	if rows, known := f.memo[item]; known {
		return rows
	}
	f.memo[item] = nil // a circle ends here
	var out []int
	seen := map[int]bool{}
	for _, parent := range f.parents[item] {
		rows := items[parent]
		if len(rows) == 0 {
			rows = f.nearest(parent, items)
		}
		for _, row := range rows {
			if !seen[row] {
				seen[row] = true
				out = append(out, row)
			}
		}
	}
	f.memo[item] = out
	return out
}

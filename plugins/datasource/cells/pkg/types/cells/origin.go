package cells

import (
	"context"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/genealogy"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/retest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// What leads from a part to what it was made from, and to what it was built into. Carriers lead nowhere.
var (
	originRelations = []string{vocabulary.RelationCutFrom, vocabulary.RelationConsumes}
	wholeRelations  = []string{vocabulary.RelationContains}
)

// itemOf is the kind of item a station records; cells in a tray are recorded one by one, and a station outside the plan
// is taken to record cells.
func itemOf(p *plan.Plan, station string, ns int64) string {
	row := p.StationRow(station, ns)
	if row == nil {
		return "cell"
	}
	if item := row.Text("item"); item != "tray" && item != "" {
		return item
	}
	return "cell"
}

// throughGenealogy tells whether a station records other items than the anchor.
func (q *Query) throughGenealogy(run *source.Run, p *plan.Plan, station string) bool {
	ns := run.Range.To.UnixNano()
	return itemOf(p, station, ns) != itemOf(p, q.Anchor, ns)
}

// relate turns the records of a station that works on rolls, batches, modules or packs into records of the anchor's
// items: each takes, field by field, the first or last of the records of the nearest items that the genealogy leads to; of
// a roll measured stretch by stretch only those of the lane and metres it was cut from.
func (q *Query) relate(ctx context.Context, run *source.Run, p *plan.Plan, anchor, records *table.Table, station string) (*table.Table, error) {
	relations := originRelations
	over := q.around(run, p, station)
	if over.To = run.Range.To; q.isDownstream(run, p, station) {
		relations, over = wholeRelations, q.around(run, p, station)
	}
	family, err := readFamily(ctx, run, over, relations)
	if err != nil {
		return nil, err
	}
	if len(family) == 0 && anchor.Len() > 0 {
		run.Notice("The genealogy names no edge between %s and %s in this time.", q.Anchor, station)
	}
	of := genealogy.RecordsByItem(records)
	anchors := anchor.Column(visit.IDColumn)
	keys := table.NewColumn(table.Spec{Name: visit.IDColumn, Kind: table.Text})
	var found [][]int
	done := map[string]bool{}
	for row := range anchors.Len() {
		id, ok := anchors.Text(row)
		if !ok || done[id] {
			continue
		}
		done[id] = true
		if rows := family.nearest(genealogy.Part{Item: id}, of, 0); len(rows) > 0 {
			keys.AppendText(id)
			found = append(found, rows)
		}
	}
	out := table.New(station)
	out.Add(keys)
	for _, c := range records.Columns() {
		if c.Name != visit.IDColumn {
			out.Add(c.Gather(c.Name, chosen(c, found, q.Visits)))
		}
	}
	return out, nil
}

// chosen is, for each list of rows (in order of time), the first or last that has a value.
func chosen(c *table.Column, found [][]int, visits retest.Choice) []int {
	out := make([]int, len(found))
	for i, rows := range found {
		out[i] = -1
		for _, row := range rows {
			if c.Missing(row) || (visits == retest.First && out[i] >= 0 && out[i] < row) {
				continue
			}
			if visits == retest.First || row > out[i] {
				out[i] = row
			}
		}
	}
	return out
}

// family is the edges from children to parents.
type family map[string][]genealogy.Link

// readFamily reads the edges of these relations.
func readFamily(ctx context.Context, r *source.Run, over source.Range, relations []string) (family, error) {
	f := family{}
	fields, err := r.Fields(ctx, r.Databases.Record, vocabulary.MeasurementGenealogy)
	if source.DatabaseMissing(err) || (err == nil && len(fields) == 0) {
		return f, nil
	}
	if err != nil {
		return nil, err
	}
	statement := source.Statement{
		From: vocabulary.MeasurementGenealogy, Range: source.Span{From: over.From.UnixNano(), To: over.To.UnixNano()},
		Where: []source.Condition{{Column: source.Tag("relation"), Operator: "=", Values: source.AnyValues(relations)}},
	}
	for _, k := range fields {
		if slices.Contains([]string{"child_id", "parent_id", "lane", "from_m", "to_m", "reversed"}, k.Name) {
			statement.Columns = append(statement.Columns, source.Field(k.Name, source.KindOf(k)))
		}
	}
	results, err := r.Read(ctx, r.Databases.Record, statement)
	if err != nil {
		return nil, err
	}
	for _, series := range results[0].Series {
		for row := range series.Rows.Len() {
			child, l := genealogy.LinkOf(series.Rows, row)
			if child != "" && l.Parent != "" {
				f[child] = append(f[child], l)
			}
		}
	}
	return f, nil
}

// maxGenerations ends a walk through edges that lead in a circle.
const maxGenerations = 8

// nearest are the rows of the nearest ancestors that have records, each once; from an ancestor with records it goes no
// farther.
func (f family) nearest(of genealogy.Part, records *genealogy.Records, generation int) []int {
	if generation == maxGenerations {
		return nil
	}
	var out []int
	for _, l := range f[of.Item] {
		at := of.Up(l)
		rows, has := records.At(at)
		if !has {
			rows = f.nearest(at, records, generation+1)
		}
		for _, row := range rows {
			if !slices.Contains(out, row) {
				out = append(out, row)
			}
		}
	}
	return out
}

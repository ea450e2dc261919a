package traveler

import (
	"cmp"
	"context"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

const (
	// originDepth and originItems bound how far and how wide the origins are followed.
	originDepth = 8
	originItems = 200
	// edgesEachItem is how many edges of an item on the way are read: those of its making are its first, those of its
	// use its last; a roll has one for every cell cut from it.
	edgesEachItem = 24
)

// readEdges reads edges of an item and keeps those of a direction.
func (t *traveler) readEdges(ctx context.Context, item string, pointers []source.Pointer, depth int64, way direction) error {
	return t.readEdgesOf(ctx, map[string][]source.Pointer{item: pointers}, depth, map[string]direction{item: way})
}

func (t *traveler) readEdgesOf(ctx context.Context, pointers map[string][]source.Pointer, depth int64, ways map[string]direction) error {
	var all []source.Pointer
	for _, of := range pointers {
		for _, p := range of {
			if !slices.Contains(all, p) {
				all = append(all, p)
			}
		}
	}
	tables, err := t.Exactly(ctx, t.Databases.Record, all, func(measurement string) ([]source.Column, error) {
		return columnsOf(ctx, t.Run, t.Databases.Record, measurement, []string{"relation"})
	})
	if err != nil {
		return err
	}
	if of, own := pointers[t.id]; own {
		t.tellMisled(of, tables, "child_id", "parent_id")
	}
	if tables[vocabulary.MeasurementGenealogy] == nil {
		return nil
	}
	rows := tables[vocabulary.MeasurementGenealogy]
	for row := range rows.Len() {
		e := edgeOf(rows, row)
		for item, way := range ways {
			if _, leads := e.from(item); leads&way != 0 && !t.hasEdge(e) {
				e.depth = depth + 1
				t.edges = append(t.edges, e)
			}
		}
	}
	return nil
}

func (t *traveler) hasEdge(e *edge) bool {
	return slices.ContainsFunc(t.edges, func(o *edge) bool {
		return o.Child == e.Child && o.Parent == e.Parent && o.childType == e.childType && o.parentType == e.parentType &&
			(o.Relation == e.Relation || o.Relation == lotRelation)
	})
}

// lotRelation is the relation of a lot that a visit names: the machine consumed it when the item passed.
const lotRelation = vocabulary.RelationConsumes

// addLots adds the lots that the visits name; one that an edge names already is not repeated. Lots of two materials may bear
// one ID, and an edge names no material: it stands for one of them.
func (t *traveler) addLots() {
	materials := map[*edge]string{}
	for _, s := range t.standing() {
		for _, c := range s.rows.Columns() {
			lot := table.TextOr(c, s.row, "")
			if !visit.IsLot(c.Name) || lot == "" {
				continue
			}
			e := &edge{NS: s.sourceMs * 1e6, Relation: lotRelation, Child: t.id, childType: t.itemType(s), Parent: lot,
				parentType: c.Name[len(visit.LotPrefix):], depth: 1}
			of := slices.IndexFunc(t.edges, func(o *edge) bool {
				return o.Child == e.Child && o.Parent == e.Parent && (materials[o] == "" || materials[o] == e.parentType)
			})
			if of < 0 {
				of = len(t.edges)
				t.edges = append(t.edges, e)
			}
			materials[t.edges[of]] = e.parentType
		}
	}
}

// itemType is what the station works on; a tray station works on the cells in it.
func (t *traveler) itemType(s *stay) string {
	if s.idField == visit.IDColumn {
		return "cell"
	}
	if row := t.plan.StationRow(s.station, s.sourceMs*1e6); row != nil {
		return row.Text("item")
	}
	return "item"
}

// readOrigins follows the edges, one step for all items at a time.
func (t *traveler) readOrigins(ctx context.Context) error {
	seen := map[string]bool{t.id: true}
	from := map[string]bool{t.id: true}
	for depth := int64(1); ; depth++ {
		ways := map[string]direction{}
		for _, e := range t.edges {
			for _, item := range []string{e.Child, e.Parent} {
				next, way := e.from(item)
				if from[item] && next != "" && !seen[next] && e.Relation != vocabulary.RelationCarriedBy {
					ways[next] = way
				}
			}
		}
		if len(ways) == 0 {
			break
		}
		if depth == originDepth || len(seen)+len(ways) > originItems {
			t.Warn("%s has more than %d origins, or they lie more than %d steps back; the farther ones are left out. Trace a part of it instead.", t.id, originItems, originDepth)
			break
		}
		var lookups []source.Lookup
		from = map[string]bool{}
		for item, way := range ways {
			seen[item], from[item] = true, true
			lookups = append(lookups, source.Lookup{Item: item, Kind: vocabulary.MeasurementGenealogy, Newest: way == ahead, Limit: edgesEachItem})
		}
		slices.SortFunc(lookups, func(a, b source.Lookup) int { return cmp.Compare(a.Item, b.Item) })
		found, err := t.Pointers(ctx, t.plan, lookups...)
		if err != nil {
			return err
		}
		if err := t.readEdgesOf(ctx, found, depth, ways); err != nil {
			return err
		}
	}
	slices.SortStableFunc(t.edges, func(a, b *edge) int {
		return cmp.Or(cmp.Compare(a.depth, b.depth), cmp.Compare(a.NS, b.NS), cmp.Compare(a.Relation, b.Relation),
			table.Natural(a.Parent, b.Parent), table.Natural(a.Child, b.Child))
	})
	return nil
}

func (t *traveler) genealogyTable() *table.Table {
	out := newPart(vocabulary.PartGenealogy)
	column := out.Column
	for _, e := range t.edges {
		column("time").AppendInt(e.NS)
		appendTexts(out, map[string]string{
			"relation": e.Relation, "child_id": e.Child, "child_type": e.childType, "parent_id": e.Parent, "parent_type": e.parentType,
			"unit": e.unit, "lane": e.lane,
		})
		column("depth").AppendInt(e.depth)
		table.AppendNumber(column("quantity"), e.quantity)
		table.AppendNumber(column("from_m"), e.fromM)
		table.AppendNumber(column("to_m"), e.toM)
	}
	return out
}

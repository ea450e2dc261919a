package traveler

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/genealogy"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// edge is a parent and a child; depth is its distance from the traveler's item.
type edge struct {
	NS                                                   int64
	Relation, Child, childType, Parent, parentType, unit string
	lane                                                 string
	quantity, fromM, toM                                 *float64
	depth                                                int64
	link                                                 genealogy.Link // from the child to the parent
}

// direction says which edges of an item are followed: back to what it was made from, ahead to what it was built into.
type direction uint8

const (
	back direction = 1 << iota
	ahead
	both = back | ahead
)

// from tells where an edge leads seen from an item: to the origin of material, or to the whole it became part of. A carrier
// is shown and not followed.
func (e *edge) from(item string) (next string, way direction) {
	switch {
	case e.Relation == vocabulary.RelationContains && e.Parent == item:
		return e.Child, back
	case e.Relation == vocabulary.RelationContains && e.Child == item:
		return e.Parent, ahead
	case e.Child == item:
		return e.Parent, back
	}
	return "", 0
}

func edgeOf(rows *table.Table, row int) *edge {
	text := func(name string) string { return table.TextOr(rows.Column(name), row, "") }
	number := func(name string) *float64 {
		if c := rows.Column(name); c != nil && c.Kind == table.Float {
			if v, ok := c.Float(row); ok {
				return &v
			}
		}
		return nil
	}
	ns, _ := rows.Column("time").Int(row)
	_, link := genealogy.LinkOf(rows, row)
	return &edge{
		link: link,
		NS:   ns / 1e9 * 1e9, Relation: text("relation"), Child: text("child_id"), childType: text("child_type"),
		Parent: text("parent_id"), parentType: text("parent_type"), unit: text("unit"), lane: text("lane"),
		quantity: number("quantity"), fromM: number("from_m"), toM: number("to_m"),
	}
}

// Package genealogy tells which part of an item came from which part of another. Pure.
package genealogy

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
)

// Part is an item or a part of it: a lane and metres of a web, where they are known.
type Part struct {
	Item, lane string
	from, to   float64
	placed     bool
}

// Link leads from a child to a parent, and tells which part of the parent it came from. A reversed child was rewound: its
// metre 0 is the end of that part.
type Link struct {
	Parent, Lane string
	From, To     float64
	Placed       bool
	Reversed     bool
}

// Up is the part of the parent that a part of the child came from.
func (w Part) Up(l Link) Part {
	out := Part{Item: l.Parent, lane: l.Lane, from: l.From, to: l.To, placed: l.Placed}
	if !l.Placed || !w.placed {
		return out
	}
	if l.Reversed {
		out.from, out.to = l.To-w.to, l.To-w.from
	} else {
		out.from, out.to = l.From+w.from, l.From+w.to
	}
	return out
}

// Meets tells whether a part reaches into a stretch of its item, both ends of it included; nil is no end. What is not known of where
// the part lies reaches everywhere.
func (w Part) Meets(fromM, toM *float64) bool {
	return !w.placed || (fromM == nil || *fromM <= w.to) && (toM == nil || w.from <= *toM)
}

// Family are the links of items to what they came from.
type Family map[string][]Link

// Origins are the parts that an item came from, each once, by way of at most so many generations.
func (f Family) Origins(item string, generations int) []Part {
	var out []Part
	seen := map[Part]bool{}
	for youngest := []Part{{Item: item}}; len(youngest) > 0 && generations > 0; generations-- {
		var next []Part
		for _, of := range youngest {
			for _, l := range f[of.Item] {
				if up := of.Up(l); !seen[up] {
					seen[up] = true
					next = append(next, up)
				}
			}
		}
		out, youngest = append(out, next...), next
	}
	return out
}

// LinkOf reads an edge of the genealogy.
func LinkOf(rows *table.Table, row int) (child string, l Link) {
	l = Link{Parent: table.TextOr(rows.Column("parent_id"), row, ""), Lane: table.TextOr(rows.Column("lane"), row, "")}
	from, hasFrom := table.FloatAt(rows.Column("from_m"), row)
	to, hasTo := table.FloatAt(rows.Column("to_m"), row)
	if hasFrom && hasTo {
		l.From, l.To, l.Placed = min(from, to), max(from, to), true
	}
	if c := rows.Column("reversed"); c != nil && c.Kind == table.Bool {
		l.Reversed, _ = c.Bool(row)
	}
	return table.TextOr(rows.Column("child_id"), row, ""), l
}

// tiny gives a single point of a web some length, in metres.
const tiny = 1e-6

// Records are the rows of a station by item.
type Records struct {
	Rows   map[string][]int
	Places []Part // by row
}

// RecordsByItem parts the rows of a station by item, and tells which part of it each measured.
func RecordsByItem(records *table.Table) *Records {
	out := &Records{Rows: map[string][]int{}, Places: make([]Part, records.Len())}
	ids := records.Column(visit.IDColumn)
	for row := range records.Len() {
		id := table.TextOr(ids, row, "")
		if id == "" {
			continue
		}
		out.Rows[id] = append(out.Rows[id], row)
		at := Part{Item: id, lane: table.TextOr(records.Column("lane"), row, "")}
		from, hasFrom := table.FloatAt(records.Column("from_m"), row)
		to, hasTo := table.FloatAt(records.Column("to_m"), row)
		if hasFrom && hasTo {
			at.from, at.to, at.placed = min(from, to), max(from, to), true
		}
		out.Places[row] = at
	}
	return out
}

// At are the records of a part of an item; has is false when the item has none at all. What a record or the genealogy does
// not state (a lane, metres) fits everything.
func (r *Records) At(w Part) (rows []int, has bool) {
	for _, row := range r.Rows[w.Item] {
		p := r.Places[row]
		if p.lane != "" && w.lane != "" && p.lane != w.lane {
			continue
		}
		// Half-open stretches: what ends where the next begins does not belong to both; a point belongs to its stretch.
		if p.placed && w.placed && (p.from >= max(w.to, w.from+tiny) || w.from >= p.to) {
			continue
		}
		rows = append(rows, row)
	}
	return rows, len(r.Rows[w.Item]) > 0
}

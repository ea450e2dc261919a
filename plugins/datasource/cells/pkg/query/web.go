package query

import "github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"

// where is an item or a part of it: a lane and metres of a web, where they are known.
type where struct {
	item, lane string
	from, to   float64
	placed     bool
}

// link leads from a child to a parent, and tells which part of the parent it came from. A reversed child was rewound: its
// metre 0 is the end of that part.
type link struct {
	parent, lane string
	from, to     float64
	placed       bool
	reversed     bool
}

// up is the part of the parent that a part of the child came from.
func (w where) up(l link) where {
	out := where{item: l.parent, lane: l.lane, from: l.from, to: l.to, placed: l.placed}
	if !l.placed || !w.placed {
		return out
	}
	if l.reversed {
		out.from, out.to = l.to-w.to, l.to-w.from
	} else {
		out.from, out.to = l.from+w.from, l.from+w.to
	}
	return out
}

func linkOf(rows *table.Table, row int) (child string, l link) {
	l = link{parent: textOr(rows.Column("parent_id"), row, ""), lane: textOr(rows.Column("lane"), row, "")}
	from, hasFrom := floatAt(rows.Column("from_m"), row)
	to, hasTo := floatAt(rows.Column("to_m"), row)
	if hasFrom && hasTo {
		l.from, l.to, l.placed = min(from, to), max(from, to), true
	}
	if c := rows.Column("reversed"); c != nil && c.Kind == table.Bool {
		l.reversed, _ = c.Bool(row)
	}
	return textOr(rows.Column("child_id"), row, ""), l
}

// tiny gives a single point of a web some length, in metres.
const tiny = 1e-6

// itemRecords are the rows of a station by item.
type itemRecords struct {
	rows   map[string][]int
	places []where // by row
}

func recordsByItem(records *table.Table) *itemRecords {
	out := &itemRecords{rows: map[string][]int{}, places: make([]where, records.Len())}
	ids := records.Column(idColumn)
	for row := range records.Len() {
		id := textOr(ids, row, "")
		if id == "" {
			continue
		}
		out.rows[id] = append(out.rows[id], row)
		at := where{item: id, lane: textOr(records.Column("lane"), row, "")}
		from, hasFrom := floatAt(records.Column("from_m"), row)
		to, hasTo := floatAt(records.Column("to_m"), row)
		if hasFrom && hasTo {
			at.from, at.to, at.placed = min(from, to), max(from, to), true
		}
		out.places[row] = at
	}
	return out
}

// at are the records of a part of an item; has is false when the item has none at all. What a record or the genealogy does
// not state (a lane, metres) fits everything.
func (r *itemRecords) at(w where) (rows []int, has bool) {
	for _, row := range r.rows[w.item] {
		p := r.places[row]
		if p.lane != "" && w.lane != "" && p.lane != w.lane {
			continue
		}
		// Half-open stretches: what ends where the next begins does not belong to both; a point belongs to its stretch.
		if p.placed && w.placed && (p.from >= max(w.to, w.from+tiny) || w.from >= p.to) {
			continue
		}
		rows = append(rows, row)
	}
	return rows, len(r.rows[w.item]) > 0
}

func floatAt(c *table.Column, row int) (float64, bool) {
	if c == nil || c.Kind != table.Float {
		return 0, false
	}
	return c.Float(row)
}

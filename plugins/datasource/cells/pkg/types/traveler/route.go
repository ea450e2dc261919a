package traveler

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/holds"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// readStays reads the visits that the index points at.
func (t *traveler) readStays(ctx context.Context, pointers []source.Pointer) error {
	tables, err := t.Exactly(ctx, t.Databases.Visits, pointers, func(measurement string) ([]source.Column, error) {
		fields, err := t.Fields(ctx, t.Databases.Visits, measurement)
		if err != nil || len(fields) == 0 {
			return nil, err
		}
		var columns []source.Column
		for _, tag := range vocabulary.VisitTags {
			columns = append(columns, source.Tag(tag))
		}
		for _, f := range fields {
			if column, ok := source.VisitColumn(f.Name, fields); ok && !column.Tag {
				columns = append(columns, column)
			}
		}
		return columns, nil
	})
	if err != nil {
		return err
	}
	t.tellMisled(pointers, tables, "cell_id", "item_id")
	for station, rows := range tables {
		idField := visit.IDColumn
		if rows.Column(visit.IDColumn) == nil {
			idField = "item_id"
		}
		stays, err := t.staysOf(ctx, station, rows)
		if err != nil {
			return err
		}
		for _, s := range stays {
			s.idField = idField
			if of := t.plan.StationRow(station, s.sourceMs*1e6); of != nil {
				if order, ok := of.Int("order"); ok {
					s.order = &order
				}
			}
			t.stays = append(t.stays, s)
		}
	}
	slices.SortFunc(t.stays, func(a, b *stay) int {
		return cmp.Or(cmp.Compare(a.sourceMs, b.sourceMs), cmp.Compare(a.station, b.station), cmp.Compare(a.number, b.number),
			table.Natural(a.text("slot"), b.text("slot")), table.Natural(a.text("position"), b.text("position")),
			cmp.Compare(table.BoolInt(b.superseded), table.BoolInt(a.superseded)))
	})
	return nil
}

// standing are the visits that count.
func (t *traveler) standing() []*stay {
	return slices.DeleteFunc(slices.Clone(t.stays), func(s *stay) bool { return s.superseded })
}

func (t *traveler) operationsTable() *table.Table {
	texts := []string{"run_type", "site", "line", "equipment", "position", "operator", "shift", "recipe", "recipe_version", "work_order", "carrier"}
	out := table.New("operations",
		table.Spec{Name: "time", Kind: table.Time, Required: true}, table.Spec{Name: "started", Kind: table.Time},
		table.Spec{Name: "order", Kind: table.Int}, table.Spec{Name: "station", Kind: table.Text},
		table.Spec{Name: "visit", Kind: table.Text}, table.Spec{Name: "verdict", Kind: table.Text})
	for _, name := range texts {
		out.Add(table.NewColumn(table.Spec{Name: name, Kind: table.Text}))
	}
	out.Add(table.NewColumn(table.Spec{Name: "superseded", Kind: table.Bool}))
	c := out.Columns()
	for _, s := range t.stays {
		c[0].AppendInt(s.sourceMs * 1e6)
		if started := s.rows.Column("started_ms"); started == nil || started.Missing(s.row) {
			c[1].AppendMissing()
		} else {
			c[1].AppendInt(s.startedMs * 1e6)
		}
		table.AppendIntOr(c[2], s.order)
		c[3].AppendText(s.station)
		c[4].AppendText(strconv.FormatInt(s.number, 10))
		table.AppendTextOr(c[5], s.text("verdict"))
		for i, name := range texts {
			value := s.text(name)
			if t.People.Hides(name) {
				value = ""
			}
			table.AppendTextOr(c[6+i], value)
		}
		c[len(c)-1].AppendBool(s.superseded)
	}
	return out
}

// headerTable is one row; none for an item nothing is known of.
func (t *traveler) headerTable() *table.Table {
	out := table.New("header",
		table.Spec{Name: "cell_id", Kind: table.Text}, table.Spec{Name: "product", Kind: table.Text}, table.Spec{Name: "site", Kind: table.Text},
		table.Spec{Name: "line", Kind: table.Text}, table.Spec{Name: "first_seen", Kind: table.Time}, table.Spec{Name: "last_seen", Kind: table.Time},
		table.Spec{Name: "station", Kind: table.Text}, table.Spec{Name: "verdict", Kind: table.Text}, table.Spec{Name: "disposition", Kind: table.Text},
		table.Spec{Name: "visits", Kind: table.Int}, table.Spec{Name: "out_of_spec", Kind: table.Int}, table.Spec{Name: "rework", Kind: table.Int})
	if !t.known {
		return out
	}
	c := out.Columns()
	c[0].AppendText(t.id)
	stays := t.standing()
	if len(stays) == 0 {
		for _, i := range []int{1, 2, 3, 4, 5, 6, 7} {
			c[i].AppendMissing()
		}
	} else {
		first, last := stays[0], stays[len(stays)-1]
		for i, name := range []string{"product", "site", "line"} {
			table.AppendTextOr(c[1+i], last.text(name))
		}
		c[4].AppendInt(first.startedMs * 1e6)
		c[5].AppendInt(last.sourceMs * 1e6)
		c[6].AppendText(last.station)
		table.AppendTextOr(c[7], verdictOf(stays))
	}
	table.AppendTextOr(c[8], holds.Disposition(t.events, t.Now().UnixMilli()))
	rework, outside := int64(0), int64(0)
	for _, s := range stays {
		if s.number > 1 && s.rows.Column(visit.UnitColumn) == nil { // a stretch of a roll repeats nothing
			rework++
		}
	}
	for _, m := range t.values {
		if m.verdict == vocabulary.VerdictNOK {
			outside++
		}
	}
	c[9].AppendInt(int64(len(stays)))
	c[10].AppendInt(outside)
	c[11].AppendInt(rework)
	return out
}

// verdictOf is nok while the last visit to some station is, else unproven while one of them is, else the verdict of the last visit: a rework makes good only
// the station it repeats, a visit that was skipped none. Of passes that bear one number the worst counts, until a person
// answers. Trials and the like say nothing of an item that was produced.
func verdictOf(stays []*stay) string {
	if made := slices.DeleteFunc(slices.Clone(stays), func(s *stay) bool { return !s.production() }); len(made) > 0 {
		stays = made
	}
	last := map[string]*stay{}
	for _, s := range stays {
		before := last[s.station]
		switch {
		case before == nil:
		case (s.text("verdict") == vocabulary.VerdictSkipped) != (before.text("verdict") == vocabulary.VerdictSkipped):
			if s.text("verdict") == vocabulary.VerdictSkipped {
				continue
			}
		case s.number < before.number || s.number == before.number && s.rank < before.rank:
			continue
		}
		last[s.station] = s
	}
	for _, s := range last {
		if s.text("verdict") == vocabulary.VerdictNOK {
			return vocabulary.VerdictNOK
		}
	}
	for _, s := range last {
		if control.Passed(s.text("verdict"), s.found) == control.VerdictUnproven {
			return control.VerdictUnproven
		}
	}
	end := stays[len(stays)-1]
	return last[end.station].text("verdict")
}

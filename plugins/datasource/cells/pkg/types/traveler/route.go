package traveler

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/retest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// readStays reads the visits that the index points at.
func (t *traveler) readStays(ctx context.Context, pointers []source.Pointer) error {
	tables, err := t.Exactly(ctx, t.Databases.Visits, pointers, func(station string) ([]source.Column, error) { return t.visitColumns(ctx, station) })
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

// operationTexts are the columns of operations that a visit stored as they are.
var operationTexts = slices.DeleteFunc(slices.Clone(vocabulary.OperationColumns), func(name string) bool {
	return !slices.Contains(vocabulary.VisitTexts, name) && !slices.Contains(vocabulary.VisitTags, name)
})

func (t *traveler) operationsTable() *table.Table {
	out := newPart(vocabulary.PartOperations)
	column := out.Column
	for _, s := range t.stays {
		column("time").AppendInt(s.sourceMs * 1e6)
		if started := s.rows.Column("started_ms"); started == nil || started.Missing(s.row) {
			column("started").AppendMissing()
		} else {
			column("started").AppendInt(s.startedMs * 1e6)
		}
		table.AppendIntOr(column("order"), s.order)
		column("station").AppendText(s.station)
		column("visit").AppendText(strconv.FormatInt(s.number, 10))
		for _, name := range operationTexts {
			value := s.text(name)
			if t.People.Hides(name) {
				value = ""
			}
			table.AppendTextOr(column(name), value)
		}
		column("superseded").AppendBool(s.superseded)
	}
	return out
}

// headerTable is one row; none for an item nothing is known of.
func (t *traveler) headerTable() *table.Table {
	out := newPart(vocabulary.PartHeader)
	if !t.known {
		return out
	}
	column := out.Column
	column("cell_id").AppendText(t.id)
	stays := t.standing()
	if len(stays) == 0 {
		for _, name := range []string{"product", "site", "line", "first_seen", "last_seen", "station", "verdict"} {
			column(name).AppendMissing()
		}
	} else {
		first, last := stays[0], stays[len(stays)-1]
		for _, name := range []string{"product", "site", "line"} {
			table.AppendTextOr(column(name), last.text(name))
		}
		column("first_seen").AppendInt(first.startedMs * 1e6)
		column("last_seen").AppendInt(last.sourceMs * 1e6)
		column("station").AppendText(last.station)
		table.AppendTextOr(column("verdict"), verdictOf(stays))
	}
	table.AppendTextOr(column("disposition"), t.state.Disposition)
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
	column("visits").AppendInt(int64(len(stays)))
	column("out_of_spec").AppendInt(outside)
	column("rework").AppendInt(rework)
	return out
}

// verdictOf is the verdict of the item. Trials and the like say nothing of an item that was produced.
func verdictOf(stays []*stay) string {
	if made := slices.DeleteFunc(slices.Clone(stays), func(s *stay) bool { return !s.production() }); len(made) > 0 {
		stays = made
	}
	speaks := map[string]*stay{}
	for _, s := range stays {
		before := speaks[s.station]
		if before == nil || retest.Speaks(s.text("verdict"), before.text("verdict"), cmp.Compare(s.number, before.number), cmp.Compare(s.rank, before.rank)) {
			speaks[s.station] = s
		}
	}
	var verdicts []string
	for _, s := range speaks {
		verdicts = append(verdicts, control.Passed(s.text("verdict"), s.found))
	}
	return retest.Verdict(verdicts, speaks[stays[len(stays)-1].station].text("verdict"))
}

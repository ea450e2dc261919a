package audit

import (
	"cmp"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/seals"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Days is a row a day, of a day that was changed one a finding: time (its begin), day, state, events (of its seal), late, and of an event its
// event_id and when it happened. onlyFindings leaves out what is as it was. Before the first day that was verified stands one row for all that
// were not.
func (a *Answer) Days(asked source.Range, onlyFindings bool) *table.Table {
	out := table.New("days",
		table.Spec{Name: "time", Kind: table.Time, Required: true}, table.Spec{Name: "day", Kind: table.Text}, table.Spec{Name: "state", Kind: table.Text},
		table.Spec{Name: "events", Kind: table.Int}, table.Spec{Name: "late", Kind: table.Int},
		table.Spec{Name: "event_id", Kind: table.Text}, table.Spec{Name: "happened", Kind: table.Time},
	)
	add := func(day seals.Day, state string, of seals.Verdict, f seals.Finding) {
		begin, _ := day.Bounds()
		out.Column("time").AppendInt(begin.UnixNano())
		out.Column("day").AppendText(string(day))
		out.Column("state").AppendText(state)
		count, late := int64(of.Count), int64(len(of.Late))
		table.AppendIntOr(out.Column("events"), known(&count, of.Count > 0 || state == vocabulary.AuditAsSealed))
		table.AppendIntOr(out.Column("late"), known(&late, late > 0))
		table.AppendTextOr(out.Column("event_id"), f.ID)
		table.AppendIntOr(out.Column("happened"), known(&f.At, f.At != 0))
	}
	if first := seals.DayOf(asked.From); first < a.From && !onlyFindings {
		add(first, vocabulary.AuditNotVerified, seals.Verdict{}, seals.Finding{})
	}
	for _, day := range a.Verified.Days {
		for _, f := range day.Findings {
			add(day.Day, f.State, day, f)
		}
		if len(day.Findings) == 0 && !onlyFindings {
			add(day.Day, day.State, day, seals.Finding{})
		}
	}
	return out
}

func known[T any](v *T, is bool) *T {
	if is {
		return v
	}
	return nil
}

// eventTexts are the texts of an event, in the order of their columns.
var eventTexts = []string{
	"target_type", "target_id", "item_id", "text", "author", "badge", "approver", "source", "answers", "hold_id", "disposition", "station", "equipment",
	"position", "characteristic", "rule", "severity", "reference",
}

// Events are those that were stored in a range, in the order of storing: time (when it happened), stored, kind, the texts of the event,
// site, event_id, state (what seals say of it), sealed_on (the day whose seal lists it) and sha256 (of its row as it is stored now). of tells
// which row each is.
func (a *Answer) Events(over source.Range, kinds []string) (out *table.Table, of []record.Row) {
	out = table.New("events",
		table.Spec{Name: "time", Kind: table.Time, Required: true}, table.Spec{Name: "stored", Kind: table.Time}, table.Spec{Name: "kind", Kind: table.Text},
	)
	for _, name := range slices.Concat(eventTexts, []string{"site", "event_id", "state", "sealed_on", "sha256"}) {
		out.Add(table.NewColumn(table.Spec{Name: name, Kind: table.Text}))
	}
	var rows []int
	seen := map[string]bool{}
	for i, row := range a.Rows {
		at := seals.StoredAt(row)
		key := a.Stored[i].Key() + a.Stored[i].SHA256
		if at.Before(over.From) || !at.Before(over.To) || len(kinds) > 0 && !slices.Contains(kinds, row.Tags["kind"]) || seen[key] {
			continue
		}
		seen[key] = true
		rows = append(rows, i)
	}
	slices.SortFunc(rows, func(x, y int) int {
		return cmp.Or(seals.StoredAt(a.Rows[x]).Compare(seals.StoredAt(a.Rows[y])), cmp.Compare(a.Stored[x].ID, a.Stored[y].ID))
	})
	for _, i := range rows {
		row, stored := a.Rows[i], a.Stored[i]
		of = append(of, row)
		happened := row.NS / 1e9 * 1e9 // the rest of a second is a hash
		if ms, _ := row.Fields["from_ms"].(int64); ms > 0 && row.Tags["kind"] != vocabulary.EventSeal {
			happened = ms * 1e6
		}
		out.Column("time").AppendInt(happened)
		out.Column("stored").AppendInt(seals.StoredAt(row).UnixNano())
		table.AppendTextOr(out.Column("kind"), row.Tags["kind"])
		for _, name := range eventTexts {
			text, _ := row.Fields[name].(string)
			table.AppendTextOr(out.Column(name), text)
		}
		state, on := a.Of(stored)
		table.AppendTextOr(out.Column("site"), row.Tags["site"])
		table.AppendTextOr(out.Column("event_id"), stored.ID)
		table.AppendTextOr(out.Column("state"), state)
		table.AppendTextOr(out.Column("sealed_on"), string(on))
		table.AppendTextOr(out.Column("sha256"), stored.SHA256)
	}
	return out, of
}

package traveler

import (
	"context"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/holds"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Known is what is known of an item, for those who decide about it.
type Known struct {
	// Seen tells whether the index knows the item.
	Seen bool
	// Type is what it is: cell, roll, module …; "" where no record says so.
	Type string
	// Visits are the records that count, in the order of their times.
	Visits []Visit
	// State is what became of the item by the events about it and about all that it was made of, carried by and worked on with.
	State holds.State
	// Events are those about the item itself.
	Events []record.Event
}

// Visit is a record of the item that counts. Times are Unix ms.
type Visit struct {
	Station  string
	Number   int64
	SourceMs int64
	// ReceivedMs is when the record arrived, 0 where it does not say so.
	ReceivedMs int64
	// Verdict is what the station said, Reported what it said where nobody understands that.
	Verdict, Reported string
	Equipment         string
	// History: it only tells what was. Stretch: it is one of a roll, and no other repeats it.
	Production, History, Stretch bool
	// Found is what is wrong with its values, whatever the station said.
	Found []control.Finding
	// Replaced counts the differing records of the same pass that it replaced; Contested: other passes bear its number, and nobody has
	// answered which of them counts.
	Replaced  int64
	Contested bool
}

// Know reads what is known of an item, whatever a traveler would show of it besides. What could not be read as a whole is told as a warning
// of the run.
//
// Errors: whatever kept it from reading.
func Know(ctx context.Context, run *source.Run, item string) (Known, error) {
	p, err := run.Plan(ctx)
	if err != nil {
		return Known{}, err
	}
	found, err := run.Pointers(ctx, p, source.Lookup{Item: item})
	if err != nil || len(found[item]) == 0 {
		return Known{}, err
	}
	t := &traveler{Run: run, plan: p, id: item}
	if err := t.read(ctx, &Query{Parts: []string{vocabulary.PartHeader}}, found[item]); err != nil {
		return Known{}, err
	}
	out := Known{Seen: true, Type: t.typeOf(), State: t.state}
	for _, s := range t.standing() {
		out.Visits = append(out.Visits, s.visit())
	}
	out.Events = slices.DeleteFunc(t.events, func(e record.Event) bool { return e.ItemID != item && e.TargetID != item })
	return out, nil
}

// typeOf is what the records of the item say that it is, by the newest visit, else by the genealogy.
func (t *traveler) typeOf() string {
	if stays := t.standing(); len(stays) > 0 {
		return t.itemType(stays[len(stays)-1])
	}
	for _, e := range t.edges {
		switch t.id {
		case e.Child:
			return e.childType
		case e.Parent:
			return e.parentType
		}
	}
	return ""
}

func (s *stay) visit() Visit {
	return Visit{
		Station: s.station, Number: s.number, SourceMs: s.sourceMs, ReceivedMs: table.IntOr(s.rows.Column("received_ms"), s.row, 0),
		Verdict: s.text("verdict"), Reported: s.text("verdict_reported"), Equipment: s.text("equipment"),
		Production: s.production(), History: table.IsTrue(s.rows.Column("history"), s.row), Stretch: s.rows.Column(visit.UnitColumn) != nil,
		Found: s.found, Replaced: s.replaced, Contested: s.contested,
	}
}

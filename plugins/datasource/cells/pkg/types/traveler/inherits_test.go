package traveler

import (
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/holds"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
)

func TestADecisionAboutAMachineOrCarrierHoldsForTheItemsThatWereThere(t *testing.T) {
	carried := func(ms int64, tray string) *edge {
		return &edge{NS: ms * 1e6, Relation: "carried_by", Child: "A1", Parent: tray}
	}
	item := &traveler{id: "A1", edges: []*edge{carried(100, "T1"), carried(200, "T2"), {Relation: "cut_from", Child: "A1", Parent: "R1"}}}
	known := item.item()
	for name, c := range map[string]struct {
		event record.Event
		want  bool
	}{
		"material, at any time":                {record.Event{TargetID: "R1", AtMs: 900}, true},
		"the tray it lay in then":              {record.Event{TargetID: "T1", AtMs: 150}, true},
		"the tray it had left":                 {record.Event{TargetID: "T1", AtMs: 250}, false},
		"a tray it came into later":            {record.Event{TargetID: "T2", AtMs: 150}, true},
		"a tray it came into after the window": {record.Event{TargetID: "T2", AtMs: 150, FromMs: 140, ToMs: 160}, false},
	} {
		if got := holds.Concerns(&c.event, known); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

package traveler

import (
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/holds"
)

func TestADecisionAboutAMachineOrCarrierHoldsForTheItemsThatWereThere(t *testing.T) {
	carried := func(ms int64, tray string) *edge {
		return &edge{NS: ms * 1e6, Relation: "carried_by", Child: "A1", Parent: tray}
	}
	item := &traveler{id: "A1", edges: []*edge{carried(100, "T1"), carried(200, "T2"), {Relation: "cut_from", Child: "A1", Parent: "R1"}}}
	targets := item.related(nil)
	for name, c := range map[string]struct {
		event holds.Occurrence
		want  bool
	}{
		"material, at any time":                {holds.Occurrence{Target: "R1", MS: 900}, true},
		"the tray it lay in then":              {holds.Occurrence{Target: "T1", MS: 150}, true},
		"the tray it had left":                 {holds.Occurrence{Target: "T1", MS: 250}, false},
		"a tray it came into later":            {holds.Occurrence{Target: "T2", MS: 150}, true},
		"a tray it came into after the window": {holds.Occurrence{Target: "T2", MS: 150, FromMs: 140, ToMs: 160}, false},
	} {
		if got := item.concerns(&c.event, nil, targets); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

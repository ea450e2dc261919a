package plan_test

import (
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table/tabletest"
)

func TestReachAddsTheHoursAlongTheRoute(t *testing.T) {
	rows, err := tabletest.Parse("station", `time:time! station:text from_station:text max_hours:float
2026-01-01T00:00:00Z coating - -
2026-01-01T00:00:00Z slitting coating 24
2026-01-01T00:00:00Z cathode slitting 10
2026-01-01T00:00:00Z anode slitting 20
2026-01-01T00:00:00Z filling cathode 5
2026-01-01T00:00:00Z pack - -`)
	if err != nil {
		t.Fatal(err)
	}
	book, err := plan.NewBook(rows)
	if err != nil {
		t.Fatal(err)
	}
	now := at(t, "2026-02-01")
	for _, c := range []struct {
		anchor, other string
		back, ahead   float64
		ok            bool
	}{
		{"filling", "coating", 39, 0, true}, {"coating", "filling", 0, 39, true}, {"filling", "filling", 0, 0, true},
		{"filling", "anode", 15, 20, true}, {"filling", "pack", 0, 0, false}, {"filling", "unknown", 0, 0, false},
	} {
		back, ahead, ok := plan.Reach(book, c.anchor, c.other, now)
		if back != c.back || ahead != c.ahead || ok != c.ok {
			t.Errorf("%s from %s: %v back, %v ahead, %v", c.other, c.anchor, back, ahead, ok)
		}
	}
}

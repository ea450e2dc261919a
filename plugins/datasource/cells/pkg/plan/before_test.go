package plan_test

import (
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
)

func TestWhatWasMeasuredBeforeThePlanBeganIsJudgedByWhatItBeganWith(t *testing.T) {
	characteristics := bookOf(t, "characteristic", `time:time! station:text characteristic:text product:text stratum:text lsl:float
2026-02-01T00:00:00Z filling fill_mass * * 796
2026-03-01T00:00:00Z filling fill_mass * * 797
2026-03-01T00:00:00Z filling fill_vacuum * * 2`)
	begin, _ := characteristics.Begin()
	p := &plan.Plan{Characteristics: characteristics, Begin: begin}
	for _, c := range []struct {
		characteristic, day string
		want                float64
	}{
		{"fill_mass", "2026-01-01", 796}, {"fill_mass", "2026-02-15", 796}, {"fill_mass", "2026-03-15", 797}, {"fill_vacuum", "2026-03-15", 2},
	} {
		if row := p.Specs("filling", c.characteristic, plan.Scope{}).At(at(t, c.day)); row == nil || *row.Number("lsl") != c.want {
			t.Errorf("%s on %s: %v, want %v", c.characteristic, c.day, row, c.want)
		}
	}
	if row := p.Specs("filling", "fill_vacuum", plan.Scope{}).At(at(t, "2026-01-01")); row != nil {
		t.Errorf("what was planned later holds from its own moment on, not %v", row)
	}
	drawn := p.Specs("filling", "fill_mass", plan.Scope{}).Between(at(t, "2026-01-01"), at(t, "2026-02-15"))
	if len(drawn) != 1 || drawn[0].FromNs != at(t, "2026-01-01") {
		t.Errorf("a chart of before draws %v", drawn)
	}
}

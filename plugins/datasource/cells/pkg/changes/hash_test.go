package changes

import "testing"

func TestARowHasTheHashThatAPushGivesTheSameRow(t *testing.T) {
	row := Row{
		Measurement: "control_limit",
		Tags:        map[string]string{"station": "filling", "product": "*", "characteristic": "fill_mass", "stratum": "equipment=f-1"},
		Fields:      map[string]any{"model": "normal", "centre": 800.5, "n": int64(120), "sigma_within": 1e-7, "trigger": `a "quoted" <text> µ`, "active2": true},
	}
	// By contentText of packages/plan, of the same row.
	if got := row.hash(); got != "7f7b531e71c366e68850b7ea7468671dd2d0af2f53bb3eba27f7cec1efb3d86d" {
		t.Error(got)
	}
}

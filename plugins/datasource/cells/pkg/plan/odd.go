package plan

import (
	"fmt"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// numbers are the fields of the plan that say what is out of limits; stored as anything else they would say nothing, and
// nothing would ever be out.
var numbers = []string{
	"lsl", "target", "usl", "plausible_lo", "plausible_hi", "censored_low", "censored_high",
	"centre", "sigma_within", "sigma_between", "sigma_plotted", "window", "subgroup_n", "lambda", "l", "k",
	"max_gap_s", "max_hours", "min_hours", "monitor_min_n", "monitor_window_s",
}

// words are the fields that say it in words.
var words = []string{"source", "type", "special_class", "sample", "model", "status", "equipment", "from_station", "containment", "item"}

// Odd names the fields of a measurement of the plan that are stored as another type than the plan's, so that what they
// state cannot be read. Fields not named by the plan are nobody's.
func Odd(rows *table.Table) []string {
	var out []string
	for _, c := range rows.Columns() {
		var want string
		switch {
		case slices.Contains(numbers, c.Name) && c.Kind != table.Float && c.Kind != table.Int:
			want = "a number"
		case slices.Contains(words, c.Name) && c.Kind != table.Text:
			want = "text"
		case c.Name == "active" && c.Kind != table.Bool:
			want = "a boolean"
		default:
			continue
		}
		if !c.AllMissing() {
			out = append(out, fmt.Sprintf("%s of %s is stored as %s, not as %s", c.Name, rows.Name, c.Kind, want))
		}
	}
	return out
}

package monitor

import (
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

func TestAMeanDepartsBecauseItsItemsWaverOnlyIfTheirSpreadIsWiderAndAccountsForIt(t *testing.T) {
	for name, c := range map[string]struct {
		items []float64
		want  bool
	}{
		"far apart, by chance more above than below":    {[]float64{-5, 6, 8, -3, 7, 5, -6, 4, 3, -4}, true},
		"far apart and all above":                       {[]float64{15, 26, 28, 17, 27, 25, 14, 24, 23, 16}, false},
		"as close as usual, and above":                  {[]float64{3.1, 4.9, 4, 3.6, 4.4, 5.2, 2.8, 4.1, 3.9, 4}, false},
		"a slow drift upwards":                          {[]float64{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, false},
		"three items far apart, which may be chance":    {[]float64{-3, 4, 2}, false},
		"one item, of which nothing says how far apart": {[]float64{9}, false},
		"no item": {nil, false},
	} {
		var items summary.Step
		for _, v := range c.items {
			items.Add(v)
		}
		if got := Wavers(items, 0, 1); got != c.want {
			t.Errorf("%s: wavers %v", name, got)
		}
	}
}

package types_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/slowtest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// line7000 is a station that 7 000 cells passed within two hours.
func line7000(t testing.TB) *query.Engine {
	p := newPlant(t)
	p.station(1, "filling", "cell", "", "", 0)
	p.characteristic(1, "filling", "fill_mass", "Mass", "massg", 1, fields{"lsl": 796.0})
	for i := range 7_000 {
		p.visitAt("filling", "line-1", "filler-01", fmt.Sprintf("CELL%05d", i), noon.Add(-2*time.Hour+time.Duration(i)*time.Second), fields{"fill_mass": 800.0})
	}
	return p.env()
}

// named filters by n cells, one in two of them stored while there are that many.
func named(n int) []map[string]any {
	ids := make([]string, n)
	for i := range ids {
		ids[i] = fmt.Sprintf("CELL%05d", 2*i)
	}
	return []map[string]any{{"key": "cell_id", "operator": "=|", "values": ids}}
}

// TestCellsAreNamedByThousandsInOneStatement: InfluxDB compares every row with every value of a condition.
func TestCellsAreNamedByThousandsInOneStatement(t *testing.T) {
	slowtest.ManyCells(t)
	env := line7000(t)
	env.Budget.Rows = 3_500 // rows that are not asked for cost none of it
	for _, n := range []int{1, 10, 11, 500, 2_000, 10_000, 20_000} {
		for queryType, q := range map[string]map[string]any{
			"visits": {"queryType": "visits", "station": "filling", "filters": named(n)},
			"cells":  {"queryType": "cells", "anchor": "filling", "columns": []map[string]string{{"station": "filling", "field": "fill_mass"}}, "filters": named(n)},
		} {
			got := executeOver(t, env, source.Range{From: noon.Add(-3 * time.Hour), To: noon.Add(time.Hour)}, q)
			if want := min(n, 3_500); got.rows != want {
				t.Errorf("%s of %d named cells: %d rows, want %d", queryType, n, got.rows, want)
			}
			if reads := strings.Count(got.executed, `FROM "filling"`); reads != 1 {
				t.Errorf("%s of %d named cells: %d reads of the station, want one", queryType, n, reads)
			}
			if compared := strings.Count(got.executed, "CELL"); n > 10 && compared != 0 {
				t.Errorf("%s of %d named cells: InfluxDB was asked to compare %d of them", queryType, n, compared)
			}
		}
	}
}

func BenchmarkNamedCells(b *testing.B) {
	env := line7000(b)
	over := source.Range{From: noon.Add(-3 * time.Hour), To: noon.Add(time.Hour)}
	for _, n := range []int{10, 500, 2_000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				executeOver(b, env, over, map[string]any{"queryType": "visits", "station": "filling", "filters": named(n)})
			}
		})
	}
}

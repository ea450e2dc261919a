package join_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/join"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table/tabletest"
)

// naive is the join as a nested loop over rows, written from the definition: for each left row, of all right rows of its
// key (and side of time, and within tolerance) the nearest.
func naive(left join.Left, right join.Right) (partners []int, err bool) {
	text := func(t *table.Table, column string, row int) string { v, _ := t.Column(column).Text(row); return v }
	for l := range left.Table.Len() {
		best := -1
		for r := range right.Table.Len() {
			key := text(left.Table, left.Key, l)
			if key == "" || key != text(right.Table, right.Key, r) {
				continue
			}
			if right.AsOf == join.Exactly {
				if best >= 0 {
					return nil, true
				}
				best = r
				continue
			}
			lt, lok := left.Table.Column(right.LeftTime).Int(l)
			rt, rok := right.Table.Column(right.Time).Int(r)
			gap := lt - rt
			if right.AsOf == join.Ahead {
				gap = -gap
			}
			if !lok || !rok || gap < 0 || (right.Tolerance > 0 && gap > right.Tolerance) {
				continue
			}
			if best >= 0 {
				bt, _ := right.Table.Column(right.Time).Int(best)
				nearer := rt > bt
				if right.AsOf == join.Ahead {
					nearer = rt < bt
				}
				if !nearer && (rt != bt || right.AsOf == join.Ahead) {
					continue
				}
			}
			best = r
		}
		partners = append(partners, best)
	}
	return partners, false
}

func TestTheJoinAgreesWithANestedLoopOnRandomTables(t *testing.T) {
	rng := rand.New(rand.NewPCG(20260301, 7))
	failures := 0
	for trial := range 3000 {
		keys := 1 + rng.IntN(12)
		left := random(rng, "left", rng.IntN(12), keys)
		right := join.Right{Name: "right", Table: random(rng, "right", rng.IntN(12), keys), Key: "key",
			Columns:   []join.Column{{From: "value", As: "right.value"}},
			AsOf:      join.AsOf(rng.IntN(3)),
			Unmatched: join.Unmatched(rng.IntN(2)),
			LeftTime:  "at", Time: "at", Tolerance: int64(rng.IntN(3) * 2)}
		side := join.Left{Table: left, Key: "key"}
		want, wantErr := naive(side, right)
		got, reports, err := join.Join(side, right)
		// The engine, unlike the loop, also has to find nothing wrong with keys of the right that no left row has.
		if (err != nil) != wantErr {
			t.Fatalf("trial %d: error %v, the loop says %v\n%s\n%s", trial, err, wantErr, tabletest.Format(left), tabletest.Format(right.Table))
		}
		if err != nil {
			failures++
			continue
		}
		if text := expect(left, right, want); tabletest.Format(got) != text {
			t.Fatalf("trial %d: got\n%s\nwant\n%s\nfrom\n%s\n%s", trial, tabletest.Format(got), text, tabletest.Format(left), tabletest.Format(right.Table))
		}
		if rep := reports[0]; rep.Matched+rep.Unmatched != left.Len() || got.Len() != left.Len()-rep.Dropped {
			t.Fatalf("trial %d: the report %+v does not add up to %d rows in, %d out", trial, rep, left.Len(), got.Len())
		}
	}
	if failures == 0 || failures > 2000 {
		t.Errorf("%d of 3000 trials had duplicates; the generator should give some, not mostly", failures)
	}
}

func expect(left *table.Table, right join.Right, partners []int) string {
	rows, taken := []int{}, []int{}
	for row, p := range partners {
		if p < 0 && right.Unmatched == join.Drop {
			continue
		}
		rows, taken = append(rows, row), append(taken, p)
	}
	out := left.Take(rows)
	out.Add(right.Table.Column("value").Gather("right.value", taken))
	return tabletest.Format(out)
}

func random(rng *rand.Rand, name string, rows, keys int) *table.Table {
	t := table.New(name, table.Spec{Name: "key", Kind: table.Text}, table.Spec{Name: "at", Kind: table.Int}, table.Spec{Name: "value", Kind: table.Float})
	for range rows {
		switch k := rng.IntN(keys + 2); k {
		case 0:
			t.Column("key").AppendMissing()
		case 1:
			t.Column("key").AppendText("")
		default:
			t.Column("key").AppendText(fmt.Sprintf("K%d", k))
		}
		if rng.IntN(8) == 0 {
			t.Column("at").AppendMissing()
		} else {
			t.Column("at").AppendInt(int64(rng.IntN(10)))
		}
		t.Column("value").AppendFloat(float64(rng.IntN(1000)))
	}
	return t
}

func TestAWindowAgreesWithAPlainLoop(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for range 500 {
		var readings []join.Reading
		for range rng.IntN(20) {
			readings = append(readings, join.Reading{At: int64(rng.IntN(30)), Value: 1e9 + rng.Float64()})
		}
		s := join.NewSeries(readings)
		from := int64(rng.IntN(30))
		to := from + int64(rng.IntN(10))
		n, sum, low, high := 0, 0.0, 0.0, 0.0
		for _, r := range readings {
			if r.At < from || r.At > to {
				continue
			}
			if n == 0 || r.Value < low {
				low = r.Value
			}
			if n == 0 || r.Value > high {
				high = r.Value
			}
			n++
			sum += r.Value - 1e9
		}
		got, ok := s.Window(from, to)
		if ok != (n > 0) || got.N != n {
			t.Fatalf("%d readings (%v), want %d", got.N, ok, n)
		}
		if n > 0 && (got.Min != low || got.Max != high || abs(got.Mean-1e9-sum/float64(n)) > 1e-6) {
			t.Fatalf("%+v, want mean %v of %d in [%v, %v]", got, sum/float64(n), n, low, high)
		}
	}
}

func TestAsOfTakesTheNewestReadingNotTooOld(t *testing.T) {
	s := join.NewSeries([]join.Reading{{At: 20, Value: 2}, {At: 10, Value: 1}})
	for _, c := range []struct {
		at, maxAge int64
		value      float64
		ok         bool
	}{{9, 0, 0, false}, {10, 5, 1, true}, {15, 5, 1, true}, {16, 5, 0, false}, {16, 0, 1, true}, {1000, 0, 2, true}} {
		got, ok := s.AsOf(c.at, c.maxAge)
		if ok != c.ok || got.Value != c.value {
			t.Errorf("at %d, at most %d old: %v, %v", c.at, c.maxAge, got.Value, ok)
		}
	}
}

func abs(x float64) float64 { return max(x, -x) }

func BenchmarkJoinOfFourStations(b *testing.B) {
	const cells = 100_000
	station := func(name string) *table.Table {
		t := table.New(name, table.Spec{Name: "cell_id", Kind: table.Text}, table.Spec{Name: "x", Kind: table.Float})
		for i := range cells {
			t.Column("cell_id").AppendText(fmt.Sprintf("0EPCB1LFP0202AGB5%07d", (i*7919)%cells))
			t.Column("x").AppendFloat(float64(i))
		}
		return t
	}
	left := join.Left{Table: station("eol"), Key: "cell_id"}
	var rights []join.Right
	for _, name := range []string{"filling", "ocv", "formation"} {
		rights = append(rights, join.Right{Name: name, Table: station(name), Key: "cell_id", Columns: []join.Column{{From: "x", As: name + ".x"}}})
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := join.Join(left, rights...); err != nil {
			b.Fatal(err)
		}
	}
}

package table_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table/tabletest"
)

func TestMissingStaysMissingAndNaNIsMissing(t *testing.T) {
	tab := table.New("t", table.Spec{Name: "x", Kind: table.Float}, table.Spec{Name: "s", Kind: table.Text})
	x, s := tab.Column("x"), tab.Column("s")
	for _, v := range []float64{0, math.NaN(), math.Inf(1), -1} {
		x.AppendFloat(v)
	}
	for _, v := range []string{"", "a", "a"} {
		s.AppendText(v)
	}
	s.AppendMissing()
	for row, want := range []bool{false, true, true, false} {
		if x.Missing(row) != want {
			t.Errorf("x row %d: missing %v, want %v", row, x.Missing(row), want)
		}
	}
	if v, ok := s.Text(0); !ok || v != "" {
		t.Errorf("the empty text became %q, %v", v, ok)
	}
	if _, ok := s.Text(3); ok {
		t.Error("a missing text has a value")
	}
}

func TestProcessOrderIsSourceTimeThenCarrierThenSlotInNaturalOrder(t *testing.T) {
	in := `cell_id:text source_ms:int carrier:text slot:text position:text
B 1000 TRAY-10 1 -
A 1000 TRAY-9 12 -
C 1000 TRAY-9 4 -
D 999 - - -
E 1000 - - nozzle-12
F 1000 - - nozzle-4`
	got := tabletest.Format(must(tabletest.Parse("in", in)).SortBy(table.ProcessOrder...))
	var order []string
	for _, line := range strings.Split(got, "\n")[1:] {
		if f := strings.Fields(line); len(f) > 0 {
			order = append(order, f[0])
		}
	}
	if want := "D C A B F E"; strings.Join(order, " ") != want {
		t.Errorf("order %v, want %s", order, want)
	}
}

func TestNaturalIsATotalOrder(t *testing.T) {
	words := []string{"", "1", "01", "2", "10", "a", "a-2", "a-10", "a-010", "a-10b", "b", "nozzle-4", "nozzle-12", "é"}
	for _, a := range words {
		for _, b := range words {
			if table.Natural(a, b) != -table.Natural(b, a) || (table.Natural(a, b) == 0) != (a == b) {
				t.Errorf("%q against %q: %d and %d", a, b, table.Natural(a, b), table.Natural(b, a))
			}
			for _, c := range words {
				if table.Natural(a, b) <= 0 && table.Natural(b, c) <= 0 && table.Natural(a, c) > 0 {
					t.Errorf("%q ≤ %q ≤ %q, yet the first is after the last", a, b, c)
				}
			}
		}
	}
}

func TestTextsReadBackWhateverTheirRepresentation(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, distinct := range []int{1, 7, 2000, 100_000} {
		c := table.NewColumn(table.Spec{Name: "id", Kind: table.Text})
		var want []string
		for range 20_000 {
			v := fmt.Sprintf("ID-%d", rng.IntN(distinct))
			if rng.IntN(50) == 0 {
				v = ""
			}
			want = append(want, v)
			c.AppendText(v)
		}
		for i, w := range want {
			if v, _ := c.Text(i); v != w {
				t.Fatalf("%d distinct, row %d: %q, want %q", distinct, i, v, w)
			}
		}
	}
}

func TestARowOfTimeIDAndFloatTakesAtMostSixtyBytes(t *testing.T) {
	const rows = 500_000
	before := heap()
	tab := table.New("visits", table.Spec{Name: "time", Kind: table.Time, Required: true},
		table.Spec{Name: "cell_id", Kind: table.Text, Required: true}, table.Spec{Name: "fill_mass", Kind: table.Float})
	at, id, mass := tab.Column("time"), tab.Column("cell_id"), tab.Column("fill_mass")
	name := []byte("0EPCB1LFP0202AGB50000000")
	for i := range rows {
		at.AppendInt(int64(i) * 1e9)
		copy(name[17:], fmt.Sprintf("%07d", i))
		id.AppendText(string(name))
		mass.AppendFloat(float64(i))
	}
	perRow := float64(heap()-before) / rows
	t.Logf("%.1f bytes a row", perRow)
	if perRow > 60 {
		t.Errorf("%.1f bytes a row, the budget is 60", perRow)
	}
	runtime.KeepAlive(tab)
}

func TestAFrameHasNullableFieldsUnitsAndItsType(t *testing.T) {
	decimals := uint16(2)
	tab := table.New("cells", table.Spec{Name: "time", Kind: table.Time, Required: true},
		table.Spec{Name: "visit", Kind: table.Int}, table.Spec{Name: "line", Kind: table.Text},
		table.Spec{Name: "filling.fill_mass", Kind: table.Float, Unit: "massg", Decimals: &decimals, Description: "Fill mass"},
		table.Spec{Name: "superseded", Kind: table.Bool})
	appendRow := func(has bool) {
		tab.Column("time").AppendInt(1_000_000_000)
		if !has {
			for _, c := range tab.Columns()[1:] {
				c.AppendMissing()
			}
			return
		}
		tab.Column("visit").AppendInt(2)
		tab.Column("line").AppendText("l1")
		tab.Column("filling.fill_mass").AppendFloat(799.8)
		tab.Column("superseded").AppendBool(true)
	}
	appendRow(true)
	appendRow(false)
	frame := tab.Frame(data.FrameTypeTable)
	if frame.Name != "cells" || frame.Meta.Type != data.FrameTypeTable || frame.Meta.TypeVersion != (data.FrameTypeVersion{0, 1}) {
		t.Errorf("name %q, meta %+v", frame.Name, frame.Meta)
	}
	if got := frame.Fields[0].At(1); got != time.Unix(1, 0).UTC() {
		t.Errorf("time %v", got)
	}
	for _, f := range frame.Fields[1:] {
		if !f.Nullable() {
			t.Errorf("field %s is not nullable", f.Name)
		}
		if v, ok := f.ConcreteAt(0); !ok {
			t.Errorf("field %s row 0 is null, not %v", f.Name, v)
		}
		if v, ok := f.ConcreteAt(1); ok {
			t.Errorf("field %s row 1 is %v, not null", f.Name, v)
		}
	}
	c := frame.Fields[3].Config
	if c.Unit != "massg" || *c.Decimals != 2 || c.Description != "Fill mass" || c.DisplayName != "" {
		t.Errorf("config %+v", c)
	}
	empty := table.New("x", table.Spec{Name: "a", Kind: table.Int}, table.Spec{Name: "b", Kind: table.Float, Required: true}).Frame(data.FrameTypeTable)
	if len(empty.Fields) != 2 || empty.Rows() != 0 {
		t.Errorf("an empty table gave %d fields, %d rows", len(empty.Fields), empty.Rows())
	}
}

func TestFilterKeepsTheOrderOfRowsAndTakeMakesRowsOfMissingValues(t *testing.T) {
	tab := must(tabletest.Parse("t", "n:int\n3\n1\n2")).SortBy("n")
	odd := tab.Filter(func(row int) bool { v, _ := tab.Column("n").Int(row); return v%2 == 1 })
	if got := tabletest.Format(odd); got != "n:int\n1\n3\n" {
		t.Errorf("%q", got)
	}
	if got := tab.Take([]int{2, -1}); tabletest.Format(got) != "n:int\n3\n-\n" {
		t.Errorf("%q", tabletest.Format(got))
	}
}

func BenchmarkAppend500kRows(b *testing.B) {
	name := make([]string, 500_000)
	for i := range name {
		name[i] = fmt.Sprintf("0EPCB1LFP0202AGB5%07d", i)
	}
	b.ReportAllocs()
	for b.Loop() {
		tab := table.New("v", table.Spec{Name: "time", Kind: table.Time}, table.Spec{Name: "id", Kind: table.Text}, table.Spec{Name: "x", Kind: table.Float})
		at, id, x := tab.Column("time"), tab.Column("id"), tab.Column("x")
		for i := range name {
			at.AppendInt(int64(i))
			id.AppendText(name[i])
			x.AppendFloat(float64(i))
		}
		tab.Frame(data.FrameTypeTable)
	}
}

func heap() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func TestAppendMatchesColumnsByNameAndKeepsTheRestMissing(t *testing.T) {
	got := must(tabletest.Parse("a", "x:int s:text\n1 a"))
	got.Append(must(tabletest.Parse("b", "s:text y:float\nb 2.5\n- 3")))
	if want := "x:int s:text y:float\n1 a -\n- b 2.5\n- - 3"; strings.Join(strings.Fields(tabletest.Format(got)), " ") != strings.Join(strings.Fields(want), " ") {
		t.Error(tabletest.Format(got))
	}
}

package control_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table/tabletest"
)

// BenchmarkCharted judges half a million values of one stream by I-MR and two rules.
func BenchmarkCharted(b *testing.B) {
	book := func(name string) *plan.Book {
		rows, err := tabletest.Parse(name, readShared(b, name))
		if err != nil {
			b.Fatal(err)
		}
		made, err := plan.NewBook(rows)
		if err != nil {
			b.Fatal(err)
		}
		return made
	}
	p := &plan.Plan{Stations: book("station"), Characteristics: book("characteristic"), Limits: book("control_limit")}
	const n = 500_000
	rows := table.New("visits", table.Spec{Name: "cell_id", Kind: table.Text}, table.Spec{Name: "time", Kind: table.Time}, table.Spec{Name: "fill_mass", Kind: table.Float})
	rng := rand.New(rand.NewPCG(1, 2))
	at := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC).UnixNano()
	for i := range n {
		rows.Column("cell_id").AppendText("A")
		rows.Column("time").AppendInt(at + int64(i)*1e9)
		rows.Column("fill_mass").AppendFloat(800 + rng.NormFloat64())
	}
	b.ReportAllocs()
	for b.Loop() {
		if hits := control.Charted(p, "filling", "fill_mass", rows, at+n*1e9); len(hits) < 1000 {
			b.Fatal(len(hits), " hits of a process in control")
		}
	}
}

package control_test

import (
	"math"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan/pushed"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

func TestALognormalCharacteristicIsCountedByItsLogarithmsAndJudgedByItsSpec(t *testing.T) {
	p := planOf(t,
		pushed.Row{Measurement: "station", Tags: map[string]string{"station": "hipot"}, Fields: map[string]any{"order": 1, "item": "cell"}},
		pushed.Row{
			Measurement: "characteristic",
			Tags:        map[string]string{"station": "hipot", "characteristic": "resistance", "product": "*", "stratum": "*"},
			Fields:      map[string]any{"order": 1, "distribution": "lognormal", "lsl": 100.0, "resolution": 1.0},
		},
	)
	counting, book := control.NewCounting(p, "hipot", 1), summary.NewBook(1000)
	for _, value := range []float64{500, 2000, 10} {
		counting.Count(book, control.Visit{Stream: summary.Stream{Equipment: "tester-01"}, Ms: 5000}, func(string) (float64, bool) { return value, true })
	}
	keys := book.KeysOf("resistance")
	if len(keys) == 0 {
		t.Fatal("nothing was counted")
	}
	cursor := book.Steps(keys[0]).Cursor()
	step, _ := cursor.Next()
	if step.Judged != 3 || step.Bad != 1 || step.N != 2 || math.Abs(step.Mean-math.Log(1000)) > 1e-9 {
		t.Errorf("got %+v, want two values about ln 1000 and one of three bad", step)
	}
}

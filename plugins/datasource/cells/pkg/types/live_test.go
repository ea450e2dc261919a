package types_test

import (
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/live"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
)

// polled are the cells and values that a follower is given first.
func polled(t *testing.T, env *query.Engine, json, value string) (cells []string, values []float64) {
	t.Helper()
	follower, err := live.NewHub(env.Source).Follow([]byte(json))
	if err != nil {
		t.Fatal(err)
	}
	defer follower.Leave()
	var frame *data.Frame
	select {
	case frame = <-follower.Frames:
	case <-time.After(20 * time.Second):
		t.Fatalf("nothing was pushed: %v", follower.Pulse().Err)
	}
	ids, _ := frame.FieldByName("cell_id")
	numbers, _ := frame.FieldByName(value)
	for row := range frame.Rows() {
		id, _ := ids.ConcreteAt(row)
		number, _ := numbers.ConcreteAt(row)
		cells, values = append(cells, id.(string)), append(values, number.(float64))
	}
	return cells, values
}

func TestEveryStretchOfARollIsPushed(t *testing.T) {
	p := smallLine(t)
	for i := range 3 {
		p.visitAt("coating", "line-1", "coater-01", "ROLL-8", noon.Add(time.Duration(i-3)*time.Second), fields{
			"areal_weight_c": 190 + float64(i), "visit": i + 1, "received_ms": noon.UnixMilli()})
	}
	for _, choice := range []string{"first", "last", "all"} {
		_, values := polled(t, p.env(), `{"station":"coating","characteristics":["areal_weight_c"],"visits":"`+choice+`"}`, "areal_weight_c")
		if len(values) != 3 || values[2] != 192 {
			t.Errorf("%s: %v were pushed, want three stretches", choice, values)
		}
	}
}

func TestBothPassesUnderOneNumberArePushedThoughTheyArrivedTogether(t *testing.T) {
	p := passLine(t, false)
	for i, mass := range []float64{702, 801} {
		p.visitAt("filling", "line-1", "filler-01", "X", noon.Add(time.Duration(i-3)*time.Second), fields{"fill_mass": mass, "received_ms": noon.UnixMilli()})
	}
	if _, values := polled(t, p.env(), `{"station":"filling","characteristics":["fill_mass"]}`, "fill_mass"); len(values) != 2 {
		t.Errorf("%v were pushed, want both passes", values)
	}
}

func TestAVoidedVisitIsNotPushed(t *testing.T) {
	p := passLine(t, false)
	when := noon.Add(-2 * time.Second)
	p.visitAt("filling", "line-1", "filler-01", "WRONG", when, fields{"fill_mass": 650.0, "received_ms": noon.UnixMilli()})
	p.visitAt("filling", "line-1", "filler-01", "RIGHT", when, fields{"fill_mass": 800.0, "received_ms": noon.UnixMilli()})
	p.event("void", "cell", "WRONG", "03-10 11:59:59", fields{"station": "filling", "from_ms": when.UnixMilli(), "to_ms": when.UnixMilli()})
	if cells, _ := polled(t, p.env(), `{"station":"filling","characteristics":["fill_mass"]}`, "fill_mass"); len(cells) != 1 || cells[0] != "RIGHT" {
		t.Errorf("%v were pushed, want the cell that is not void", cells)
	}
}

package types_test

import (
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

func TestStretchesOfARollAreRecordsOfTheirOwn(t *testing.T) {
	p := newPlant(t)
	for i, stretch := range []fields{
		{"lane": "lane-1", "from_m": 0.0, "to_m": 250.0, "areal_weight_c": 190.1},
		{"lane": "lane-2", "from_m": 0.0, "to_m": 250.0, "areal_weight_c": 190.2},
		{"lane": "lane-1", "from_m": 250.0, "to_m": 500.0, "areal_weight_c": 190.3},
		{"lane": "lane-1", "from_m": 250.0, "to_m": 500.0, "areal_weight_c": 190.4, "received_ms": noon.UnixMilli()},
	} {
		p.visitAt("coating", "line-1", "coater-01", "ROLL-7", noon.Add(-time.Hour+time.Duration(min(i, 2))*time.Second), stretch)
	}
	for _, visits := range []string{"first", "last", "all"} {
		frames, err := p.env().Execute(t.Context(), &source.Run{Range: source.Range{From: noon.Add(-2 * time.Hour), To: noon}}, "",
			[]byte(`{"queryType":"visits","station":"coating","visits":"`+visits+`"}`))
		if err != nil {
			t.Fatal(err)
		}
		weight, _ := frames[0].FieldByName("areal_weight_c")
		if weight.Len() != 3 {
			t.Fatalf("%s: %d rows, want the three stretches", visits, weight.Len())
		}
		if last, _ := weight.ConcreteAt(2); last != 190.4 {
			t.Errorf("%s: the stretch measured again is %v, want the later 190.4", visits, last)
		}
	}
}

package types_test

import (
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

func TestHowBadASignalIsSaysThePlanOfItsCharacteristicElseItsKind(t *testing.T) {
	p := smallLine(t)
	p.planned("characteristic,station=filling,characteristic=fill_mass,product=*,stratum=*", fields{
		"order": 1, "name": "Filled mass", "unit": "massg", "lsl": 796.0, "target": 800.0, "usl": 804.0, "route": "quality", "severity": "safety",
	})
	p.visitAt("filling", "line-1", "filler-02", "HEAVY", noon.Add(-time.Minute), fields{"fill_mass": 820.0})
	p.row("rejected", "rejected,site=de1,reason=not-json", fields{"topic": "umh/v1/x", "payload": "{"}, noon.Add(-time.Minute).UnixNano())
	frames, err := p.env().Execute(t.Context(), &source.Run{Range: source.Range{From: noon.Add(-time.Hour), To: noon}}, "signals", []byte(`{"kinds":["out-of-spec","rejected"]}`))
	if err != nil {
		t.Fatal(err)
	}
	kind, _ := frames[0].FieldByName("kind")
	severity, _ := frames[0].FieldByName("severity")
	got := map[any]any{}
	for row := range kind.Len() {
		got[kind.At(row)] = severity.At(row)
	}
	if got["out-of-spec"] != "safety" || got["rejected"] != "warning" || len(got) != 2 {
		t.Errorf("severities by kind: %v", got)
	}
}

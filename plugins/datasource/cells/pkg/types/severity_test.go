package types_test

import (
	"fmt"
	"maps"
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

func TestWhoIsToldSaysThePlanOfItsCharacteristicElseItsKind(t *testing.T) {
	p := kOfNLine(t)
	p.station(1, "filling", "cell", "dry-room", "", 0)
	p.characteristic(1, "filling", "fill_mass", "Mass", "massg", 1, fields{"sample": "every cell", "plausible_hi": 2000.0, "route": "quality"})
	p.characteristic(2, "filling", "dew_point", "Dew point", "celsius", 1, fields{
		"source": "environment", "quantity": "dew_point", "usl": -40.0, "target": -45.0, "route": "engineering",
	})
	p.characteristic(3, "filling", "colour", "Colour", "none", 1, fields{"usl": 3.0, "route": "quality"})
	p.fill("filler-01", "", 30)
	for second := range 40 {
		at := noon.Add(-time.Duration(1+30*second) * time.Second)
		p.visitAt("filling", "line-1", "filler-02", fmt.Sprint("DEAD", second), at, fields{"fill_mass": 9999.0, "position": "nozzle-1"})
		p.environment("dry-room", "dp-1", at.Format("01-02 15:04:05"), fields{"dew_point": -20.0})
	}
	p.visitAt("filling", "line-1", "filler-01", "TEXT", noon.Add(-time.Minute), fields{"fill_mass": 800.0, "colour": "red"})
	p.row("rejected", "rejected,site=de1,reason=not-json", fields{"topic": "umh/v1/x", "payload": "{"}, noon.Add(-time.Minute).UnixNano())
	env := p.env()
	got := map[any]any{}
	for _, kinds := range []string{`"no-reading","environment","rejected"`, `"unread"`} {
		run := &source.Run{Range: source.Range{From: noon.Add(-time.Hour), To: noon}, Alerting: true}
		frames, err := env.Execute(t.Context(), run, "signals", []byte(`{"kinds":[`+kinds+`]}`))
		if err != nil {
			t.Fatal(err)
		}
		kind, _ := frames[0].FieldByName("kind")
		route, _ := frames[0].FieldByName("route")
		for row := range kind.Len() {
			got[kind.At(row)] = route.At(row)
		}
	}
	want := map[any]any{"no-reading": "quality", "environment": "engineering", "rejected": "engineering", "unread": "engineering"}
	if !maps.Equal(got, want) {
		t.Errorf("routes by kind: %v, want %v", got, want)
	}
}

package types_test

import (
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

func TestWhatWasSentToInspectionOrReworkWaitsUntilSomethingComesOfIt(t *testing.T) {
	p := gateLine(t)
	p.event("hold", "cell", "HELD", "03-10 09:00", nil)
	sent := func(kind, cell string) {
		p.event(kind, "cell", cell, "03-10 09:00", fields{"event_id": "sent-" + cell, "item_id": cell, "station": "filling"})
	}
	for _, cell := range []string{"WAITS", "RELEASED", "REWORKED", "HELD-AGAIN"} {
		sent("rework", cell)
	}
	sent("inspect", "INSPECTED")
	sent("inspect", "SCRAPPED")
	p.event("release", "cell", "RELEASED", "03-10 10:00", fields{"answers": "sent-RELEASED"})
	p.event("scrap", "cell", "SCRAPPED", "03-10 10:00", fields{"answers": "sent-SCRAPPED"})
	p.event("hold", "cell", "HELD-AGAIN", "03-10 10:00", nil)
	p.event("proof", "cell", "REWORKED", "03-10 10:00", fields{"item_id": "REWORKED", "reference": "sent-REWORKED", "disposition": "verified", "source": "cellthread"})
	p.visit("filling", "line-1", "filler-01", "WAITS", "03-10 08:59", fields{"position": "nozzle-4"})
	frame := executedEvents(t, p, `{"queryType":"events","state":"queued","include":["whereabouts"]}`)
	same(t, heldOf(frame, "kind", "hold_id", "whereabouts", "last_equipment"), map[string]string{
		"WAITS":     "rework sent-WAITS seen filler-01",
		"INSPECTED": "inspect sent-INSPECTED not-known -",
	})
}

func TestOfAQueueNoKindsAreChosen(t *testing.T) {
	_, err := gateLine(t).env().Execute(t.Context(), &source.Run{Range: source.Range{From: at("03-09 00:00"), To: noon}}, "", []byte(`{"queryType":"events","state":"queued","kinds":["rework"]}`))
	if err == nil || !strings.Contains(err.Error(), "leave kinds out") {
		t.Error(err)
	}
}

// executedEvents is the answer to a query of events of the day.
func executedEvents(t *testing.T, p *plant, raw string) *data.Frame {
	t.Helper()
	frames, err := p.env().Execute(t.Context(), &source.Run{MayDecide: true, Range: source.Range{From: at("03-09 00:00"), To: noon}}, "", []byte(raw))
	if err != nil {
		t.Fatal(err)
	}
	return frames[0]
}

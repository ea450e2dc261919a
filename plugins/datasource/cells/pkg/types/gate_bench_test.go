package types_test

import (
	"fmt"
	"math/rand/v2"
	"net/http"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/gate"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// askAtGate asks as a gate does, and gives the answer.
func askAtGate(b *testing.B, env *query.Engine, item, station string) gate.Status {
	b.Helper()
	status, err := gate.Ask(b.Context(), env.Source, item, station)
	if err != nil || status.Status == gate.Unknown {
		b.Fatal(status, err)
	}
	return status
}

// heldLine stores cells of ten stations, one every two seconds, each cut from one of a hundred slit rolls, filled from one of fifty lots and carried by a tray. Of each
// hundred one was held and released, of the lots every tenth is held.
func heldLine(b *testing.B) (*query.Engine, int) {
	n := benchCells(b)
	p := newPlant(b)
	p.planned("setting,name=buckets", fields{"value": "4096"})
	before := ""
	for s := range 10 {
		station := fmt.Sprintf("station_%d", s)
		p.station(s+1, station, "cell", "", before, 12)
		before = station
		p.characteristic(1, station, "x", "X", "none", 2, fields{"lsl": -5.0, "usl": 5.0, "containment": "hold"})
	}
	for roll := range 100 {
		slit, mother := fmt.Sprintf("SLIT-%d", roll), fmt.Sprintf("ROLL-%d", roll/10)
		p.edge("cut_from", slit, "roll", mother, "roll", "02-07 08:00", fields{"from_m": 0.0, "to_m": 500.0})
		p.edge("consumes", mother, "roll", fmt.Sprintf("BATCH-%d", roll/20), "batch", "02-06 08:00", fields{"quantity": 1.0})
		p.edge("consumes", fmt.Sprintf("BATCH-%d", roll/20), "batch", "LFP-1", "lot", "02-05 08:00", fields{"quantity": 1.0})
	}
	for lot := range 50 {
		if lot%10 == 0 {
			p.event("hold", "lot", fmt.Sprintf("EL-%d", lot), "03-01 08:00", nil)
		}
	}
	for i := range n {
		cell, begin := benchCell(i), noon.Add(-30*24*time.Hour+time.Duration(i)*2*time.Second)
		when := begin.Format("01-02 15:04:05")
		metre := float64(i % 50)
		p.edge("cut_from", cell, "cell", fmt.Sprintf("SLIT-%d", i*100/n), "roll", when, fields{"from_m": metre, "to_m": metre + 1})
		p.edge("carried_by", cell, "cell", fmt.Sprintf("TRAY-%d", i/64), "tray", when, nil)
		for s := range 10 {
			p.visitAt(fmt.Sprintf("station_%d", s), "line-1", fmt.Sprintf("machine-%d", i%4), cell, begin.Add(time.Duration(s)*10*time.Hour),
				fields{"x": 0.1, "lot_electrolyte": fmt.Sprintf("EL-%d", i*50/n)})
		}
		if i%100 == 0 {
			p.event("hold", "cell", cell, when, fields{"hold_id": "H"})
			p.event("release", "cell", cell, begin.Add(time.Hour).Format("01-02 15:04:05"), fields{"answers": "H"})
		}
	}
	return p.env(), n
}

func BenchmarkWhatAGateIsTold(b *testing.B) {
	env, n := heldLine(b)
	askAtGate(b, env, benchCell(0), "station_9")
	for b.Loop() {
		rng := rand.New(rand.NewPCG(4, 4))
		told := map[gate.Answer]int{}
		took := inTurn(100, func() { told[askAtGate(b, env, benchCell(rng.IntN(n)), "station_9").Status]++ }, func() {
			execute(b, env, map[string]any{"queryType": "traveler", "cellId": benchCell(rng.IntN(n)), "parts": []string{"operations"}})
		}, func() { execute(b, env, map[string]any{"queryType": "traveler", "cellId": benchCell(rng.IntN(n))}) }, func() {
			cold := &source.Source{Databases: env.Databases, Budget: env.Budget, Now: env.Now} // as after ten seconds without a question
			cold.Connect(server.URL, http.DefaultClient, source.Auth{}, false)
			if _, err := gate.Ask(b.Context(), cold, benchCell(rng.IntN(n)), "station_9"); err != nil {
				b.Fatal(err)
			}
		})
		spread(b, "gate", took[0])
		spread(b, "ten-stations", took[1])
		spread(b, "whole-traveler", took[2])
		spread(b, "first-gate", took[3])
		if told[gate.Allow] == 0 || told[gate.Deny] == 0 {
			b.Fatal(told)
		}
	}
}

package keeper_test

import (
	"net/http"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/ledger"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

func TestAValueThatWasEnteredByHandIsHeldLikeAnyOther(t *testing.T) {
	p := newPlant(t)
	p.now = time.Now() // the database stamps what arrives
	p.fills(time.Minute, 800, "", "GOOD")
	k := p.keeper()
	p.looks(k)
	p.passes(schemas)
	to := ledger.New(p.from, source.NewWriter(server.URL, http.DefaultClient, source.Auth{}))
	for cell, grams := range map[string]float64{"BAD": 815, "FINE": 805} {
		entered := record.Visit{
			Station: "filling", Item: cell, WorksOn: "cell", Site: "de1", Line: "line-1", Equipment: "filler-02", Product: "lfp-202", RunType: "production",
			SourceMs: p.now.Add(-time.Minute).UnixMilli(), Values: map[string]any{"fill_mass": grams},
		}
		by := record.Event{ID: "event-" + cell, Kind: "entry", Site: "de1", AtMs: p.now.UnixMilli(), TargetType: "cell", TargetID: cell, Author: "ann", Source: "person"}
		for range 2 {
			if stored, err := to.StoreVisit(t.Context(), entered, by); err != nil || stored.Visit.Number != 1 {
				t.Fatalf("%+v %v", stored, err)
			}
		}
	}
	p.looks(k)
	p.wants(map[string]int{"BAD": 1})
}

package types_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/slowtest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// newlyPlanned is a filler whose vacuum is a characteristic of the plan from 09:00 on; at nozzle 4 it shifts at 10:00.
func newlyPlanned(t *testing.T) *query.Engine {
	p := newPlant(t)
	p.station(1, "filling", "cell", "dry-room", "", 0)
	p.planned("setting,name=sites", fields{"value": `[{"id":"de1","name":"Plant"}]`})
	p.planned("setting,name=equipment:de1", fields{"value": `[{"id":"filler-02","line":"line-1","station":"filling"}]`})
	p.characteristic(1, "filling", "fill_mass", "Fill mass", "massg", 1, fields{"monitor_against": "sisters"})
	p.row("record", "characteristic,station=filling,characteristic=fill_vacuum,product=*,stratum=*", fields{
		"order": 2, "name": "Vacuum", "unit": "kPa", "decimals": 1, "monitor_against": "sisters",
		"revision": 1, "recorded_ms": at("03-01 00:00").UnixMilli(), "active": true,
	}, at("03-10 09:00").UnixNano()+1)
	random := rand.New(rand.NewPCG(4, 4))
	for when := noon.Add(-30 * time.Hour); when.Before(noon); when = when.Add(3 * time.Minute) {
		for nozzle := 1; nozzle <= 12; nozzle++ {
			vacuum := 5 + 0.1*random.NormFloat64()
			if nozzle == 4 && !when.Before(at("03-10 10:00")) {
				vacuum += 0.5
			}
			p.visitAt("filling", "line-1", "filler-02", fmt.Sprint(when.Unix(), nozzle), when.Add(time.Duration(nozzle)*time.Second), fields{
				"fill_mass": 800 + 0.8*random.NormFloat64(), "fill_vacuum": vacuum, "position": fmt.Sprintf("nozzle-%d", nozzle),
			})
		}
	}
	return p.env()
}

func TestWhatThePlanAddsIsWatchedFromWhenItTakesEffectWhateverWasAskedBefore(t *testing.T) {
	slowtest.ManyCells(t)
	for name, c := range map[string]struct {
		before time.Time
		live   bool
	}{
		"as of a moment in the past": {at("03-10 08:00"), false},
		"when that moment was now":   {at("03-10 08:00"), true},
		"nothing":                    {},
	} {
		t.Run(name, func(t *testing.T) {
			env := newlyPlanned(t)
			signals := func(to time.Time) []string {
				frames, err := env.Execute(t.Context(), &source.Run{Range: source.Range{From: to.Add(-time.Hour), To: to}, Alerting: c.live}, "signals", []byte(`{"kinds":["out-of-control"]}`))
				if err != nil {
					t.Fatal(err)
				}
				return strings.Fields(words(frames[0], "characteristic") + " " + words(frames[0], "position"))
			}
			if !c.before.IsZero() {
				if c.live {
					env.Now = func() time.Time { return c.before }
				}
				if got := signals(c.before); len(got) > 0 {
					t.Errorf("before it is planned it is told %v", got)
				}
				env.Now = func() time.Time { return noon }
			}
			if got := strings.Join(signals(noon), " "); got != "fill_vacuum nozzle-4" {
				t.Errorf("at noon it is told %q, want the vacuum of nozzle-4", got)
			}
			if got := signals(at("03-10 08:00")); len(got) > 0 {
				t.Errorf("as of before it was planned it is told %v", got)
			}
		})
	}
}

package watch

import (
	"fmt"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// nozzles are the twelve of a filler.
func nozzles(filler string) (keys []summary.Key) {
	for n := range 12 {
		keys = append(keys, summary.Key{Characteristic: "mass", Stream: summary.Stream{
			Site: "s1", Line: "l", Station: "dose", Equipment: filler, Position: fmt.Sprint("nozzle-", n), Product: "big",
		}})
	}
	return keys
}

func TestAGaugeIsTheCauseOnlyOfWhatItShifts(t *testing.T) {
	of, both := nozzles("filler-02"), append(nozzles("filler-02"), nozzles("filler-01")...)
	machine, nozzle := summary.Key{Stream: of[4].Machine(), Characteristic: "mass"}, of[4]
	for _, c := range []struct {
		fact    string
		gauge   summary.Key
		departs summary.Key
		against string
		sisters []summary.Key
		shifted bool
	}{
		{"of nozzles on one balance none departs from its sisters by it", machine, nozzle, monitor.Sisters, of, false},
		{"nor do most of them", machine, machine, monitor.Sisters, of, false},
		{"a nozzle departs by it from its own limits", machine, nozzle, monitor.Self, of[4:5], true},
		{"and from sisters of which half have another balance", machine, nozzle, monitor.Sisters, both, true},
		{"so does a machine from others", machine, machine, monitor.Sisters, []summary.Key{machine, {}, {}, {}}, true},
		{"and a nozzle with a balance of its own from its sisters", nozzle, nozzle, monitor.Sisters, of, true},
	} {
		t.Run(c.fact, func(t *testing.T) {
			s := &station{name: "dose", book: summary.NewBook(300_000)}
			master := c.gauge
			master.Product, master.Lot = "", "MASTER-1"
			g := gauge{
				Monitor: monitor.Monitor{What: monitor.Level, Against: monitor.Master, Keys: []summary.Key{master}}, key: c.gauge, ok: true,
				newest: monitor.Reading{Now: 500.6, Usual: 500, Off: 6}, on: []monitor.Episode{{FirstMs: 1000, LastMs: 9e6, Side: 1, Size: 6}},
			}
			told := monitor.Told{Monitor: monitor.Monitor{What: monitor.Level, Against: c.against, Keys: c.sisters}, Key: c.departs}
			told.Side, told.FirstMs = 1, 5*day
			got := s.withGauges([]Episode{{Told: told}}, []gauge{g}, plans(t)[0], 6*day*1e6)
			if alone := len(got) == 1; alone != c.shifted {
				t.Errorf("%d are told, want the gauge alone: %v", len(got), c.shifted)
			}
			told.FirstMs = 10
			got = s.withGauges([]Episode{{Told: told}}, []gauge{g}, plans(t)[0], 6*day*1e6)
			if suspect := got[0].Suspect != nil; got[0].Against != c.against || suspect != c.shifted {
				t.Errorf("what departed before is told against %s, the gauge suspected: %v, want %v", got[0].Against, suspect, c.shifted)
			}
		})
	}
}

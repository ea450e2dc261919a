package signals

import (
	"math"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/watch"
)

func TestWhatAMonitorToldTheSameTeamOfTheSamePlaceAndCharacteristicExplainsItsCellsOutOfSpec(t *testing.T) {
	at := func(equipment, position string) summary.Key {
		return summary.Key{Stream: summary.Stream{Site: "s", Line: "l", Station: "filling", Equipment: equipment, Position: position}, Characteristic: "mass"}
	}
	nozzle := at("filler", "nozzle-4")
	episode := func(key summary.Key, change func(e *watch.Episode)) watch.Episode {
		e := watch.Episode{Told: monitor.Told{Monitor: monitor.Monitor{Route: "maintenance", Keys: []summary.Key{key}}, Episode: monitor.Episode{FirstMs: 5}, Key: key}}
		if change != nil {
			change(&e)
		}
		return e
	}
	for _, c := range []struct {
		fact     string
		of       summary.Key
		e        watch.Episode
		explains bool
	}{
		{"the nozzle", nozzle, episode(nozzle, nil), true},
		{"its machine", nozzle, episode(at("filler", ""), nil), true},
		{"a nozzle of the machine", at("filler", ""), episode(nozzle, nil), true},
		{"most machines of the line, its own among them", nozzle, episode(at("", ""), func(e *watch.Episode) {
			e.Most = []monitor.Told{{Key: at("filler", ""), Monitor: monitor.Monitor{Keys: []summary.Key{at("filler", "")}}}}
		}), true},
		{"most machines of the line, but not its own", nozzle, episode(at("", ""), func(e *watch.Episode) {
			e.Most = []monitor.Told{{Key: at("filler-2", ""), Monitor: monitor.Monitor{Keys: []summary.Key{at("filler-2", "")}}}}
		}), false},
		{"the line, by limits of its own", nozzle, episode(at("", ""), nil), false},
		{"another nozzle", nozzle, episode(at("filler", "nozzle-5"), nil), false},
		{"another machine", nozzle, episode(at("filler-2", "nozzle-4"), nil), false},
		{"one of two machines, nobody knows which", nozzle, episode(at("filler", ""), func(e *watch.Episode) { e.Stream = 1 }), false},
		{"another characteristic", nozzle, episode(nozzle, func(e *watch.Episode) { e.Key.Characteristic = "vacuum" }), false},
		{"told to another team", nozzle, episode(nozzle, func(e *watch.Episode) { e.Route = "quality" }), false},
		{"its gauge, which reads its master part off", nozzle, episode(nozzle, func(e *watch.Episode) { e.Against = monitor.Master }), false},
		{"shown and told to nobody", nozzle, episode(nozzle, func(e *watch.Episode) { e.Late = true }), false},
	} {
		got := beside{episodes: []watch.Episode{c.e}}.times(c.of, "maintenance")
		if explains := len(got) == 1; explains != c.explains {
			t.Errorf("%s: %v, want %v", c.fact, explains, c.explains)
		}
	}
	over := episode(nozzle, func(e *watch.Episode) { e.Over, e.LastMs = true, 9 })
	got := beside{episodes: []watch.Episode{episode(nozzle, nil), over}}.times(nozzle, "maintenance")
	want := []control.Times{{From: 5e6, Until: math.MaxInt64}, {From: 5e6, Until: 9e6}}
	if len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("told in %v, want %v", got, want)
	}
}

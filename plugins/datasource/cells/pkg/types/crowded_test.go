package types_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/watch"
)

func TestAMachineThatSendsASerialNumberAsPositionIsNamed(t *testing.T) {
	p := newPlant(t)
	p.station(1, "filling", "cell", "dry-room", "", 0)
	p.planned("setting,name=sites", fields{"value": `[{"id":"de1","name":"Plant"}]`})
	p.planned("setting,name=equipment:de1", fields{"value": `[{"id":"filler-01","line":"line-1","station":"filling"},{"id":"filler-02","line":"line-1","station":"filling"}]`})
	p.characteristic(1, "filling", "fill_mass", "Mass", "massg", 1, fields{"usl": 804.0, "monitor_against": "sisters"})
	for i := range watch.MostStreams + 100 {
		for machine, position := range map[string]string{"filler-01": fmt.Sprint("cell-", i), "filler-02": fmt.Sprint("nozzle-", i%12)} {
			p.visitAt("filling", "line-1", machine, fmt.Sprint(machine, i), noon.Add(-10*time.Hour+3*time.Second*time.Duration(i)), fields{"fill_mass": 800.0, "position": position})
		}
	}
	r := rulesOn(t, p)
	_, notices, err := r.ask(true, `{"kinds":["out-of-control"]}`)
	if err != nil || strings.Count(notices, "has more than") != 1 || !strings.Contains(notices, "Station Filling has more than 10000 positions at line-1 filler-01: ") {
		t.Errorf("told are %q, %v", notices, err)
	}
	r.unread(`{"kinds":["unread"]}`, "out-of-control/streams filling")
}

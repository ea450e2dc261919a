package control_test

import (
	"reflect"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

func done(second int64, says map[string]string) control.MachineEvent {
	says["site"] = "s"
	return control.MachineEventOf(second*1e9+7e8, func(name string) string { return says[name] })
}

func TestMonitorsBeginAnewAtEveryEventOfTheirMachinePositionOrStation(t *testing.T) {
	broken := control.BreaksOf("filling", []control.MachineEvent{
		done(50, map[string]string{"equipment": "m1"}),
		done(20, map[string]string{"target_type": "equipment", "target_id": "m1", "position": "p2"}),
		done(30, map[string]string{"equipment": "m1", "item_id": "cell", "target_type": "cell", "target_id": "cell"}),
		done(40, map[string]string{"target_type": "station", "target_id": "filling"}),
		done(45, map[string]string{"station": "welding"}),
		done(60, map[string]string{"equipment": "m3", "position": "p1"}),
	})
	streams := []summary.Stream{
		{Site: "s", Equipment: "m1", Position: "p1"}, {Site: "s", Equipment: "m1", Position: "p2"}, {Site: "s", Equipment: "m2"},
		{Site: "s", Equipment: "m3"}, {Site: "t", Equipment: "m1", Position: "p2"},
	}
	want := [][]int64{{40_000, 50_000}, {20_000, 40_000, 50_000}, {40_000}, {40_000}, nil}
	if got := broken.Of(monitor.Sisters, streams); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := broken.Of(monitor.Lot, streams); got != nil {
		t.Errorf("lots begin anew at %v", got)
	}
}
